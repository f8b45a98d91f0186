package io.vitrine.model;

/**
 * Bounds of the segments of visitors by activity: how many events, in the whole history, a visitor
 * of a segment has at most. Above the last bound a visitor is Premium.
 *
 * @param newcomer most events of a New visitor, at least 1
 * @param occasional most events of an Occasional visitor
 * @param regular most events of a Regular visitor
 */
public record Segments(long newcomer, long occasional, long regular) {

  /** 1 to 5 events New, 6 to 20 Occasional, 21 to 100 Regular, more Premium. */
  public static final Segments DEFAULT = new Segments(5, 20, 100);

  public Segments {
    if (newcomer < 1 || occasional <= newcomer || regular <= occasional) {
      throw Problem.caller(
          "segments",
          "the bounds of the segments rise from at least 1; %d, %d, %d do not"
              .formatted(newcomer, occasional, regular));
    }
  }
}
