package io.vitrine.web;

import java.util.Locale;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The form of all JSON: snake_case names, lower-case words for enums, times in ISO 8601, plain
 * decimals. What is read is limited.
 */
@Configuration(proxyBeanMethods = false)
class JsonForm {

  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(100)
          .maxNumberLength(100)
          .maxNameLength(1_000)
          .maxStringLength(5_000_000)
          .build();

  @Bean
  JsonMapperBuilderCustomizer namesAndValues() {
    return json ->
        json.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  }

  /** The library's own lower case is the machine's: in Turkish an admin would be an admın. */
  @Bean
  JacksonModule wordsOfEnums() {
    return new SimpleModule("words-of-enums").addSerializer(new LowerCaseEnum());
  }

  @SuppressWarnings("rawtypes")
  private static final class LowerCaseEnum extends StdSerializer<Enum> {

    LowerCaseEnum() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum word, JsonGenerator json, SerializationContext context) {
      json.writeString(word.name().toLowerCase(Locale.ROOT));
    }
  }

  @Bean
  JsonFactoryBuilderCustomizer jsonLimits() {
    return factory -> factory.streamReadConstraints(LIMITS);
  }
}
