package io.vitrine.experiments;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** Experiments whose units somebody else assigns: only their exposures come here. */
@Component
public class ForeignExperiments {

  private final Experiments experiments;

  ForeignExperiments(Experiments experiments) {
    this.experiments = experiments;
  }

  /**
   * Makes an experiment with the variants control and treatment known, unless it is known already.
   *
   * @param started its first day, from which on it is read
   */
  public void began(String key, Instant started) {
    if (experiments.serving().find(key) == null) {
      experiments.began(key, ExperimentForm.elsewhere(), started);
    }
  }
}
