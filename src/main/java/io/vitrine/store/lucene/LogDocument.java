package io.vitrine.store.lucene;

import java.util.Set;

/**
 * What the index keeps of a log event. Each text is there by its words and, unless it is long,
 * whole; numbers and addresses as points, whole numbers also as texts. An id is there only as it
 * was given. Words of fields beyond the limit are in {@link #TEXT}. Which fields a log has is told
 * by {@link Shapes}.
 */
final class LogDocument {

  static final String TIME = "time";
  static final String SEQUENCE = "sequence";
  static final String ID = "id";
  static final String TEXT = "text";
  static final String HAS = "has";
  static final String EVENT = "event";
  static final String WORDS_OF = "t.";
  static final String WHOLE_OF = "k.";

  /** Points, and of what hits can be sorted by a column too, so that a sort looks at few hits. */
  static final String NUMBER_OF = "n.";

  static final String ADDRESS_OF = "a.";
  static final String FACET_OF = "d.";

  /** What hits can be sorted by. */
  static final Set<String> ORDERS = Set.of("response_time", "db_query_time", "amount");

  /** A longer value is found by its words alone. */
  static final int LONGEST_WHOLE = 256;

  private LogDocument() {}
}
