package io.vitrine.store;

import io.vitrine.model.Field;
import java.time.Instant;
import java.util.List;

/**
 * What the text index knows of a log event.
 *
 * @param sequence number of the event in the store
 * @param timestamp when it happened
 * @param texts values of {@link #FIELDS} and unknown fields that are text; absent ones are left out
 */
public record LogText(long sequence, Instant timestamp, List<String> texts) {

  /** The fields whose words are searched. */
  public static final List<Field> FIELDS =
      List.of(
          Field.MESSAGE,
          Field.SERVICE,
          Field.LEVEL,
          Field.ERROR_CODE,
          Field.ERROR_TYPE,
          Field.ERROR_MESSAGE,
          Field.ENDPOINT,
          Field.STACK_TRACE,
          Field.TRANSACTION_ID,
          Field.ORDER_ID,
          Field.USER_ID,
          Field.TRACE_ID,
          Field.IP,
          Field.ACTION,
          Field.HOST);

  public LogText {
    texts = List.copyOf(texts);
  }
}
