package io.vitrine.bench;

import java.util.List;

/**
 * A search in both languages.
 *
 * @param name what is asked, for the table
 * @param kind of request
 * @param vitrine our query, or the options of a question about figures
 * @param opensearch the same as a query string of OpenSearch, or its aggregations
 */
record LogQuestion(String name, Kind kind, String vitrine, String opensearch) {

  /** What a request asks for. */
  enum Kind {
    /** The 50 newest hits and their number. */
    NEWEST,
    /** The 50 with the longest response time. */
    SLOWEST,
    /** The 50 newest, a histogram over time and the values of ten fields. */
    COUNTED,
    /** Figures by group. */
    FIGURES
  }

  private static LogQuestion newest(String name, String vitrine, String opensearch) {
    return new LogQuestion(name, Kind.NEWEST, vitrine, opensearch);
  }

  private static LogQuestion counted(String name, String vitrine, String opensearch) {
    return new LogQuestion(name, Kind.COUNTED, vitrine, opensearch);
  }

  /** The twenty. Lines are those of {@code generate logs}. */
  static List<LogQuestion> all() {
    return List.of(
        newest("everything", "", "*:*"),
        newest("a word", "connection", "connection"),
        newest("a word of many logs", "gateway", "gateway"),
        newest("a phrase", "\"closed connection\"", "\"closed connection\""),
        newest("an id in parts", "\"ML-6654\"", "\"ML-6654\""),
        newest("level", "level:ERROR", "level.keyword:ERROR"),
        newest(
            "service and level",
            "service:=payments AND level:ERROR",
            "service.keyword:payments AND level.keyword:ERROR"),
        newest("statuses", "status:>=500", "status_code:>=500"),
        newest("numbers", "response_time:>1000", "response_time:>1000"),
        newest("a beginning", "reserv*", "reserv*"),
        newest("a path", "endpoint:/api/cart*", "endpoint.keyword:\\/api\\/cart*"),
        newest("a network", "ip:81.0.0.0/8", "ip:\"81.0.0.0/8\""),
        newest("misspelt", "upstraem~2", "upstraem~2"),
        newest(
            "services without a level",
            "(service:=search OR service:=inventory) AND NOT level:INFO",
            "(service.keyword:search OR service.keyword:inventory) AND NOT level.keyword:INFO"),
        new LogQuestion(
            "slowest first", Kind.SLOWEST, "service:=catalog", "service.keyword:catalog"),
        counted("everything, counted", "", "*:*"),
        counted("a word, counted", "connection", "connection"),
        counted("level, counted", "level:ERROR", "level.keyword:ERROR"),
        new LogQuestion(
            "percentiles by endpoint",
            Kind.FIGURES,
            """
            "logs":{"figures":["responses","response_p50","response_p95","response_p99"],"by":["endpoint"]},"limit":50""",
            """
            {"by":{"terms":{"field":"endpoint.keyword","size":50},"aggs":{
              "p":{"percentiles":{"field":"response_time","percents":[50,95,99]}}}}}"""),
        new LogQuestion(
            "logs and errors by hour",
            Kind.FIGURES,
            """
            "logs":{"figures":["logs","errors"],"by":["time"]},"grain":"hour","limit":1000""",
            """
            {"by":{"date_histogram":{"field":"timestamp","fixed_interval":"1h"},"aggs":{
              "errors":{"filter":{"bool":{"should":[{"term":{"log_type.keyword":"error"}},{"terms":{"level.keyword":["ERROR","FATAL"]}}]}}}}}}"""));
  }
}
