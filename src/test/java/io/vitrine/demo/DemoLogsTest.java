package io.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.EventType;
import io.vitrine.model.Field;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DemoLogsTest {

  private static final LocalDate OUTAGE = Year.TODAY.minusDays(9);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "transaction | transaction_id user_id amount currency payment_method status"
            + " transaction_type merchant_id ip",
        "error | error_code error_type error_message endpoint user_id stack_trace",
        "user_behavior | user_id action page session_id duration_ms user_agent",
        "performance | endpoint method response_time db_query_time status_code cache_hit ip",
        "fraud | transaction_id user_id fraud_score fraud_detected indicators amount location",
        "log | level service message source host trace_id"
      })
  void everyTypeOfLogHasEachOfItsFields(String type, String fields) {
    Set<String> seen =
        Year.of(new EventType(type)).flatMap(DemoLogsTest::fields).collect(Collectors.toSet());
    assertThat(seen).contains(fields.split(" ", -1)).contains("level", "service", "message");
    assertThat(Year.of(new EventType(type))).allMatch(log -> log.others().containsKey("metadata"));
  }

  private static java.util.stream.Stream<String> fields(Event event) {
    return List.of(Field.values()).stream().filter(event::has).map(Field::wireName);
  }

  @ParameterizedTest
  @CsvSource({"3000, 1, 7", "3000, 2, 7", "20000, 3, 2"})
  void sampleLogsFillTheDaysBeforeADayAndNeverReachIt(long count, long seed, int days)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SampleLogs logs = SampleLogs.before(seed, Year.TODAY, count);
    logs.write(out, part -> {});
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    String last = JsonMapper.shared().readTree(lines.getLast()).get("timestamp").asString();
    Instant end = Year.TODAY.atStartOfDay(Season.HOME).toInstant();
    assertThat(lines).hasSize((int) count);
    assertThat(Instant.parse(last)).isBetween(end.minus(Duration.ofDays(days)), end.minusMillis(1));
  }

  @Test
  void everyOrderHasItsTransaction() {
    Set<String> approved =
        Year.of(EventType.TRANSACTION)
            .filter(log -> "approved".equals(log.text(Field.STATUS)) && log.has(Field.ORDER_ID))
            .map(log -> Year.text(log, Field.ORDER_ID))
            .collect(Collectors.toSet());
    assertThat(approved).isEqualTo(Year.orders().keySet());
  }

  @Test
  void whileTheCheckoutIsDownErrorsBurstAndOrdersAreLost() {
    assertThat(outageHours(EventType.PURCHASE)).isLessThanOrEqualTo(2);
    assertThat(outageHours(EventType.ERROR)).isGreaterThan(300);
    assertThat(
            Year.of(EventType.TRANSACTION).filter(log -> "failed".equals(log.text(Field.STATUS))))
        .isNotEmpty();
  }

  private static long outageHours(EventType type) {
    return Year.of(type)
        .map(Year::local)
        .filter(time -> time.toLocalDate().equals(OUTAGE))
        .filter(time -> time.getHour() >= 18 && time.getHour() < 21)
        .count();
  }

  @Test
  void searchIsSlowOnItsBadDay() {
    LocalDate day = Year.TODAY.minusDays(16);
    assertThat(searchTime(day)).isGreaterThan(4 * searchTime(day.plusDays(1)));
  }

  private static double searchTime(LocalDate day) {
    return Year.of(EventType.PERFORMANCE)
        .filter(log -> Year.local(log).toLocalDate().equals(day))
        .filter(log -> "/api/search".equals(log.text(Field.ENDPOINT)))
        .mapToDouble(log -> java.util.Objects.requireNonNull(log.number(Field.RESPONSE_TIME)))
        .average()
        .orElseThrow();
  }

  @Test
  void someoneAttacksAndSomeoneCheats() {
    assertThat(Year.of(EventType.PERFORMANCE).map(log -> log.text(Field.ENDPOINT)))
        .contains("/login", "/static/../../../../etc/passwd", "/search?q=' OR '1'='1' --");
    assertThat(Year.of(EventType.FRAUD).map(log -> log.text(Field.INDICATORS)))
        .contains(
            "card_testing,rapid_succession",
            "impossible_travel,high_amount",
            "high_amount,unusual_basket");
  }
}
