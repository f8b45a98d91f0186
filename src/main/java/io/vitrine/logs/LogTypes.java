package io.vitrine.logs;

import io.swagger.v3.oas.annotations.media.Schema;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.util.Arrays;
import java.util.List;

/** The types of logs, as a reader is told of them. */
final class LogTypes {

  private LogTypes() {}

  /**
   * A type of logs.
   *
   * @param id its name in {@code log_type}
   * @param fields names of the fields that tell it apart; all types have the common ones besides
   */
  @Schema(name = "LogType")
  record LogType(String id, String name, String description, List<String> fields) {}

  /**
   * All types.
   *
   * @param common fields that every type has
   */
  @Schema(name = "LogTypes")
  record Listed(List<LogType> types, List<String> common) {}

  static Listed listed() {
    return new Listed(
        List.of(
            type(
                EventType.TRANSACTION,
                "Transaction",
                "a payment or a refund, and what became of it",
                Field.TRANSACTION_ID,
                Field.USER_ID,
                Field.AMOUNT,
                Field.CURRENCY,
                Field.PAYMENT_METHOD,
                Field.STATUS,
                Field.TRANSACTION_TYPE,
                Field.MERCHANT_ID),
            type(
                EventType.ERROR,
                "Error",
                "something that went wrong in a service",
                Field.ERROR_CODE,
                Field.ERROR_TYPE,
                Field.ERROR_MESSAGE,
                Field.ENDPOINT,
                Field.USER_ID,
                Field.STACK_TRACE),
            type(
                EventType.USER_BEHAVIOR,
                "User behaviour",
                "what a user did",
                Field.USER_ID,
                Field.ACTION,
                Field.PAGE,
                Field.SESSION_ID,
                Field.DURATION_MS,
                Field.USER_AGENT),
            type(
                EventType.PERFORMANCE,
                "Performance",
                "how long a call took",
                Field.ENDPOINT,
                Field.METHOD,
                Field.RESPONSE_TIME,
                Field.DB_QUERY_TIME,
                Field.STATUS_CODE,
                Field.CACHE_HIT),
            type(
                EventType.FRAUD,
                "Fraud",
                "what a check thought of an order",
                Field.TRANSACTION_ID,
                Field.USER_ID,
                Field.FRAUD_SCORE,
                Field.FRAUD_DETECTED,
                Field.INDICATORS,
                Field.AMOUNT,
                Field.LOCATION),
            type(EventType.LOG, "Log", "any other line of a program")),
        names(
            Field.TIMESTAMP,
            Field.LEVEL,
            Field.SERVICE,
            Field.MESSAGE,
            Field.IP,
            Field.SOURCE,
            Field.HOST,
            Field.TRACE_ID));
  }

  private static LogType type(EventType type, String name, String description, Field... fields) {
    return new LogType(type.name(), name, description, names(fields));
  }

  private static List<String> names(Field... fields) {
    return Arrays.stream(fields).map(Field::wireName).toList();
  }
}
