package io.vitrine.store;

import io.vitrine.store.records.RecordFolder;
import java.nio.file.Path;

/** Accounts, keys, sessions, acts, settings and saved things: everything that is not an event. */
public interface Records extends AutoCloseable {

  UserRecords users();

  KeyRecords keys();

  SignInRecords signIns();

  SecondFactorRecords secondFactors();

  IdentityRecords identities();

  AuditRecords audit();

  SettingRecords settings();

  ExperimentRecords experiments();

  SearchRecords searches();

  UploadRecords uploads();

  SavedRecords saved();

  EmbedRecords embeds();

  MailingRecords mailings();

  StatementRecords statements();

  PrivacyRecords privacy();

  SecurityRecords security();

  FraudRecords fraud();

  /** Asks the database a small question; throws when it does not answer. */
  void check();

  @Override
  void close();

  /**
   * The records of a data folder, brought to the form of this version. One process at a time.
   *
   * @throws io.vitrine.model.Problem of category CONFLICT when another process holds them
   */
  static Records open(Path dataFolder) {
    return RecordFolder.open(dataFolder);
  }
}
