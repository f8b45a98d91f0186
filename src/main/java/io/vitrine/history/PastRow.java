package io.vitrine.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a file. Immutable. */
interface PastRow {

  /** Number of the line it begins on, or of the row in files without lines, from 1. */
  long line();

  /** The value of a column or path without blanks around it; null when absent or blank. */
  @Nullable String text(String path);

  /** The rows of a list within it. */
  List<PastRow> parts(String path);

  /** The whole row, as it stands in the file or as near to it as can be. */
  String whole();

  /** What is wrong with it as a row; null when nothing is. */
  default @Nullable String fault() {
    return null;
  }
}
