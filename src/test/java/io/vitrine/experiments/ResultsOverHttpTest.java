package io.vitrine.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vitrine.LiveApp;
import io.vitrine.experiments.stats.Alternative;
import io.vitrine.experiments.stats.ConfidenceSequence;
import io.vitrine.experiments.stats.Effect;
import io.vitrine.experiments.stats.Estimate;
import io.vitrine.experiments.stats.FixedHorizon;
import io.vitrine.experiments.stats.Proportion;
import io.vitrine.experiments.stats.RatioSample;
import io.vitrine.experiments.stats.Sample;
import io.vitrine.experiments.stats.Scale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an experiment's page is told, beside figures counted again in plain Java. */
class ResultsOverHttpTest {

  @TempDir private Path folder;

  /** What a visitor did, as the test made it up. */
  private record Shopper(boolean treated, String device, int orders, double revenue) {}

  @Test
  void resultsAreThoseOfTheEvents() throws Exception {
    try (LiveApp app = LiveApp.start(folder)) {
      String admin = app.admin();
      String key = app.key("ingest");
      define(app, admin, "price", "");
      List<Shopper> shoppers = shoppers(7, 3000, 1.6, "");
      send(app, key, "price", shoppers);
      JsonNode result = app.get("/api/experiments/price/result").token(admin).send().ok().json();
      assertThat(result.get("verdict").asString()).isEqualTo("better_but");
      assertThat(result.get("best").asString()).isEqualTo("variant");
      assertThat(result.get("harmed").get(0).asString())
          .as("nobody sent a response time, so nothing says that it is safe")
          .isEqualTo("response_time_p95");
      conversion(result, shoppers);
      revenue(result, shoppers);
      orderValue(result, shoppers);
      worth(result, shoppers);
      JsonNode last = result.get("course").get(result.get("course").size() - 1);
      JsonNode primary = result.get("outcomes").get(0).get("comparisons").get(0);
      assertThat(last.get("lift").asDouble())
          .as("the course ends where the whole is")
          .isCloseTo(primary.get("fixed").get("estimate").asDouble(), within(1e-9));
      assertThat(result.get("power").get("now").asDouble()).isBetween(0.0, 0.8);
      needed(app, admin, result);
      segments(app, admin, shoppers);
      crossing(app, admin, key);
    }
  }

  @Test
  void aSplitThatIsOffNamesTheSegmentThatBrokeIt() throws Exception {
    try (LiveApp app = LiveApp.start(folder)) {
      String admin = app.admin();
      String key = app.key("ingest");
      define(app, admin, "split", "");
      send(app, key, "split", shoppers(8, 2500, 1, "phone"));
      JsonNode result = app.get("/api/experiments/split/result").token(admin).send().ok().json();
      assertThat(result.get("verdict").asString()).isEqualTo("split_off");
      JsonNode broken = result.get("split").get("broken").get(0);
      assertThat(broken.get("dimension").asString()).isEqualTo("device");
      assertThat(broken.get("segment").asString()).isEqualTo("phone");
      assertThat(broken.get("visitors").get(1).asLong())
          .isLessThan(broken.get("visitors").get(0).asLong() / 2);
    }
  }

  /** Each rule decides by its own comparison. */
  @Test
  void theRuleSaysWhenOneMayLook() throws Exception {
    try (LiveApp app = LiveApp.start(folder)) {
      String admin = app.admin();
      String key = app.key("ingest");
      define(app, admin, "once", ", \"planned_units\": 4000, \"rule\": {\"look\": \"fixed\"}");
      define(
          app,
          admin,
          "looks",
          ", \"planned_units\": 4000, \"rule\": {\"look\": \"group_sequential\", \"looks\": 4}");
      List<Shopper> shoppers = shoppers(9, 2000, 2, "");
      send(app, key, "once", shoppers);
      send(app, key, "looks", shoppers);
      JsonNode once = app.get("/api/experiments/once/result").token(admin).send().ok().json();
      assertThat(once.get("peeking").asBoolean()).isTrue();
      assertThat(once.get("verdict").asString()).isEqualTo("waiting");
      assertThat(
              once.get("outcomes")
                  .get(0)
                  .get("comparisons")
                  .get(0)
                  .get("fixed")
                  .get("p_value")
                  .asDouble())
          .as("however clear it seems")
          .isLessThan(0.001);
      JsonNode looks = app.get("/api/experiments/looks/result").token(admin).send().ok().json();
      assertThat(looks.get("looks")).hasSize(4);
      assertThat(looks.get("looks").get(1).get("units").asLong()).isEqualTo(2000);
      assertThat(
              IntStream.range(0, 4)
                  .filter(i -> looks.get("looks").get(i).get("crossed").asBoolean()))
          .as("all came on one day, which is one look")
          .containsExactly(0);
      assertThat(looks.get("best").asString()).isEqualTo("variant");
    }
  }

