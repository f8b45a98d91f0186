package io.vitrine.history;

import io.vitrine.model.Problem;
import io.vitrine.store.EventStore;
import io.vitrine.store.past.Brought;
import io.vitrine.store.past.ImportRecord;
import io.vitrine.store.past.Past;
import io.vitrine.store.past.SessionRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/** Brings the files of a RetailRocket set into a store. */
public final class RetailRocketImport {

  private static final String KIND = "retailrocket";

  /** Of the time that a large import takes, the parts that reading and storing end at. */
  private static final double READ = 0.4;

  private static final double STORED = 0.7;

  private final EventStore store;
  private final Path data;

  /**
   * Into a store.
   *
   * @param data its data folder, where the rejects are kept
   */
  public RetailRocketImport(EventStore store, Path data) {
    this.store = store;
    this.data = data;
  }

  /**
   * Reads a folder and stores what is in it; files that were imported before are not read again.
   *
   * @param progress is told the part that is done, 0 to 1
   * @throws Problem for files that are missing, damaged or no such files; the store is as before
   */
  public ImportReport run(Path folder, SessionRule rule, DoubleConsumer progress) {
    PastFolder files = PastFolder.find(folder);
    List<String> fingerprints =
        files.all().parallelStream().map(PastFile::fingerprint).collect(Collectors.toList());
    String fingerprint = fingerprint(fingerprints);
    Optional<ImportRecord> earlier = store.imports().find(fingerprint);
    if (earlier.isPresent()) {
      return ImportReport.again(earlier.get());
    }
    Path work = data.resolve("imports").resolve(fingerprint);
    try (Reading reading = new Reading(files, fingerprints, work, rule, progress)) {
      ImportRecord done = store.imports().bring(reading.past(fingerprint), reading::report);
      store.derive(Share.of(progress, STORED, 1));
      return ImportReport.first(done);
    }
  }

  private static String fingerprint(List<String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(file -> digest.update((file + "\n").getBytes(StandardCharsets.UTF_8)));
      return KIND + "-" + HexFormat.of().formatHex(digest.digest(), 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The open files of one import. */
  private static final class Reading implements AutoCloseable {

    private final List<LineChunks> open = new ArrayList<>();
    private final List<Rejects> rejects = new ArrayList<>();
    private final AtomicLong read = new AtomicLong();
    private final PropertyNames names = new PropertyNames();
    private final List<Past.Part> properties = new ArrayList<>();
    private final Map<Long, String> paths;
    private final int categories;
    private final ActionFile actions;
    private final Rejects actionRejects;
    private final Path work;
    private final SessionRule rule;
    private final DoubleConsumer progress;
    private final long bytes;

    Reading(
        PastFolder files,
        List<String> fingerprints,
        Path work,
        SessionRule rule,
        DoubleConsumer progress) {
      this.work = work;
      this.rule = rule;
      this.progress = progress;
      this.bytes = files.all().stream().mapToLong(PastFile::size).sum();
      try {
        this.actionRejects = rejects(files.events());
        this.actions =
            ActionFile.open(files.events().name(), chunks(files.events()), actionRejects);
        for (int i = 0; i < files.properties().size(); i++) {
          properties.add(part(files.properties().get(i), fingerprints.get(i + 1)));
        }
        CategoryTree tree = files.tree().map(this::tree).orElse(new CategoryTree(Map.of()));
        this.paths = tree.paths();
        this.categories = tree.parents().size();
      } catch (RuntimeException | Error e) {
        close();
        throw e;
      }
    }

    private LineChunks chunks(PastFile file) {
      LineChunks chunks = file.open(this::advance);
      open.add(chunks);
      return chunks;
    }

    private void advance(long count) {
      Share.of(progress, 0, READ)
          .accept(Math.min(1, read.addAndGet(count) / (double) Math.max(1, bytes)));
    }

    private Rejects rejects(PastFile file) {
      Rejects of = new Rejects(work.resolve(file.name() + ".rejects"));
      rejects.add(of);
      return of;
    }

    private Past.Part part(PastFile file, String fingerprint) {
      return new Past.Part(
          fingerprint, PropertyFile.open(file.name(), chunks(file), names, rejects(file)));
    }

    private CategoryTree tree(PastFile file) {
      return CategoryTree.read(file.name(), chunks(file), rejects(file));
    }

    Past past(String fingerprint) {
      return new Past(
          KIND,
          fingerprint,
          rule,
          actions,
          properties,
          names::byNumber,
          paths,
          Share.of(progress, READ, STORED));
    }

    String report(Brought brought) {
      for (Brought.Repeated row : brought.repeated()) {
        actionRejects.add("events.csv", row.place(), Reason.DUPLICATE, row.text());
      }
      try {
        Files.createDirectories(work);
      } catch (IOException e) {
        throw Problem.ours("rejects_not_written", "cannot make the folder " + work, e);
      }
      Map<String, Long> counts = Rejects.join(rejects, work.resolve("rejects.csv"));
      return ImportReport.of(brought, actions.rows(), categories, counts, rule);
    }

    @Override
    public void close() {
      rejects.forEach(Rejects::close);
      open.forEach(LineChunks::close);
    }
  }
}
