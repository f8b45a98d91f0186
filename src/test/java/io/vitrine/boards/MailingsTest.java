package io.vitrine.boards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vitrine.LiveApp;
import io.vitrine.LiveApp.Reply;
import io.vitrine.MovableClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Dashboards reach people by a real SMTP server, on time, in their language, until they leave. */
class MailingsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final MovableClock CLOCK = new MovableClock(Instant.parse("2026-04-10T10:00:00Z"));

  @TempDir static Path data;
  private static GreenMail mail;
  private static LiveApp app;
  private String mailings;

  @BeforeAll
  static void start() {
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    app =
        LiveApp.start(
            data,
            CLOCK,
            "vitrine.mail.host=127.0.0.1",
            "vitrine.mail.port=" + mail.getSmtp().getPort(),
            "vitrine.mail.security=none",
            "vitrine.mail.from=shop@vitrine.example",
            "vitrine.mail.links=https://vitrine.example",
            "vitrine.mail.look-every=100ms");
    app.post(
            "/api/events",
            """
            [{"id":"1","type":"product_view","visitor_id":"a","timestamp":"2026-04-08T10:00:00Z","product_id":"p"},
             {"id":"2","type":"purchase","visitor_id":"a","timestamp":"2026-04-08T10:01:00Z","order_id":"o",
              "product_id":"p","quantity":2,"price":1050.25,"currency":"EUR"},
             {"id":"l1","log_type":"error","service":"cart","error_message":"no stock of 12","timestamp":"2026-04-08T10:02:00Z"},
             {"id":"l2","log_type":"error","service":"cart","error_message":"no stock of 7","timestamp":"2026-04-08T11:02:00Z"},
             {"id":"l3","log_type":"transaction","amount":250,"timestamp":"2026-04-08T11:05:00Z"}]
            """)
        .token(app.key("ingest"))
        .send()
        .ok();
  }

  @AfterAll
  static void stop() {
    app.close();
    mail.stop();
  }

  @BeforeEach
  void makeADashboard() throws Exception {
    mail.purgeEmailFromAllMailboxes();
    String chart =
        app.post(
                "/api/shop/charts",
                "{\"plan\":{\"drawing\":\"bar\",\"metrics\":[\"revenue\"],\"by\":[\"channel\"]}}")
            .token(app.admin())
            .send()
            .ok()
            .json()
            .get("id")
            .asString();
    String dashboard =
        app.post(
                "/api/shop/dashboards",
                """
                {"name":"Shop <today>","tiles":[
                  {"id":"n","kind":"note","width":4,"height":1,"text":"Look & see"},
                  {"id":"c","kind":"chart","width":6,"height":3,"chart":"%s"}]}
                """
                    .formatted(chart))
            .token(app.admin())
            .send()
            .ok()
            .json()
            .get("id")
            .asString();
    mailings = "/api/shop/dashboards/" + dashboard + "/mailings";
  }

  /** No mailing of a test stays due in the next one. */
  @AfterEach
  void endMailings() {
    for (JsonNode one : list().get("mailings")) {
      app.ask("DELETE", mailings + "/" + one.get("id").asString()).token(app.admin()).send().ok();
    }
  }

  @Test
  void aDueMailingGoesOutOnceInEachReadersLanguageWithPictureAndFigures() throws Exception {
    set("daily", "zoe@shop.example", "en", "max@shop.example", "fr");
    assertThat(mail.getReceivedMessages()).isEmpty();
    CLOCK.move(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> mail.getReceivedMessages().length == 2);
    await()
        .atMost(PATIENCE)
        .until(() -> !list().get("mailings").get(0).get("last_sent_at").isNull());
    MimeMessage english = to("zoe@shop.example");
    assertThat(english.getSubject()).isEqualTo("My shop: Shop <today>");
    assertThat(english.getFrom()[0]).hasToString("shop@vitrine.example");
    Map<String, Object> parts = parts(english);
    assertThat((String) parts.get("text/plain"))
        .contains("Look & see", "Revenue by Channel", "Direct | €2,101", "Revenue: €2,101")
        .contains("https://vitrine.example/unsubscribe/");
    assertThat((String) parts.get("text/html"))
        .contains("Shop &lt;today&gt;", "Look &amp; see", "cid:chart0", "€2,101")
        .doesNotContain("<today>", "{unsubscribe}", "<script");
    BufferedImage picture = ImageIO.read((InputStream) parts.get("image/png"));
    assertThat(picture.getWidth()).isEqualTo(1200);
    assertThat(colours(picture)).contains(0x3b5bdb);
    assertThat((String) parts(to("max@shop.example")).get("text/plain"))
        .contains("Chiffre d’affaires par Canal", "2\u202f101\u00a0€");
    assertThat(mail.getReceivedMessages()).hasSize(2);
  }

  @Test
  void theDashboardOfLogsGoesOutAsTables() throws Exception {
    mailings = "/api/shop/dashboards/" + LogBoard.ID + "/mailings";
    int before = mail.getReceivedMessages().length;
    set("daily", "lea@shop.example", "en");
    CLOCK.move(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> mail.getReceivedMessages().length > before);
    MimeMessage message = to("lea@shop.example");
    assertThat(message.getSubject()).isEqualTo("My shop: Logs of the shop");
    Map<String, Object> parts = parts(message);
    assertThat((String) parts.get("text/plain"))
        .contains("Logs and errors per hour", "Time | Logs | Errors", "08/04/2026, 13:00 | 2 | 1")
        .contains("Most frequent error messages by service", "no stock of * | cart | 2")
        .contains("Transactions by amount", "200-500 | 1");
    assertThat(parts).doesNotContainKey("image/png");
  }

  @Test
  void aReaderLeavesByOnePostOfTheLinkInTheHeader() throws Exception {
    String id = set("weekly", "zoe@shop.example", "en", "max@shop.example", "en");
    send(id).ok();
    String link = to("zoe@shop.example").getHeader("List-Unsubscribe")[0];
    String path = link.replace("<https://vitrine.example", "").replace(">", "");
    assertThat(app.get(path).send().ok().json().get("unsubscribed").asBoolean()).isFalse();
    app.ask("POST", path).send().ok();
    assertThat(app.get(path).send().ok().json().get("unsubscribed").asBoolean()).isTrue();
    mail.purgeEmailFromAllMailboxes();
    assertThat(send(id).ok().json().get("recipients").asInt()).isEqualTo(1);
    assertThat(to("max@shop.example")).isNotNull();
    assertThat(app.ask("POST", path.substring(0, path.length() - 4) + "AAAA").send().code())
        .isEqualTo("unsubscribe_broken");
  }

  @Test
  void aFailureIsShownAndTriedAgainLaterAndLater() {
    String id = set("daily", "zoe@shop.example", "en");
    int port = mail.getSmtp().getPort();
    mail.stop();
    CLOCK.move(Duration.ofDays(1));
    await().atMost(PATIENCE).until(() -> mailing(id).get("failures").asInt() == 1);
    JsonNode failed = mailing(id);
    assertThat(failed.get("last_error").asString()).contains("127.0.0.1");
    assertThat(failed.get("retry_at").asString())
        .isEqualTo(CLOCK.instant().plusSeconds(60).toString());
    Reply now = send(id);
    assertThat(now.status()).isEqualTo(502);
    assertThat(now.code()).isEqualTo("mail_not_sent");
    CLOCK.move(Duration.ofSeconds(60));
    await().atMost(PATIENCE).until(() -> mailing(id).get("failures").asInt() == 2);
    assertThat(mailing(id).get("retry_at").asString())
        .isEqualTo(CLOCK.instant().plusSeconds(120).toString());
    mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    CLOCK.move(Duration.ofMinutes(2));
    await().atMost(PATIENCE).until(() -> mailing(id).get("failures").asInt() == 0);
    assertThat(mail.getReceivedMessages()).hasSize(1);
    assertThat(mailing(id).get("last_error").isNull()).isTrue();
  }

  @Test
  void whatIsNoMailingIsRefused() {
    for (String address :
        new String[] {"nobody", "a@b.example, c@d.example", "a@b.example\\nBcc: x@y.example"}) {
      assertThat(post("daily", address, "en").code()).as(address).isEqualTo("mail_address");
    }
    assertThat(post("daily", "a@b.example", "de").code()).isEqualTo("mail_language");
    assertThat(post("hourly", "a@b.example", "en").code()).isEqualTo("unknown_name");
    assertThat(app.post(mailings, "{\"rhythm\":\"daily\"}").token(app.admin()).send().code())
        .isEqualTo("mailing_recipients");
  }

  private static int[] colours(BufferedImage picture) {
    return Arrays.stream(
            picture.getRGB(
                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
        .map(pixel -> pixel & 0xffffff)
        .distinct()
        .toArray();
  }

  private static MimeMessage to(String address) throws Exception {
    for (MimeMessage message : mail.getReceivedMessages()) {
      if (message.getAllRecipients()[0].toString().equals(address)) {
        return message;
      }
    }
    throw new AssertionError("nothing came to " + address);
  }

  /** All parts of a message by their types. */
  private static Map<String, Object> parts(MimeMessage message) throws Exception {
    Map<String, Object> found = new LinkedHashMap<>();
    collect((Multipart) message.getContent(), found);
    return found;
  }

  private static void collect(Multipart parts, Map<String, Object> found) throws Exception {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.getContent() instanceof Multipart more) {
        collect(more, found);
      } else {
        found.put(part.getContentType().split(";", 2)[0], part.getContent());
      }
    }
  }

  private String set(String rhythm, String... addressesAndLanguages) {
    return post(rhythm, addressesAndLanguages).ok().json().get("id").asString();
  }

  private Reply post(String rhythm, String... addressesAndLanguages) {
    StringBuilder recipients = new StringBuilder();
    for (int i = 0; i < addressesAndLanguages.length; i += 2) {
      recipients.append(i == 0 ? "" : ",");
      recipients.append(
          "{\"address\":\"%s\",\"language\":\"%s\"}"
              .formatted(addressesAndLanguages[i], addressesAndLanguages[i + 1]));
    }
    return app.post(
            mailings,
            "{\"rhythm\":\"%s\",\"hour\":8,\"recipients\":[%s]}".formatted(rhythm, recipients))
        .token(app.admin())
        .send();
  }

  private Reply send(String id) {
    return app.post(mailings + "/" + id + "/send", "").token(app.admin()).send();
  }

  private JsonNode list() {
    return app.get(mailings).token(app.admin()).send().ok().json();
  }

  private JsonNode mailing(String id) {
    for (JsonNode one : list().get("mailings")) {
      if (one.get("id").asString().equals(id)) {
        return one;
      }
    }
    throw new AssertionError("no mailing " + id);
  }
}
