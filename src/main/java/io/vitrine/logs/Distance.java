package io.vitrine.logs;

/** How far two words are apart: letters changed, left out, put in, or two that changed places. */
final class Distance {

  private Distance() {}

  static boolean within(String one, String other, int edits) {
    if (Math.abs(one.length() - other.length()) > edits) {
      return false;
    }
    // The index looks at words with the same first letter only.
    return !one.isEmpty() && one.charAt(0) == other.charAt(0) && between(one, other) <= edits;
  }

  /** Optimal string alignment distance. */
  private static int between(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : least(cost, one, other, i, j);
      }
    }
    return cost[one.length()][other.length()];
  }

  private static int least(int[][] cost, String one, String other, int i, int j) {
    int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    least = Math.min(least, cost[i - 1][j - 1] + same);
    boolean swapped =
        i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
