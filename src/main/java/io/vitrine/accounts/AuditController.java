package io.vitrine.accounts;

import io.vitrine.model.Role;
import io.vitrine.store.AuditRecord;
import io.vitrine.store.AuditRecords;
import io.vitrine.store.Records;
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

  AuditController(Records records) {
    this.records = records.audit();
  }

  @Needs(Role.ADMIN)
  @GetMapping
  AuditPage list(
      @RequestParam(required = false) @Nullable String act,
      @RequestParam(required = false) @Nullable Long cursor,
      @RequestParam(defaultValue = "100") int limit) {
    Bodies.within(limit, 1, MOST, "limit");
    List<AuditRecord> acts = records.newest(act, cursor, limit);
    Long next = acts.size() < limit ? null : acts.getLast().number();
    return new AuditPage(acts, records.count(act), next);
  }

  /**
   * Some acts, and how many there are in all.
   *
   * @param nextCursor brings the acts before these; absent at the end
   */
  record AuditPage(List<AuditRecord> acts, long total, @Nullable Long nextCursor) {}
}
