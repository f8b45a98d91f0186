package io.vitrine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Finds what was set under {@code vitrine.} although nothing reads it. */
final class UnknownNames {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("vitrine");
  private static final String VARIABLE_ROOT = "VITRINE_";

  /** A container platform describes a service called vitrine to its neighbours in these. */
  private static final Pattern FROM_THE_PLATFORM =
      Pattern.compile("VITRINE_([A-Z0-9_]+_)?(SERVICE_HOST|SERVICE_PORT|PORT)(_.*)?");

  /** What the launcher reads. */
  private static final Set<String> OF_THE_LAUNCHER =
      Set.of("VITRINE_JAVA_HOME", "VITRINE_JAVA_OPTS");

  private final ConfigurableEnvironment environment;
  private final List<Setting> known;

  UnknownNames(ConfigurableEnvironment environment, List<Setting> known) {
    this.environment = environment;
    this.known = known;
  }

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource variables) {
        variables(variables, problems);
      } else if (source instanceof IterableConfigurationPropertySource names) {
        names.stream().filter(this::isUnknown).forEach(name -> problems.add(sentence(name)));
      }
    }
    return problems.stream().distinct().sorted().toList();
  }

  private void variables(SystemEnvironmentPropertySource source, List<String> problems) {
    for (String variable : source.getPropertyNames()) {
      if (variable.startsWith(VARIABLE_ROOT)
          && !OF_THE_LAUNCHER.contains(variable)
          && !FROM_THE_PLATFORM.matcher(variable).matches()
          && known.stream().noneMatch(setting -> setting.isVariable(variable))) {
        problems.add("the environment variable " + variable + " is not a setting");
      }
    }
  }

  private boolean isUnknown(ConfigurationPropertyName name) {
    return ROOT.isAncestorOf(name) && known.stream().noneMatch(setting -> setting.covers(name));
  }

  private static String sentence(ConfigurationPropertyName name) {
    return name + " is not a setting";
  }
}
