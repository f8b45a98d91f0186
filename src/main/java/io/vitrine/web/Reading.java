package io.vitrine.web;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Tells people why a body could not be read, without names of classes. */
final class Reading {

  private Reading() {}

  static String sentence(JacksonException failure) {
    return switch (failure) {
      case InvalidFormatException wrong ->
          path(wrong) + " cannot be '" + shortened(String.valueOf(wrong.getValue())) + "'";
      case MismatchedInputException wrong -> path(wrong) + " has a value of the wrong kind";
      case StreamConstraintsException tooMuch -> "the JSON is larger or deeper than allowed";
      case DatabindException wrong -> path(wrong) + " cannot be read";
      default -> "the body is not JSON";
    };
  }

  private static String path(DatabindException failure) {
    String path =
        failure.getPath().stream()
            .map(Reading::step)
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    return path.isEmpty() ? "the body" : path;
  }

  private static String step(JacksonException.Reference step) {
    String name = step.getPropertyName();
    return name == null ? "[" + step.getIndex() + "]" : "." + name;
  }

  private static String shortened(String value) {
    return value.length() <= 100 ? value : value.substring(0, 100) + "...";
  }
}
