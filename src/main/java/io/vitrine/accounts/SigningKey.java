package io.vitrine.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key pair that signs access tokens, kept in the data folder for its owner's eyes only. */
final class SigningKey {

  private static final String FILE = "token-key.json";

  private SigningKey() {}

  /** Reads the key of a data folder; makes it when there is none. */
  static ECKey of(Path dataFolder) {
    Path file = dataFolder.resolve(FILE);
    try {
      return Files.exists(file) ? ECKey.parse(Files.readString(file)) : made(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read or write " + file, e);
    } catch (ParseException e) {
      throw new IllegalStateException(file + " does not hold a key", e);
    }
  }

  /** Appears whole or not at all, so that a crash leaves no half of a key. */
  private static ECKey made(Path file) throws IOException {
    ECKey key = generated();
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", ownerOnly());
    Files.writeString(draft, key.toJSONString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return key;
  }

  private static ECKey generated() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key pair", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
