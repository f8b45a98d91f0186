package io.vitrine.experiments;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.experiments.AnalysisResult.Comparison;
import io.vitrine.experiments.OutcomeResult.ArmFigure;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The primary outcome by segments.
 *
 * @param by device, country, channel or visitor_kind
 * @param outcome that is compared
 * @param more segments that are not shown because they have fewer visitors
 * @param segments most visitors first
 */
record SegmentResults(String by, String outcome, long more, List<Segment> segments) {

  /**
   * A segment.
   *
   * @param segment value of the dimension; null for not known
   * @param arms control first
   * @param comparisons of every other variant with control, corrected over all segments
   */
  @Schema(name = "ExperimentSegment")
  record Segment(@Nullable String segment, List<ArmFigure> arms, List<Beside> comparisons) {

    static Segment of(List<ArmStatistics> arms, List<Pair.Told> told) {
      return new Segment(
          Splits.segment(arms),
          arms.stream().map(ArmFigure::of).toList(),
          IntStream.range(0, told.size())
              .mapToObj(
                  at ->
                      new Beside(
                          arms.get(at + 1).variant(),
                          told.get(at).comparison(),
                          told.get(at).scale(),
                          told.get(at).refusal()))
              .toList());
    }
  }

  /** A variant beside control. */
  @Schema(name = "SegmentComparison")
  record Beside(
      String variant, @Nullable Comparison comparison, String scale, @Nullable String refusal) {}
}
