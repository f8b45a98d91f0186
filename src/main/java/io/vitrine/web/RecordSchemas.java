package io.vitrine.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes our records truly: a nullable component may be null. What we send has all components; a
 * record of nullable ones alone is what we read, and nothing of it is required.
 */
final class RecordSchemas implements ModelConverter {

  private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

  @Override
  @SuppressWarnings("NullAway") // the library's interface answers null for what it does not know
  public @Nullable Schema<?> resolve(
      AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
    if (!chain.hasNext()) {
      return null;
    }
    Schema<?> schema = chain.next().resolve(type, context, chain);
    Class<?> raw = raw(type.getType());
    if (schema != null
        && raw != null
        && raw.isRecord()
        && raw.getName().startsWith("io.vitrine.")) {
      mark(defined(schema, context), raw);
    }
    return schema;
  }

  private static @Nullable Class<?> raw(@Nullable Type type) {
    if (type instanceof JavaType java) {
      return java.getRawClass();
    }
    return type instanceof Class<?> known ? known : null;
  }

  private static Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
    String reference = schema.get$ref();
    if (reference == null) {
      return schema;
    }
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    Schema<?> found = context.getDefinedModels().get(name);
    return found == null ? schema : found;
  }

  private static void mark(Schema<?> schema, Class<?> record) {
    @SuppressWarnings("rawtypes")
    Map<String, Schema> properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    List<String> required = new ArrayList<>();
    int nullable = 0;
    for (RecordComponent component : record.getRecordComponents()) {
      String name = name(component);
      if (!properties.containsKey(name)) {
        continue;
      }
      if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        properties.put(name, orNull(properties.get(name)));
        nullable++;
      }
      required.add(name);
    }
    schema.setRequired(nullable == required.size() ? null : required);
  }

  private static String name(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? NAMES.translate(component.getName()) : given.value();
  }

  private static Schema<?> orNull(Schema<?> schema) {
    if (schema.get$ref() != null) {
      return new Schema<>().oneOf(List.of(schema, new Schema<>().types(Set.of("null"))));
    }
    if (schema.getTypes() != null && schema.getOneOf() == null) {
      schema.addType("null");
    }
    return schema;
  }
}
