package io.vitrine.trust.fraud;

import io.vitrine.store.FraudRecord;
import io.vitrine.store.StoreSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes scores down in the form in which they are kept, and reads them again. */
@Component
class Judge {

  private static final int LONGEST = 1_000;

  private final JsonMapper json;
  private final ZoneId zone;

  Judge(JsonMapper json, StoreSettings settings) {
    this.json = json;
    this.zone = settings.zone();
  }

  /** A score as it is kept: a case from level medium on, with details from level low on. */
  FraudRecord record(Seen seen, Score score, int version) {
    Transaction payment = seen.payment();
    return new FraudRecord(
        payment.id(),
        payment.at(),
        LocalDate.ofInstant(payment.at(), zone),
        score.value(),
        Words.of(score.level()),
        payment.worth(),
        parties(payment),
        indicators(score.signs()),
        score.level() == Level.MINIMAL ? null : content(seen, score, version),
        score.level().isCase() ? "open" : "none",
        null,
        null,
        null,
        null,
        null);
  }

  private String content(Seen seen, Score score, int version) {
    Map<String, Integer> counted =
        seen.past().figures().entrySet().stream()
            .filter(figure -> figure.getValue() > 0)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return json.writeValueAsString(new Judged(seen.payment(), score.signs(), counted, version));
  }

  Judged read(String content) {
    return json.readValue(content, Judged.class);
  }

  private static FraudRecord.Parties parties(Transaction payment) {
    return new FraudRecord.Parties(
        payment.user(),
        payment.card(),
        payment.device(),
        payment.address(),
        payment.email(),
        payment.delivery());
  }

  static String indicators(List<Sign> signs) {
    String names = signs.stream().map(Sign::name).collect(Collectors.joining(","));
    return names.length() <= LONGEST ? names : names.substring(0, LONGEST);
  }
}
