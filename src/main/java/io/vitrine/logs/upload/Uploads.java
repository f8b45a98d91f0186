package io.vitrine.logs.upload;

import io.vitrine.accounts.Caller;
import io.vitrine.intake.LogDoor;
import io.vitrine.intake.LogDoor.Sent;
import io.vitrine.intake.Receipt;
import io.vitrine.intake.Rejection;
import io.vitrine.logs.LogSettings;
import io.vitrine.model.LogQuery;
import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.LogIndex;
import io.vitrine.store.LogSearch;
import io.vitrine.store.LogText;
import io.vitrine.store.Records;
import io.vitrine.store.StoreSettings;
import io.vitrine.store.UploadRecord;
import io.vitrine.store.UploadRecord.Counts;
import io.vitrine.store.UploadRecord.State;
import io.vitrine.store.UploadRecords;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Takes files of logs: keeps each until it is read, reads one at a time, and goes on after a
 * restart with what was not done. Records get ids of the file's content and their place, so that
 * nothing is stored twice however often a file is read.
 */
@Component
class Uploads implements DisposableBean {

  private static final System.Logger LOG = System.getLogger(Uploads.class.getName());
  private static final int AT_A_TIME = 1_000;
  private static final int PREVIEWED = 10;
  private static final int PATIENCE = 60;
  private static final int LONGEST_NAME = 300;

