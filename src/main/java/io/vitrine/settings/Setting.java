package io.vitrine.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * One setting that a record reads.
 *
 * @param name its full name
 * @param type what it is read as
 */
record Setting(ConfigurationPropertyName name, ResolvableType type) {

  private static final String ROOT = "vitrine";

  /** Everything that the records read. */
  static List<Setting> of(List<Class<?>> records) {
    List<Setting> settings = new ArrayList<>();
    records.forEach(record -> collect(prefix(record).orElseThrow(), record, settings));
    return settings;
  }

  /** Where a record of ours reads its settings; empty for any other class. */
  static Optional<String> prefix(Class<?> type) {
    return Optional.ofNullable(AnnotationUtils.findAnnotation(type, ConfigurationProperties.class))
        .map(ConfigurationProperties::value)
        .filter(prefix -> prefix.equals(ROOT) || prefix.startsWith(ROOT + "."));
  }

  /** The full name of a record's component. */
  static String dashed(String prefix, String component) {
    return prefix + "." + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Whether a name that somebody set is this setting, or a part of this list or map. */
  boolean covers(ConfigurationPropertyName given) {
    return name.equals(given) || (isContainer() && name.isAncestorOf(given));
  }

  /** Whether an environment variable is a form of this setting. */
  boolean isVariable(String variable) {
    String dotted = name.toString().replace('.', '_').toUpperCase(Locale.ROOT);
    return matches(variable, dotted.replace("-", ""))
        || matches(variable, dotted.replace('-', '_'));
  }

  String unreadable(BindException failure) {
    Object value = failure.getProperty() == null ? null : failure.getProperty().getValue();
    return name + " is '" + value + "' but must be a " + type.toClass().getSimpleName();
  }

  private boolean matches(String variable, String form) {
    return variable.equals(form) || (isContainer() && variable.startsWith(form + "_"));
  }

  private boolean isContainer() {
    Class<?> raw = type.toClass();
    return raw.isArray()
        || Collection.class.isAssignableFrom(raw)
        || Map.class.isAssignableFrom(raw);
  }

  private static void collect(String prefix, Class<?> record, List<Setting> settings) {
    for (RecordComponent component : record.getRecordComponents()) {
      String name = dashed(prefix, component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), settings);
      } else {
        settings.add(
            new Setting(
                ConfigurationPropertyName.of(name),
                ResolvableType.forType(component.getGenericType())));
      }
    }
  }
}
