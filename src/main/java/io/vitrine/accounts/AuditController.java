package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.model.Shop;
import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import io.vitrine.store.AuditRecords.Wanted;
import io.vitrine.store.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done, the newest first. */
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditController {

  private static final int MOST = 1000;

  private final AuditRecords records;
  private final ZoneId zone;

  AuditController(Records records, Shop shop) {
    this.records = records.audit();
    this.zone = shop.zone();
  }

  /**
   * Some acts.
   *
   * @param act only of this kind
   * @param q only with this text in actor, subject, address or detail
   * @param from first day, in the shop's time zone
   * @param to last day
   */
  @Needs(Role.ADMIN)
  @GetMapping
  AuditPage list(
      @RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "100") int limit) {
    Bodies.within(limit, 1, MOST, "limit");
    Wanted wanted = new Wanted(act, q, start(from), to == null ? null : start(to.plusDays(1)));
    List<AuditRecord> acts = records.newest(wanted, cursor, limit);
    Long next = acts.size() < limit ? null : acts.getLast().number();
    return new AuditPage(acts, records.count(wanted), next);
  }

  /** Kinds of acts that there are. */
  @Needs(Role.ADMIN)
  @GetMapping("/kinds")
  ActKinds kinds() {
    return new ActKinds(records.kinds());
  }

  private @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  /** Kinds of acts, such as {@code signed_in}, by name. */
  record ActKinds(List<String> kinds) {}

  /**
   * Some acts, and how many there are in all.
   *
   * @param nextCursor brings the acts before these; absent at the end
   */
  record AuditPage(List<AuditRecord> acts, long total, @Nullable Long nextCursor) {}
}
