package io.vitrine.boards;

/** How a chart is drawn. */
enum Drawing {
  LINE,
  BAR,
  AREA,
  HEATMAP,
  TABLE,
  SCATTER,
  PIE,
  FUNNEL;

  /** Whether without a dimension it runs over time. */
  boolean runsOverTime() {
    return this == LINE || this == AREA || this == BAR;
  }
}
