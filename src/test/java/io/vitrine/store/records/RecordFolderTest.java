package io.vitrine.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.AuditRecords;
import io.vitrine.store.AuditRecordsContract;
import io.vitrine.store.EmbedRecordsContract;
import io.vitrine.store.ExperimentRecords;
import io.vitrine.store.ExperimentRecordsContract;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.FraudRecordsContract;
import io.vitrine.store.IdentityRecordsContract;
import io.vitrine.store.KeyRecords;
import io.vitrine.store.KeyRecordsContract;
import io.vitrine.store.MailingRecordsContract;
import io.vitrine.store.PrivacyRecordsContract;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecords;
import io.vitrine.store.SavedRecordsContract;
import io.vitrine.store.SearchRecordsContract;
import io.vitrine.store.SecondFactorRecordsContract;
import io.vitrine.store.SecurityRecords;
import io.vitrine.store.SecurityRecordsContract;
import io.vitrine.store.SettingRecords;
import io.vitrine.store.SettingRecordsContract;
import io.vitrine.store.SignInRecordsContract;
import io.vitrine.store.StatementRecordsContract;
import io.vitrine.store.UploadRecordsContract;
import io.vitrine.store.UserRecords;
import io.vitrine.store.UserRecordsContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records in H2 keep the contracts, and what was acknowledged survives a death. */
class RecordFolderTest {

  @TempDir Path data;
  private Records records;

  @BeforeEach
  void open() {
    records = Records.open(data);
  }

  @AfterEach
  void close() {
    records.close();
  }

  @Nested
  class Users extends UserRecordsContract {
    @Override
    protected UserRecords users() {
      return records.users();
    }
  }

  @Nested
  class Security extends SecurityRecordsContract {
    @Override
    protected SecurityRecords security() {
      return records.security();
    }
  }

  @Nested
  class SignIns extends SignInRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Identities extends IdentityRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Embeds extends EmbedRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Fraud extends FraudRecordsContract {
    @Override
    protected FraudRecords fraud() {
      return records.fraud();
    }
  }

  @Nested
  class SecondFactors extends SecondFactorRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Keys extends KeyRecordsContract {
    @Override
    protected KeyRecords keys() {
      return records.keys();
    }
  }

  @Nested
  class Audit extends AuditRecordsContract {
    @Override
    protected AuditRecords audit() {
      return records.audit();
    }
  }

  @Nested
  class Settings extends SettingRecordsContract {
    @Override
    protected SettingRecords settings() {
      return records.settings();
    }
  }

  @Nested
  class Experiments extends ExperimentRecordsContract {
    @Override
    protected ExperimentRecords experiments() {
      return records.experiments();
    }
  }

  @Nested
  class Saved extends SavedRecordsContract {
    @Override
    protected SavedRecords saved() {
      return records.saved();
    }
  }

  @Nested
  class Mailings extends MailingRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Statements extends StatementRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Uploads extends UploadRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Searches extends SearchRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Nested
  class Privacy extends PrivacyRecordsContract {
    @Override
    protected Records records() {
      return records;
    }
  }

  @Test
  void whatIsWrittenSurvivesADeath(@TempDir Path other) throws Exception {
    Process dying =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Dying.class.getName(),
                other.toString())
            .inheritIO()
            .start();
    assertThat(dying.waitFor()).isEqualTo(9);
    try (Records kept = Records.open(other)) {
      assertThat(kept.settings().startingWith("n")).hasSize(50);
    }
  }

  /** Writes and dies without closing anything. */
  static final class Dying {
    private Dying() {}

    public static void main(String[] arguments) {
      Records records = Records.open(Path.of(arguments[0]));
      for (int i = 0; i < 50; i++) {
        records.settings().put("n" + i, "content", Instant.EPOCH);
      }
      Runtime.getRuntime().halt(9);
    }
  }
}
