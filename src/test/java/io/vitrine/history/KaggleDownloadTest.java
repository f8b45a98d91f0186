package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vitrine.history.KaggleDownload.Fetched;
import io.vitrine.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaggleDownloadTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Map<String, String> FILES = files();

  @TempDir private Path folder = Path.of("");

  private final List<Duration> waits = new ArrayList<>();
  private KaggleStandIn kaggle = new KaggleStandIn(zip(FILES));

  private static Map<String, String> files() {
    StringBuilder events = new StringBuilder("timestamp,visitorid,event,itemid,transactionid\n");
    new Random(7).ints(20_000).forEach(number -> events.append(number).append(",1,view,2,\n"));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("events.csv", events.toString());
    files.put("item_properties_part1.csv", "timestamp,itemid,property,value\n");
    files.put("item_properties_part2.csv", "timestamp,itemid,property,value\n1,2,790,n3.000\n");
    files.put("category_tree.csv", "categoryid,parentid\n1,\n");
    return files;
  }

  private static byte[] zip(Map<String, String> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
    return bytes.toByteArray();
  }

  private void serve(byte[] archive) {
    kaggle.close();
    kaggle = new KaggleStandIn(archive);
  }

  @AfterEach
  void stop() {
    kaggle.close();
  }

  private Fetched fetch() {
    return fetch(KaggleStandIn.KEY);
  }

  private Fetched fetch(KaggleKey key) {
    return new KaggleDownload(kaggle.base(), key, InstantSource.fixed(NOW), waits::add)
        .run(folder, part -> {});
  }

  private Problem refused() {
    return catchThrowableOfType(Problem.class, this::fetch);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private void assertWhole() throws IOException {
    assertThat(names()).containsExactlyElementsOf(FILES.keySet().stream().sorted().toList());
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      assertThat(folder.resolve(file.getKey())).hasContent(file.getValue());
    }
  }

  private void leavePart(byte[] bytes, String validator) throws IOException {
    Files.write(folder.resolve("ecommerce-dataset.zip.part"), bytes);
    Files.writeString(folder.resolve("ecommerce-dataset.zip.part.etag"), validator);
  }

  @Test
  void theSetIsFetchedCheckedAndUnpacked() throws IOException {
    Fetched fetched = fetch();
    assertWhole();
    assertThat(fetched.verified()).containsExactly("size", "crc32c", "md5");
    assertThat(fetched.files().keySet()).containsExactlyElementsOf(FILES.keySet());
    assertThat(fetched.resumedFrom()).isZero();
    assertThat(waits).isEmpty();
  }

  @Test
  void theKeyGoesToTheApiAndNotToTheStore() {
    fetch();
    assertThat(kaggle.apiKeys).containsExactly(KaggleStandIn.KEY.authorization());
    assertThat(kaggle.storeRequests).containsExactly("null null");
  }

  @Test
  void aWrongKeyIsRefusedAndNotShown() throws IOException {
    assertThatThrownBy(() -> fetch(new KaggleKey("anna", "wr0ng")))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("kaggle_key_refused"))
        .hasMessageContaining("Create New Token")
        .hasMessageNotContaining("wr0ng");
    assertThat(waits).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"403,kaggle_forbidden", "404,kaggle_set_absent", "418,download_failed"})
  void whatWaitingDoesNotCureIsToldAtOnce(int status, String code) {
    kaggle.apiFaults.add(KaggleStandIn.status(status));
    assertThat(refused().code()).isEqualTo(code);
    assertThat(waits).isEmpty();
  }

  @Test
  void aDownloadThatBreaksOffGoesOnWhereItStopped() throws IOException {
    kaggle.storeFaults.add(kaggle.cutAfter(10_000));
    kaggle.storeFaults.add(kaggle.cutAfter(5_000));
    fetch();
    assertWhole();
    assertThat(kaggle.storeRequests)
        .containsExactly("null null", "null bytes=10000-", "null bytes=15000-");
    assertThat(waits).hasSize(2);
  }

  @Test
  void aLaterRunGoesOnWhereAnEarlierOneStopped() throws IOException {
    leavePart(kaggle.firstBytes(12_345), kaggle.etag);
    assertThat(fetch().resumedFrom()).isEqualTo(12_345);
    assertWhole();
    assertThat(kaggle.storeRequests).containsExactly("null bytes=12345-");
  }

  @Test
  void aPartThatIsTheWholeIsOnlyUnpacked() throws IOException {
    leavePart(zip(FILES), kaggle.etag);
    fetch();
    assertWhole();
  }

  @Test
  void aPartOfAnotherVersionIsFetchedAnew() throws IOException {
    leavePart("something older".getBytes(StandardCharsets.UTF_8), "\"version-0\"");
    fetch();
    assertWhole();
  }

  @Test
  void aStoreWithoutRangesSendsTheWholeAgain() throws IOException {
    kaggle.knowsRanges = false;
    kaggle.storeFaults.add(kaggle.cutAfter(10_000));
    fetch();
    assertWhole();
  }

  @Test
  void aBodyOfOtherBytesIsFetchedAnew() throws IOException {
    kaggle.storeFaults.add(kaggle.garbled());
    fetch();
    assertWhole();
    assertThat(kaggle.storeRequests).containsExactly("null null", "null null");
  }

  @Test
  void aBodyThatNeverHasItsChecksumIsGivenUp() throws IOException {
    for (int time = 0; time < 9; time++) {
      kaggle.storeFaults.add(kaggle.garbled());
    }
    assertThat(refused().code()).isEqualTo("download_mismatch");
    assertThat(kaggle.storeRequests).hasSize(5);
    assertThat(names()).doesNotContain("events.csv");
  }

  @Test
  void theWaitThatIsAskedForIsKept() throws IOException {
    kaggle.apiFaults.add(KaggleStandIn.status(429, "Retry-After", "7"));
    kaggle.storeFaults.add(
        KaggleStandIn.status(503, "Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT"));
    fetch();
    assertWhole();
    assertThat(waits).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
  }

  @Test
  void aWaitThatIsTooLongIsLeftToTheUser() {
    kaggle.apiFaults.add(KaggleStandIn.status(429, "Retry-After", "3600"));
    Problem problem = refused();
    assertThat(problem.code()).isEqualTo("download_rate_limited");
    assertThat(problem.retryAfter()).contains(Duration.ofHours(1));
    assertThat(waits).isEmpty();
  }

  @Test
  void aServerThatIsDownIsTriedFiveTimes() {
    for (int time = 0; time < 9; time++) {
      kaggle.apiFaults.add(KaggleStandIn.status(500));
    }
    assertThat(refused().code()).isEqualTo("download_unavailable");
    assertThat(kaggle.apiFaults).hasSize(4);
    assertThat(waits).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L, 16L);
  }

  @Test
  void anAddressThatIsNoLongerGoodIsAskedForAgain() throws IOException {
    kaggle.storeFaults.add(KaggleStandIn.status(403));
    fetch();
    assertWhole();
    assertThat(kaggle.apiKeys).hasSize(2);
  }

  @Test
  void aFileThatDoesNotFitOnTheDiskIsNotBegun() {
    kaggle.storeFaults.add(KaggleStandIn.endless());
    assertThat(refused().code()).isEqualTo("disk_full");
    assertThat(waits).isEmpty();
  }

  @Test
  void onlyTheFilesOfTheSetLeaveTheArchive() throws IOException {
    Map<String, String> files = new LinkedHashMap<>(FILES);
    files.put("../escaped.csv", "no");
    files.put("sub/events.csv", "no");
    files.put("readme.txt", "no");
    serve(zip(files));
    fetch();
    assertWhole();
    assertThat(folder.resolveSibling("escaped.csv")).doesNotExist();
  }

  @Test
  void anArchiveWithoutAllFilesReplacesNothing() throws IOException {
    Files.writeString(folder.resolve("events.csv"), "mine");
    serve(zip(Map.of("events.csv", "other", "category_tree.csv", "other")));
    assertThat(refused()).hasMessageContaining("item_properties_part1.csv");
    assertThat(names()).containsExactly("events.csv");
    assertThat(folder.resolve("events.csv")).hasContent("mine");
  }

  @Test
  void whatIsNoArchiveIsRefusedAndForgotten() throws IOException {
    serve("<html>not a zip</html>".getBytes(StandardCharsets.UTF_8));
    assertThat(refused().code()).isEqualTo("download_damaged");
    assertThat(names()).isEmpty();
  }

  @Test
  void twoDownloadsDoNotWriteTheSameFile() throws IOException {
    try (DownloadPart other = DownloadPart.open(folder.resolve("ecommerce-dataset.zip.part"))) {
      assertThat(other.size()).isZero();
      assertThat(refused().code()).isEqualTo("download_running");
    }
  }
}
