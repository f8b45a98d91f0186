package io.vitrine.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of an open file, one after the other, in bounded memory. */
interface PastRows extends AutoCloseable {

  /** Names of the columns; empty when rows name their own. */
  List<String> columns();

  /**
   * The next row; null at the end.
   *
   * @throws io.vitrine.model.Problem when the file cannot be read on
   */
  @Nullable PastRow next();

  @Override
  void close();
}
