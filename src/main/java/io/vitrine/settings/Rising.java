package io.vitrine.settings;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So many whole numbers from 1, each larger than the one before. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Rising.Check.class)
@interface Rising {

  /** How many. */
  int count();

  String message() default "must be {count} whole numbers that rise from at least 1";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks at the numbers. */
  final class Check implements ConstraintValidator<Rising, List<Long>> {

    private int count;

    @Override
    public void initialize(Rising rule) {
      count = rule.count();
    }

    @Override
    public boolean isValid(@Nullable List<Long> numbers, ConstraintValidatorContext context) {
      if (numbers == null || numbers.size() != count) {
        return false;
      }
      long last = 0;
      for (long number : numbers) {
        if (number <= last) {
          return false;
        }
        last = number;
      }
      return true;
    }
  }
}
