package io.vitrine.store.records;

import io.vitrine.store.AuditRecords;
import io.vitrine.store.EmbedRecords;
import io.vitrine.store.ExperimentRecords;
import io.vitrine.store.FraudRecords;
import io.vitrine.store.IdentityRecords;
import io.vitrine.store.KeyRecords;
import io.vitrine.store.MailingRecords;
import io.vitrine.store.PrivacyRecords;
import io.vitrine.store.Records;
import io.vitrine.store.SavedRecords;
import io.vitrine.store.SearchRecords;
import io.vitrine.store.SecondFactorRecords;
import io.vitrine.store.SecurityRecords;
import io.vitrine.store.SettingRecords;
import io.vitrine.store.SignInRecords;
import io.vitrine.store.StatementRecords;
import io.vitrine.store.UploadRecords;
import io.vitrine.store.UserRecords;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;

/** All records over one database. */
final class JdbcRecords implements Records {

  private final Closeable connections;
  private final RecordStatements statements;
  private final UserRecords users;
  private final KeyRecords keys;
  private final SignInRecords signIns;
  private final SecondFactorRecords secondFactors;
  private final IdentityRecords identities;
  private final AuditRecords audit;
  private final SettingRecords settings;
  private final ExperimentRecords experiments;
  private final SearchRecords searches;
  private final UploadRecords uploads;
  private final SavedRecords saved;
  private final EmbedRecords embeds;
  private final MailingRecords mailings;
  private final StatementRecords asked;
  private final SecurityRecords security;
  private final FraudRecords fraud;
  private final PrivacyRecords privacy;

  JdbcRecords(DataSource source, Closeable connections, Runnable forgetConnections) {
    this.connections = connections;
    this.statements = new RecordStatements(source);
    this.users = new JdbcUsers(statements);
    this.keys = new JdbcKeys(statements);
    this.signIns = new JdbcSignIns(statements);
    this.secondFactors = new JdbcSecondFactors(statements, () -> rewrite(forgetConnections));
    this.identities = new JdbcIdentities(statements);
    this.audit = new JdbcAudit(statements);
    this.settings = new JdbcSettings(statements);
    this.experiments = new JdbcExperiments(statements);
    this.searches = new JdbcSearches(statements);
    this.uploads = new JdbcUploads(statements);
    this.saved = new JdbcSaved(statements);
    this.embeds = new JdbcEmbeds(statements);
    this.mailings = new JdbcMailings(statements);
    this.asked = new JdbcStatements(statements);
    this.security = new JdbcSecurity(statements);
    this.fraud = new JdbcFraud(statements, settings);
    this.privacy = new JdbcPrivacy(statements, () -> rewrite(forgetConnections));
  }

  /** The file is written anew when the last connection is gone; the next one opens it again. */
  private void rewrite(Runnable forgetConnections) {
    try {
      statements.named("compact").update();
    } finally {
      forgetConnections.run();
    }
  }

  @Override
  public PrivacyRecords privacy() {
    return privacy;
  }

  @Override
  public UserRecords users() {
    return users;
  }

  @Override
  public KeyRecords keys() {
    return keys;
  }

  @Override
  public SecondFactorRecords secondFactors() {
    return secondFactors;
  }

  @Override
  public IdentityRecords identities() {
    return identities;
  }

  @Override
  public SignInRecords signIns() {
    return signIns;
  }

  @Override
  public AuditRecords audit() {
    return audit;
  }

  @Override
  public SettingRecords settings() {
    return settings;
  }

  @Override
  public SearchRecords searches() {
    return searches;
  }

  @Override
  public UploadRecords uploads() {
    return uploads;
  }

  @Override
  public SavedRecords saved() {
    return saved;
  }

  @Override
  public EmbedRecords embeds() {
    return embeds;
  }

  @Override
  public MailingRecords mailings() {
    return mailings;
  }

  @Override
  public StatementRecords statements() {
    return asked;
  }

  @Override
  public SecurityRecords security() {
    return security;
  }

  @Override
  public FraudRecords fraud() {
    return fraud;
  }

  @Override
  public ExperimentRecords experiments() {
    return experiments;
  }

  @Override
  public void check() {
    statements.named("check").query(Integer.class).single();
  }

  @Override
  public void close() {
    try {
      connections.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
