package io.vitrine.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells people what is wrong with the settings, without a stack trace. */
final class SettingsProblemAnalyzer extends AbstractFailureAnalyzer<SettingsProblem> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsProblem cause) {
    return new FailureAnalysis(
        String.valueOf(cause.getMessage()),
        "Correct them in application.yml, on the command line or in the environment.",
        cause);
  }
}