  private final LogDoor door;
  private final EventStore store;
  private final LogIndex index;
  private final UploadRecords records;
  private final Path folder;
  private final DataSize limit;
  private final Clock clock;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("uploads").factory());
  private volatile boolean stopped;

  Uploads(
      LogDoor door,
      EventStore store,
      LogIndex index,
      Records records,
      StoreSettings storeSettings,
      LogSettings settings,
      Clock clock) {
    this.door = door;
    this.store = store;
    this.index = index;
    this.records = records.uploads();
    this.folder = storeSettings.folder().resolve("uploads");
    this.limit = settings.uploadLimit();
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void goOn() {
    records.unfinished().forEach(this::enqueue);
  }

  /**
   * Keeps a file and has it read.
   *
   * @param sent its content; not closed
   * @throws Problem of category TOO_LARGE beyond the limit, CALLER for an empty file
   */
  UploadRecord take(String filename, InputStream sent, Caller caller) throws IOException {
    UUID id = UUID.randomUUID();
    Files.createDirectories(folder);
    Path file = file(id);
    try {
      String fingerprint = copy(sent, file);
      UploadRecord upload = upload(id, filename, file, fingerprint, caller);
      records.add(upload);
      if (upload.state() == State.PENDING) {
        enqueue(upload);
      } else {
        Files.delete(file);
      }
      return upload;
    } catch (IOException | RuntimeException failure) {
      Files.deleteIfExists(file);
      throw failure;
    }
  }

  private String copy(InputStream sent, Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = Files.newOutputStream(file)) {
      DigestInputStream in = new DigestInputStream(sent, digest);
      byte[] buffer = new byte[64 * 1024];
      long size = 0;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > limit.toBytes()) {
          throw new Problem(
              "upload_too_large",
              Problem.Category.TOO_LARGE,
              "the file has more than " + limit.toBytes() + " bytes; nothing of it was kept");
        }
        out.write(buffer, 0, read);
      }
      if (size == 0) {
        throw Problem.caller("upload_empty", "the file is empty");
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private UploadRecord upload(
      UUID id, String filename, Path file, String fingerprint, Caller caller) throws IOException {
    FileForm form = FileForm.of(file);
    UploadRecord fresh =
        new UploadRecord(
            id,
            caller.id(),
            caller.name(),
            filename.substring(0, Math.min(filename.length(), LONGEST_NAME)),
            Files.size(file),
            form.wireName(),
            fingerprint,
            State.PENDING,
            0,
            0,
            0,
            0,
            0,
            null,
            preview(file, form),
            clock.instant(),
            null);
    return records
        .completedWith(fingerprint)
        .map(
            before ->
                fresh.with(
                    State.COMPLETED,
                    new Counts(
                        0,
                        before.accepted() + before.duplicates(),
                        before.rejected(),
                        before.replaced(),
                        fresh.fileSize()),
                    "same_as:" + before.id(),
                    clock.instant()))
        .orElse(fresh);
  }

  private static String preview(Path file, FileForm form) throws IOException {
    List<String> first = new ArrayList<>();
    try {
      FileReading.read(
          file,
          form,
          record -> {
            first.add(record.text());
            if (first.size() == PREVIEWED) {
              throw new Enough();
            }
          });
    } catch (Enough enough) {
      return String.join("\n", first);
    }
    return String.join("\n", first);
  }

  /** Ends a reading early. */
  private static final class Enough extends IOException {}

  List<UploadRecord> newest(int most) {
    return records.newest(most);
  }

  UploadRecord one(UUID id) {
    return records
        .byId(id)
        .orElseThrow(() -> Problem.absent("upload_unknown", "there is no upload " + id));
  }

  Path rejects(UUID id) {
    return folder.resolve(id + ".rejects.csv");
  }

  /** Reads a file that broke off once more from its beginning. */
  UploadRecord again(UUID id) {
    UploadRecord upload = one(id);
    if (upload.state() != State.FAILED || !Files.exists(file(id))) {
      throw new Problem(
          "upload_not_failed",
          Problem.Category.CONFLICT,
          "the upload is " + upload.state() + "; only one that failed is tried again");
    }
    UploadRecord waiting = upload.with(State.PENDING, Counts.NONE, null, null);
    records.change(waiting);
    enqueue(waiting);
    return waiting;
  }

  private Path file(UUID id) {
    return folder.resolve(id + ".data");
  }

  private void enqueue(UploadRecord upload) {
    Future<?> _ = reader.submit(() -> process(upload));
  }

  private void process(UploadRecord upload) {
    try {
      Work work = new Work(upload);
      FileForm form = FileForm.of(file(upload.id()));
      work.run(form);
      awaitSearchable();
      records.change(upload.with(State.COMPLETED, inAll(upload, work), null, clock.instant()));
      Files.delete(file(upload.id()));
    } catch (IOException | RuntimeException failure) {
      if (!stopped) {
        fail(upload, failure);
      }
    }
  }

  private void fail(UploadRecord upload, Exception failure) {
    LOG.log(System.Logger.Level.WARNING, "The upload " + upload.id() + " broke off", failure);
    UploadRecord now = records.byId(upload.id()).orElse(upload);
    records.change(
        now.with(
            State.FAILED, now.counts(), String.valueOf(failure.getMessage()), clock.instant()));
  }

  /** Completed means that every log of the file can be searched, however long that takes. */
  private void awaitSearchable() {
    long wanted = store.watermark().sequence();
    while (index.committedSequence() < wanted && !stopped) {
      pause(Duration.ofMillis(100));
    }
  }

  /** What an earlier reading of the same file stored, before it broke off, is no duplicate. */
  private Counts inAll(UploadRecord upload, Work work) {
    Counts last = work.counts();
    if (last.duplicates() == 0) {
      return last;
    }
    long stored = Math.max(last.accepted(), stored(upload));
    long before = Math.min(last.duplicates(), stored - last.accepted());
    return new Counts(
        last.accepted() + before,
        last.duplicates() - before,
        last.rejected(),
        last.replaced(),
        last.bytesDone());
  }

  private long stored(UploadRecord upload) {
    LogQuery its = new LogQuery.Exactly(LogText.UPLOAD, List.of(upload.id().toString()));
    return index.search(LogSearch.hits(its, LogSearch.Order.NEWEST, 0, null)).total();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the program ends", end);
    }
  }

  @Override
  public void destroy() {
    stopped = true;
    reader.shutdownNow();
  }

  /**
   * A record at its place.
   *
   * @param nth of those that begin on the same line, from 0
   */
  private record Placed(FileRecord record, long nth) {}

  /** One reading of one file. */
  private final class Work {

    private final UploadRecord upload;
    private final List<Placed> waiting = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejected;
    private long replaced;
    private long bytes;
    private long line;
    private long nth;

    Work(UploadRecord upload) {
      this.upload = upload;
    }

    void run(FileForm form) throws IOException {
      try (RejectFile rejects = new RejectFile(rejects(upload.id()));
          CountedStream file = new CountedStream(Files.newInputStream(file(upload.id())));
          InputStream text = FileForm.text(file, () -> replaced++)) {
        records.change(upload.with(State.PROCESSING, Counts.NONE, null, null));
        FileReading.read(
            text,
            form,
            record -> {
              bytes = file.count();
              take(record, rejects);
            });
        bytes = file.count();
        store(rejects);
      }
    }

    private void take(FileRecord record, RejectFile rejects) throws IOException {
      nth = record.line() == line ? nth + 1 : 0;
      line = record.line();
      if (record.json() == null) {
        rejected++;
        rejects.add(record, String.valueOf(record.reason()), String.valueOf(record.detail()));
        return;
      }
      waiting.add(new Placed(record, nth));
      if (waiting.size() == AT_A_TIME) {
        store(rejects);
        records.change(upload.with(State.PROCESSING, counts(), null, null));
      }
    }

    private void store(RejectFile rejects) throws IOException {
      if (waiting.isEmpty()) {
        return;
      }
      List<Sent> sent = new ArrayList<>();
      for (Placed placed : waiting) {
        byte[] json = placed.record().json();
        if (json != null) {
          sent.add(new Sent(json, id(placed), upload.id().toString()));
        }
      }
      Receipt receipt = patiently(sent);
      accepted += receipt.accepted();
      duplicates += receipt.duplicates();
      rejected += receipt.rejectedTotal();
      for (Rejection rejection : receipt.rejected()) {
        rejects.add(
            waiting.get(rejection.index()).record(),
            rejection.reason().wireName(),
            rejection.detail());
      }
      waiting.clear();
    }

    private String id(Placed placed) {
      String line = "file:" + upload.fingerprint().substring(0, 24) + ":" + placed.record().line();
      return placed.nth() == 0 ? line : line + "/" + placed.nth();
    }

    /** Waits while others have the store busy; files are in no hurry. */
    private Receipt patiently(List<Sent> sent) {
      for (int i = 0; i < PATIENCE; i++) {
        try {
          return door.accept(sent);
        } catch (Problem busy) {
          if (busy.category() != Problem.Category.LOAD) {
            throw busy;
          }
          pause(Duration.ofSeconds(1));
        }
      }
      return door.accept(sent);
    }

    Counts counts() {
      return new Counts(
          accepted, duplicates, rejected, replaced, Math.min(bytes, upload.fileSize()));
    }
  }

  /** What of a file is no log. */
  private static final class RejectFile implements AutoCloseable {

    private final Path file;
    private java.io.@org.jspecify.annotations.Nullable Writer writer;

    RejectFile(Path file) throws IOException {
      this.file = file;
      Files.deleteIfExists(file);
    }

    void add(FileRecord record, String reason, String detail) throws IOException {
      java.io.Writer out = writer;
      if (out == null) {
        out = Files.newBufferedWriter(file);
        out.write("line,reason,detail,text\r\n");
        writer = out;
      }
      out.write(
          record.line()
              + ","
              + reason
              + ","
              + quoted(detail)
              + ","
              + quoted(record.text())
              + "\r\n");
    }

    private static String quoted(String text) {
      return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
      try {
        if (writer != null) {
          writer.close();
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
