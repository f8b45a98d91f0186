package io.vitrine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of real data in {@code ../shared/data}, which is no part of the project. Where the file is
 * absent the test says so and is skipped; with {@code CI=true} it fails.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Tag("data")
@ExtendWith(RealDataCondition.class)
public @interface RealData {

  /** Path of the file below {@code ../shared/data}. */
  String value();
}
