package io.vitrine.demo;

import io.vitrine.model.Event;
import io.vitrine.model.Field;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.DoubleConsumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Log lines of all types as a shop's services write them, one JSON object a line, in time order.
 *
 * @param seed decides everything
 * @param from first day
 * @param days that the lines fill nearly, and never overstep unless there are too many for a shop
 * @param count number of lines
 */
public record SampleLogs(long seed, LocalDate from, int days, long count) {

  private static final int WEEK = 7;
  private static final int REPORT_EVERY = 5_000;

  /** A larger shop takes more memory than its lines are worth. */
  private static final double LARGEST = 300;

  /** In a smaller shop nothing happens but what its services do by themselves. */
  private static final double SMALLEST = 0.5;

  private static final double SMALL = 1;
  private static final double LARGE = 8;

  /** Chance makes more or fewer visitors; so much more than needed come. */
  private static final double MARGIN = 1.15;

  /** Lines that fill the week from a day on. */
  public SampleLogs(long seed, LocalDate from, long count) {
    this(seed, from, WEEK, count);
  }

  /** Lines of the days before a day: a week, or more where so many lines need more. */
  public static SampleLogs before(long seed, LocalDate day, long count) {
    SampleLogs logs = new SampleLogs(seed, day.minusDays(WEEK), WEEK, count);
    while (logs.neededScale() > LARGEST) {
      int days = 2 * logs.days();
      logs = new SampleLogs(seed, day.minusDays(days), days, count);
    }
    return logs;
  }

  /**
   * Writes the lines; the stream stays open.
   *
   * @param progress is told the part that is done, 0 to 1
   */
  public void write(OutputStream out, DoubleConsumer progress) throws IOException {
    DemoFeed feed = new DemoFeed(World.wholeLogs(seed, from, scale()));
    String mark = mark();
    JsonMapper mapper = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    try (JsonGenerator json = generator(mapper, out)) {
      for (long line = 0; line < count; line++) {
        write(nextLog(feed), mark, json);
        if (line % REPORT_EVERY == 0) {
          progress.accept((double) line / count);
        }
      }
      json.writeRaw('\n');
    }
  }

  /** Other lines have other ids, and none has one of the demo shop's: ids are stored once. */
  private String mark() {
    long drawn = Dice.hash(seed, from.toEpochDay(), count);
    return Long.toString(drawn & 0xffff_ffffL, 36) + "-";
  }

  private double scale() {
    return Math.clamp(neededScale(), SMALLEST, LARGEST);
  }

  /**
   * How large the shop has to be. Lines grow with it, but for those of the services themselves, so
   * two small shops tell.
   */
  private double neededScale() {
    long ofSmall = linesOf(SMALL);
    double ofEach = (linesOf(LARGE) - ofSmall) / (LARGE - SMALL);
    return MARGIN * (SMALL + (count - ofSmall) / ofEach);
  }

  private long linesOf(double shop) {
    DemoFeed feed = new DemoFeed(World.wholeLogs(seed, from, shop));
    Instant end = from.plusDays(days).atStartOfDay(Season.HOME).toInstant();
    long lines = 0;
    while (feed.nextAt().isBefore(end)) {
      lines += feed.next().finish().type().isLog() ? 1 : 0;
    }
    return lines;
  }

  private static JsonGenerator generator(JsonMapper mapper, OutputStream out) {
    ObjectWriter writer = mapper.writer().withRootValueSeparator("\n");
    return writer.createGenerator(out, JsonEncoding.UTF8);
  }

  private static Event nextLog(DemoFeed feed) {
    Event event = feed.next().finish();
    while (!event.type().isLog()) {
      event = feed.next().finish();
    }
    return event;
  }

  private static void write(Event log, String mark, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty(Field.ID.wireName(), mark + log.id());
    for (Field field : Field.values()) {
      if (field != Field.ID) {
        write(field, log, json);
      }
    }
    log.others().forEach(json::writePOJOProperty);
    json.writeEndObject();
  }

  private static void write(Field field, Event log, JsonGenerator json) {
    Object value = log.value(field);
    if (value instanceof Instant moment) {
      json.writeStringProperty(field.wireName(), moment.toString());
    } else if (value != null) {
      json.writePOJOProperty(field == Field.TYPE ? "log_type" : field.wireName(), value);
    }
  }
}
