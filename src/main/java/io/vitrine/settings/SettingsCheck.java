package io.vitrine.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.HibernateValidator;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;

/**
 * Before anything is made, reads every record of settings and looks for names that no record knows.
 * All that is wrong is told at once.
 */
final class SettingsCheck implements BeanFactoryPostProcessor {

  private final ConfigurableEnvironment environment;

  SettingsCheck(ConfigurableEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    List<Setting> known = Setting.of(records(beans));
    List<String> problems = new ArrayList<>(new UnknownNames(environment, known).problems());
    problems.addAll(unreadable(known));
    if (problems.isEmpty()) {
      problems.addAll(brokenRules(beans));
    }
    if (!problems.isEmpty()) {
      throw new SettingsProblem(problems);
    }
  }

  private static List<Class<?>> records(ConfigurableListableBeanFactory beans) {
    List<Class<?>> records = new ArrayList<>();
    for (String name : beans.getBeanDefinitionNames()) {
      Class<?> type = beans.getType(name, false);
      if (type != null && Setting.prefix(type).isPresent()) {
        records.add(ClassUtils.getUserClass(type));
      }
    }
    return records;
  }

  private List<String> unreadable(List<Setting> known) {
    Binder binder = Binder.get(environment);
    List<String> problems = new ArrayList<>();
    for (Setting setting : known) {
      try {
        binder.bind(setting.name(), Bindable.of(setting.type()));
      } catch (BindException e) {
        problems.add(setting.unreadable(e));
      }
    }
    return problems;
  }

  private List<String> brokenRules(ConfigurableListableBeanFactory beans) {
    try (ValidatorFactory validators = validators()) {
      Validator validator = validators.getValidator();
      return records(beans).stream()
          .flatMap(type -> brokenRules(validator, type).stream())
          .toList();
    }
  }

  /** Its words join ours in one sentence, so they are English on every machine. */
  private static ValidatorFactory validators() {
    return Validation.byProvider(HibernateValidator.class)
        .configure()
        .defaultLocale(Locale.ROOT)
        .buildValidatorFactory();
  }

  private List<String> brokenRules(Validator validator, Class<?> type) {
    String prefix = Setting.prefix(type).orElseThrow();
    Object record = Binder.get(environment).bindOrCreate(prefix, Bindable.of(type));
    return validator.validate(record).stream()
        .map(broken -> sentence(prefix, broken))
        .sorted()
        .toList();
  }

  private static String sentence(String prefix, ConstraintViolation<Object> broken) {
    return Setting.dashed(prefix, broken.getPropertyPath().toString())
        + " is "
        + broken.getInvalidValue()
        + " but "
        + broken.getMessage();
  }
}