  private static void define(LiveApp app, String admin, String key, String more) {
    app.ask("PUT", "/api/experiments/" + key)
        .json(
            "{\"metrics\": [\"conversion_per_visitor\", \"revenue_per_visitor\", \"aov\"],"
                + " \"guardrails\": [\"response_time_p95\"]"
                + more
                + "}")
        .token(admin)
        .send()
        .ok();
    app.post("/api/experiments/" + key + "/start", "{}").token(admin).send().ok();
  }

  /** Every tenth visitor buys in control. */
  private static List<Shopper> shoppers(long seed, int count, double effect, String missing) {
    SplittableRandom dice = new SplittableRandom(seed);
    List<Shopper> shoppers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean treated = dice.nextBoolean();
      String device = dice.nextInt(3) == 0 ? "phone" : "desktop";
      int orders = dice.nextDouble() < 0.1 * (treated ? effect : 1) ? 1 + dice.nextInt(2) : 0;
      double revenue = 0;
      for (int order = 0; order < orders; order++) {
        revenue += (500 + dice.nextInt(10_000)) / 100.0;
      }
      // Phones of the variant get lost where something is missing.
      if (!(treated && device.equals(missing) && dice.nextInt(4) > 0)) {
        shoppers.add(new Shopper(treated, device, orders, Math.round(revenue * 100) / 100.0));
      }
    }
    return shoppers;
  }

  private static void send(LiveApp app, String key, String experiment, List<Shopper> shoppers) {
    StringBuilder events = new StringBuilder();
    for (int i = 0; i < shoppers.size(); i++) {
      Shopper one = shoppers.get(i);
      String visitor = "\"visitor_id\":\"%s-%d\"".formatted(experiment, i);
      events.append(
          "{\"type\":\"exposure\",%s,\"device\":\"%s\",\"experiment\":\"%s\",\"variant\":\"%s\"}%n"
              .formatted(visitor, one.device(), experiment, one.treated() ? "variant" : "control"));
      for (int order = 0; order < one.orders(); order++) {
        double amount = order == 0 ? one.revenue() - (one.orders() - 1) : 1;
        events.append(
            String.format(
                Locale.ROOT,
                "{\"type\":\"purchase\",%s,\"order_id\":\"%s-%d-%d\",\"amount\":%.2f,\"currency\":\"EUR\"}%n",
                visitor,
                experiment,
                i,
                order,
                amount));
      }
    }
    app.post("/api/events", events.toString())
        .header("Content-Type", "application/x-ndjson")
        .token(key)
        .send()
        .ok();
  }

  private static double[] values(
      List<Shopper> shoppers, boolean treated, java.util.function.ToDoubleFunction<Shopper> value) {
    return shoppers.stream().filter(one -> one.treated() == treated).mapToDouble(value).toArray();
  }

  private static void conversion(JsonNode result, List<Shopper> shoppers) {
    JsonNode primary = result.get("outcomes").get(0);
    Proportion[] arms = new Proportion[2];
    for (int arm = 0; arm < 2; arm++) {
      double[] bought = values(shoppers, arm == 1, one -> one.orders() > 0 ? 1 : 0);
      arms[arm] = new Proportion((long) java.util.Arrays.stream(bought).sum(), bought.length);
      assertThat(primary.get("arms").get(arm).get("visitors").asLong()).isEqualTo(bought.length);
      assertThat(primary.get("arms").get(arm).get("positive").asLong())
          .isEqualTo(arms[arm].successes());
    }
    same(
        primary.get("comparisons").get(0).get("fixed"),
        FixedHorizon.student(
            Estimate.of(arms[0], arms[1], Scale.RELATIVE), Alternative.TWO_SIDED, 0.95));
    same(
        primary.get("comparisons").get(0).get("always"),
        new ConfidenceSequence(1 - 0.95, 5000)
            .test(Estimate.of(arms[0], arms[1], Scale.LOG_RATIO), Alternative.TWO_SIDED));
  }

  private static void same(JsonNode told, Effect expected) {
    assertThat(told.get("estimate").asDouble())
        .isCloseTo(expected.interval().estimate(), within(1e-9));
    assertThat(told.get("low").asDouble()).isCloseTo(expected.interval().low(), within(1e-9));
    assertThat(told.get("high").asDouble()).isCloseTo(expected.interval().high(), within(1e-9));
    assertThat(told.get("p_value").asDouble()).isCloseTo(expected.pValue(), within(1e-9));
  }

  /** The cap is a quantile of both arms' amounts together. */
  private static void revenue(JsonNode result, List<Shopper> shoppers) {
    JsonNode revenue = result.get("outcomes").get(1);
    var caps =
        io.vitrine.experiments.stats.Caps.pooled(
            List.of(
                values(shoppers, false, Shopper::revenue),
                values(shoppers, true, Shopper::revenue)),
            0,
            0.99,
            true);
    assertThat(revenue.get("cap").asDouble()).isCloseTo(caps.high(), within(1e-6));
    Sample control = Sample.of(caps.on(values(shoppers, false, Shopper::revenue)));
    Sample variant = Sample.of(caps.on(values(shoppers, true, Shopper::revenue)));
    Effect expected =
        FixedHorizon.student(
            Estimate.of(control, variant, Scale.RELATIVE), Alternative.TWO_SIDED, 0.95);
    JsonNode told = revenue.get("comparisons").get(0).get("fixed");
    assertThat(told.get("estimate").asDouble())
        .isCloseTo(expected.interval().estimate(), within(1e-6));
    assertThat(told.get("p_value").asDouble()).isCloseTo(expected.pValue(), within(1e-6));
  }

  private static void orderValue(JsonNode result, List<Shopper> shoppers) {
    JsonNode told = result.get("outcomes").get(2).get("comparisons").get(0).get("fixed");
    Effect expected =
        FixedHorizon.student(
            Estimate.of(ratio(shoppers, false), ratio(shoppers, true), Scale.RELATIVE),
            Alternative.TWO_SIDED,
            0.95);
    assertThat(told.get("estimate").asDouble())
        .isCloseTo(expected.interval().estimate(), within(1e-6));
    assertThat(told.get("p_value").asDouble()).isCloseTo(expected.pValue(), within(1e-6));
  }

  private static RatioSample ratio(List<Shopper> shoppers, boolean treated) {
    double[] revenue = values(shoppers, treated, Shopper::revenue);
    double[] orders = values(shoppers, treated, Shopper::orders);
    Sample above = Sample.of(revenue);
    Sample below = Sample.of(orders);
    double together = 0;
    for (int i = 0; i < revenue.length; i++) {
      together += (revenue[i] - above.mean()) * (orders[i] - below.mean());
    }
    return new RatioSample(
        revenue.length,
        above.mean(),
        below.mean(),
        above.variance(),
        below.variance(),
        together / (revenue.length - 1));
  }

  private static void worth(JsonNode result, List<Shopper> shoppers) {
    JsonNode worth = result.get("worth");
    assertThat(worth.get("per_thousand").get("estimate").asDouble()).isPositive();
    assertThat(worth.get("per_month").get("estimate").asDouble())
        .as("all visitors of one day, thirty times")
        .isCloseTo(
            worth.get("per_thousand").get("estimate").asDouble() * shoppers.size() * 30 / 1000,
            within(1e-6));
  }

  private static void segments(LiveApp app, String admin, List<Shopper> shoppers) {
    JsonNode segments =
        app.get("/api/experiments/price/segments?by=device").token(admin).send().ok().json();
    JsonNode desktop = segments.get("segments").get(0);
    assertThat(desktop.get("segment").asString()).isEqualTo("desktop");
    assertThat(desktop.get("arms").get(0).get("visitors").asLong())
        .isEqualTo(
            shoppers.stream().filter(s -> !s.treated() && s.device().equals("desktop")).count());
    JsonNode compared = desktop.get("comparisons").get(0).get("comparison");
    assertThat(compared.get("adjusted_p_value").asDouble())
        .isGreaterThanOrEqualTo(compared.get("p_value").asDouble());
    assertThat(app.get("/api/experiments/price/segments?by=browser").token(admin).send().code())
        .isEqualTo("segments_by");
  }

  /** What a plan of the same test says. */
  private static void needed(LiveApp app, String admin, JsonNode result) {
    JsonNode control = result.get("arms").get(0);
    JsonNode variant = result.get("arms").get(1);
    double rate = result.get("outcomes").get(0).get("arms").get(0).get("figure").asDouble();
    double share =
        variant.get("visitors").asDouble()
            / (control.get("visitors").asDouble() + variant.get("visitors").asDouble());
    String plan =
        String.format(
            Locale.ROOT,
            "{\"kind\": \"proportion\", \"baseline\": %s, \"effect\": 0.05, \"sequential\": true, \"tuning\": 5000, \"split\": [%s, %s]}",
            rate,
            1 - share,
            share);
    long needed =
        app.post("/api/experiments/plan", plan)
            .token(admin)
            .send()
            .ok()
            .json()
            .get("required_units")
            .asLong();
    assertThat(result.get("power").get("needed").asLong())
        .isCloseTo(needed, within(2L))
        .isGreaterThan(result.get("visitors").asLong());
  }

  private static void crossing(LiveApp app, String admin, String key) {
    app.post(
            "/api/events",
            "{\"type\":\"exposure\",\"visitor_id\":\"price-1\",\"experiment\":\"price\",\"variant\":\"control\"}\n"
                + "{\"type\":\"exposure\",\"visitor_id\":\"price-1\",\"experiment\":\"price\",\"variant\":\"variant\"}\n"
                + "{\"type\":\"exposure\",\"visitor_id\":\"other\",\"experiment\":\"price\",\"variant\":\"old\"}\n")
        .header("Content-Type", "application/x-ndjson")
        .token(key)
        .send()
        .ok();
    JsonNode result = app.get("/api/experiments/price/result").token(admin).send().ok().json();
    assertThat(result.get("crossing").get("visitors").asLong()).isEqualTo(1);
    assertThat(
            result
                .get("crossing")
                .get("without")
                .get(0)
                .get("comparison")
                .get("estimate")
                .isNumber())
        .isTrue();
    assertThat(result.get("unknown").asLong()).isEqualTo(1);
  }
}
