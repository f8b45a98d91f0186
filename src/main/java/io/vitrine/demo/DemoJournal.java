package io.vitrine.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * Which demo shop a data folder holds and how far it is loaded, in the file {@code
 * demo.properties}. What is noted here has been stored before, so that a load that was broken off
 * goes on where it stopped.
 */
public final class DemoJournal {

  private final Path file;
  private final DemoShop shop;
  private Instant loadedUntil;

  private DemoJournal(Path file, DemoShop shop, Instant loadedUntil) {
    this.file = file;
    this.shop = shop;
    this.loadedUntil = loadedUntil;
  }

  /** The journal of a data folder; the shop is noted there when there is none yet. */
  public static DemoJournal open(Path folder, DemoShop otherwise) {
    Path file = folder.resolve("demo.properties");
    return read(file).orElseGet(() -> new DemoJournal(file, otherwise, Instant.EPOCH).save());
  }

  private static Optional<DemoJournal> read(Path file) {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    Properties noted = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      noted.load(reader);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read " + file, failure);
    }
    return Optional.of(
        new DemoJournal(file, shop(noted), Instant.parse(noted.getProperty("loaded-until"))));
  }

  private static DemoShop shop(Properties noted) {
    return new DemoShop(
        Long.parseLong(noted.getProperty("seed")),
        LocalDate.parse(noted.getProperty("opening")),
        Double.parseDouble(noted.getProperty("scale")));
  }

  /** The shop of the folder. */
  public DemoShop shop() {
    return shop;
  }

  /** Every event up to here (inclusive) is stored; the epoch when none is. */
  public Instant loadedUntil() {
    return loadedUntil;
  }

  /** Notes that every event up to an instant (inclusive) is stored. */
  public void note(Instant until) {
    loadedUntil = until;
    save();
  }

  private DemoJournal save() {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        properties().store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file, failure);
    }
    return this;
  }

  private Properties properties() {
    Properties noted = new Properties();
    noted.setProperty("seed", Long.toString(shop.seed()));
    noted.setProperty("opening", shop.opening().toString());
    noted.setProperty("scale", Double.toString(shop.scale()));
    noted.setProperty("loaded-until", loadedUntil.toString());
    return noted;
  }
}
