package io.vitrine.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.vitrine.store.SecretFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.ParseException;

/** The key pair that signs access tokens, kept in the data folder. */
final class SigningKey {

  private static final String FILE = "token-key.json";

  private SigningKey() {}

  /** Reads the key of a data folder; makes it when there is none. */
  static ECKey of(Path dataFolder) {
    try {
      byte[] kept = SecretFile.of(dataFolder.resolve(FILE), SigningKey::generated);
      return ECKey.parse(new String(kept, StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException(dataFolder.resolve(FILE) + " does not hold a key", e);
    }
  }

  private static byte[] generated() {
    try {
      ECKey key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
      return key.toJSONString().getBytes(StandardCharsets.UTF_8);
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key pair", e);
    }
  }
}
