package io.vitrine.trust.fraud;

import io.vitrine.store.FraudEntryRecord;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.Records;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was decided about cards, devices, e-mails and accounts. */
@Component
class ListBook {

  private final FraudRecords records;
  private volatile Lists current;

  ListBook(Records records) {
    this.records = records.fraud();
    this.current = read();
  }

  Lists current() {
    return current;
  }

  List<FraudEntryRecord> entries() {
    return records.entries();
  }

  void remove(String link, String entry) {
    records.removeEntry(link, entry);
    refresh();
  }

  /** To be called when something was decided. */
  void refresh() {
    current = read();
  }

  private Lists read() {
    Map<Lists.Entry, Lists.Listed> entries = new HashMap<>();
    for (FraudEntryRecord kept : records.entries()) {
      Link link = Link.valueOf(kept.link().toUpperCase(Locale.ROOT));
      entries.put(new Lists.Entry(link, kept.entry()), new Lists.Listed(kept.blocked(), kept.at()));
    }
    return new Lists(entries);
  }
}
