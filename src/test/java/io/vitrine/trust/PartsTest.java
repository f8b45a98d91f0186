package io.vitrine.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import io.vitrine.trust.Part.Place;
import io.vitrine.trust.attacks.Detector;
import io.vitrine.trust.attacks.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many values a request has, none is left unread. */
class PartsTest {

  private static final String ATTACK = "1 union select name, password from users--";

  private static List<String> kinds(List<Part> parts) {
    return parts.stream()
        .flatMap(part -> Detector.inspect(part.value()).stream())
        .map(Evidence::kind)
        .map(kind -> kind.wireName())
        .distinct()
        .toList();
  }

  private static String list(int harmless, String last) {
    return IntStream.range(0, harmless)
        .mapToObj(number -> "\"Item " + number + "\"")
        .collect(Collectors.joining(",", "[", ",\"" + last + "\"]"));
  }

  @Test
  void theLastOfAThousandValuesIsRead() {
    List<Part> parts = Parts.body("application/json", list(999, ATTACK));
    assertThat(parts).hasSize(Parts.MOST + 1);
    assertThat(kinds(parts)).contains("sql_injection");
    assertThat(kinds(Parts.body("application/json", list(999, "Item 999")))).isEmpty();
  }

  @Test
  void whatStandsDeepIsRead() {
    String deep = "{\"a\":".repeat(60) + "\"" + ATTACK + "\"" + "}".repeat(60);
    assertThat(kinds(Parts.body("application/json", deep))).contains("sql_injection");
  }

  @Test
  void theLastOfAThousandParametersIsRead() {
    String form =
        IntStream.range(0, 999)
            .mapToObj(number -> "p" + number + "=" + number)
            .collect(Collectors.joining("&"));
    List<Part> parts = Parts.parameters(Place.BODY, form + "&last=" + ATTACK.replace(" ", "%20"));
    assertThat(parts).hasSize(Parts.MOST + 1);
    assertThat(kinds(parts)).contains("sql_injection");
    assertThat(kinds(Parts.parameters(Place.BODY, form))).isEmpty();
  }

  @Test
  void secretsAreNotReadTogetherWithOthers() {
    String body = list(500, "x").replace("\"x\"]", "{\"password\":\"hush\"}]");
    assertThat(Parts.body("application/json", body))
        .noneMatch(part -> part.value().contains("hush"));
  }

  @Test
  void secretsAreNotReadTogetherWhereverTheyStand() {
    String deep = "{\"a\":".repeat(60) + "{\"password\":\"hush\"}" + "}".repeat(60);
    assertThat(Parts.body("application/json", deep))
        .filteredOn(part -> part.value().contains("hush"))
        .allMatch(Part::isSecret);
    String form = "p=1&".repeat(400) + "password=hush&last=x";
    assertThat(Parts.parameters(Place.BODY, form))
        .noneMatch(part -> part.value().contains("hush"))
        .anyMatch(part -> part.value().contains("last=x"));
  }

  @Test
  void aLongNameIsReadOnceHoweverManyValuesAreUnderIt() {
    String name = "n".repeat(50_000) + ATTACK;
    String body = "{\"" + name + "\":" + list(300, "x") + "}";
    List<Part> parts = Parts.body("application/json", body);
    assertThat(kinds(parts)).contains("sql_injection");
    assertThat(parts.stream().mapToInt(part -> part.name().length() + part.value().length()).sum())
        .isLessThan(3 * body.length());
  }

  @Test
  void theLastOfAThousandValuesOfALogIsRead() {
    List<Object> values = new ArrayList<>();
    IntStream.range(0, 999).forEach(number -> values.add("Item " + number));
    values.add(Map.of("deep", List.of(Map.of("er", ATTACK))));
    values.add(Map.of("password", "hush"));
    Event event =
        Event.draft()
            .set(Field.ID, "e1")
            .set(Field.TYPE, "log")
            .set(Field.TIMESTAMP, Instant.parse("2026-11-20T12:00:00Z"))
            .other("request_body", values)
            .finish();
    List<Part> parts = LoggedRequest.of(event).orElseThrow().parts();
    assertThat(parts).hasSize(Parts.MOST + 1).noneMatch(part -> part.value().contains("hush"));
    assertThat(kinds(parts)).contains("sql_injection");
  }
}
