package io.vitrine.boards;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mails leave.
 *
 * @param host the mail server; nothing is sent without one
 * @param port its port
 * @param security what protects the connection
 * @param username account at the mail server; empty for none
 * @param password of that account
 * @param from address that e-mails come from
 * @param links address of this server as recipients reach it, for links in e-mails
 * @param timeout longest wait for the mail server
 * @param lookEvery how often it is looked what is due
 */
@ConfigurationProperties("vitrine.mail")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("587") @Min(1) @Max(65535) int port,
    @DefaultValue("starttls") Security security,
    @DefaultValue("") String username,
    @DefaultValue("") String password,
    @DefaultValue("vitrine@localhost") String from,
    @DefaultValue("http://localhost:8050") String links,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("30s") Duration lookEvery) {

  /** What protects the connection to the mail server. */
  enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  boolean isSetUp() {
    return !host.isBlank();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[" + host + ":" + port + ", " + from + "]";
  }
}
