package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.intake.PastIntakes;
import io.vitrine.model.Event;
import io.vitrine.model.Problem;
import io.vitrine.store.EmbeddedStore;
import io.vitrine.store.EventStore;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.StoredEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store in pounds that files are brought into by mappings. */
abstract class MappedFixture {

  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-10T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  EventStore store;
  String[] rates = {};

  @BeforeEach
  void openStore() {
    store =
        EmbeddedStore.events(
            StoreSettings.of(data(), ZoneOffset.UTC, Currency.getInstance("GBP")), CLOCK);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  Path data() {
    return folder.resolve("data");
  }

  ImportReport bring(Path file, String mapping) {
    return new MappedImport(store, PastIntakes.of("GBP", rates), data(), CLOCK)
        .run(file, mapping, part -> {});
  }

  /** The report as it comes out of {@code --json}. */
  static JsonNode json(ImportReport report) {
    JsonMapper mapper =
        JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    return mapper.readTree(mapper.writeValueAsString(report.content()));
  }

  /** A term of the reconciliation as {@code lines amount}; empty when there is none. */
  static String term(ImportReport report, String term) {
    for (JsonNode line : json(report).get("reconciliation")) {
      if (line.get("term").asString().equals(term)) {
        return line.get("lines").asString()
            + " "
            + line.get("amount").decimalValue().toPlainString();
      }
    }
    return "";
  }

  Path file(String name, String text) {
    return file(name, text, StandardCharsets.UTF_8);
  }

  Path file(String name, String text, Charset encoding) {
    return file(name, text.getBytes(encoding));
  }

  Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String mapping(String text) {
    return file("mapping.yaml", text).toString();
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] zip(String... namesAndTexts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        packed.putNextEntry(new ZipEntry(namesAndTexts[i]));
        packed.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  List<Event> stored() {
    return store.after(0, 1_000).stream()
        .sorted(Comparator.comparingLong(StoredEvent::sequence))
        .map(StoredEvent::event)
        .toList();
  }

  List<String> rejects() {
    try (var files = Files.walk(data().resolve("imports"))) {
      Path rejects = files.filter(file -> file.endsWith("rejects.csv")).findFirst().orElseThrow();
      return Files.readAllLines(rejects);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The import is refused with a code and words, and stores nothing. */
  void assertRefused(Path file, String mapping, String code, String... words) {
    assertThatThrownBy(() -> bring(file, mapping))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code))
        .hasMessageContainingAll(words);
    assertThat(store.watermark().sequence()).isZero();
    assertThat(store.imports().all()).isEmpty();
  }
}
