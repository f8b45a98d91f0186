package io.vitrine.settings;

import java.util.List;

/** The settings do not allow a start. */
final class SettingsProblem extends RuntimeException {

  SettingsProblem(List<String> problems) {
    super("the settings are wrong:\n  - " + String.join("\n  - ", problems));
  }
}
