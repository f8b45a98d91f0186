package io.vitrine.store.duckdb;

import io.vitrine.store.past.Past;
import io.vitrine.store.past.Rows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.stream.Stream;

/** Actions with what the table of events needs beside them: the shop's clock and our hashes. */
record ActionRows(Rows actions, String prefix, ZoneId zone) implements Rows {

  private static final int AT = 1;
  private static final int VISITOR = 2;
  private static final int KIND = 3;
  private static final int PRODUCT = 4;
  private static final int ORDER = 5;
  private static final int LOCAL = 6;
  private static final int VISITOR_KEY = 7;
  private static final int ID_HASH = 8;

  private static final List<Column> ADDED =
      Stream.of("local", "visitor_key", "id_hash")
          .map(name -> new Column(name, Type.NUMBER))
          .toList();

  @Override
  public List<Column> columns() {
    return Stream.concat(Past.ACTION_COLUMNS.stream(), ADDED.stream()).toList();
  }

  @Override
  public Reader reader() {
    Reader reader = actions.reader();
    LocalClock clock = new LocalClock(zone.getRules());
    long start = Hash.start(prefix);
    return batch -> {
      int rows = reader.fill(batch);
      for (int row = 0; row < rows; row++) {
        long at = batch.numbers(AT)[row];
        batch.numbers(LOCAL)[row] = at + clock.offset(at);
        batch.numbers(VISITOR_KEY)[row] = Hash.of(batch.numbers(VISITOR)[row]);
        batch.numbers(ID_HASH)[row] = Hash.mix(id(start, batch, row));
      }
      return rows;
    };
  }

  /** The hash of the id that {@code store_actions} writes: at:visitor:kind:product:order. */
  private static long id(long start, Batch batch, int row) {
    long hash = start;
    for (int column : new int[] {AT, VISITOR, KIND, PRODUCT}) {
      hash = Hash.add(Hash.add(hash, batch.numbers(column)[row]), ':');
    }
    long order = batch.numbers(ORDER)[row];
    return order == Batch.NONE ? hash : Hash.add(hash, order);
  }

  @Override
  public void finish() {
    actions.finish();
  }

  /** The offset of a zone, looked up once for each stretch of time in which it stays. */
  private static final class LocalClock {

    private final ZoneRules rules;
    private long from = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private long offset;

    LocalClock(ZoneRules rules) {
      this.rules = rules;
    }

    long offset(long at) {
      if (at < from || at >= until) {
        Instant moment = Instant.ofEpochMilli(at);
        ZoneOffsetTransition next = rules.nextTransition(moment);
        ZoneOffsetTransition previous = rules.previousTransition(moment.plusMillis(1));
        from = previous == null ? Long.MIN_VALUE : previous.getInstant().toEpochMilli();
        until = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
        offset = rules.getOffset(moment).getTotalSeconds() * 1000L;
      }
      return offset;
    }
  }
}
