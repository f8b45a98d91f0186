package io.vitrine.accounts;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.file.Path;
import java.text.ParseException;

/** The key pair that signs access tokens, kept in the data folder. */
final class SigningKey {

  private static final String FILE = "token-key.json";

  private SigningKey() {}

  /** Reads the key of a data folder; makes it when there is none. */
  static ECKey of(Path dataFolder) {
    try {
      return ECKey.parse(KeyFile.of(dataFolder, FILE, () -> generated().toJSONString()));
    } catch (ParseException e) {
      throw new IllegalStateException(dataFolder.resolve(FILE) + " does not hold a key", e);
    }
  }

  private static ECKey generated() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("cannot make a key pair", e);
    }
  }
}
