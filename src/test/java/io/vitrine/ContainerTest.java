package io.vitrine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The container's files say the same as the launcher, the build and the settings. */
class ContainerTest {

  private static final String IMAGE = text("Dockerfile");
  private static final String LAUNCHER = text("bin/common.sh");
  private static final Map<String, Object> SERVICE =
      at(at(yaml("compose.yaml"), "services"), "vitrine");

  private static String text(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> yaml(String file) {
    return new Yaml().load(text(file));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Map<String, Object> yaml, String name) {
    return (Map<String, Object>) yaml.getOrDefault(name, Map.of());
  }

  private static List<?> list(String name) {
    return (List<?>) SERVICE.getOrDefault(name, List.of());
  }

  /** What the only group of a pattern finds first. */
  private static String in(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  @Test
  void javaRunsWithTheLaunchersFlags() {
    assertThat(in(IMAGE, "^ENV JAVA_FLAGS=\"(.*)\"$"))
        .isEqualTo(in(LAUNCHER, "^  flags=\\((.*)\\)$"));
  }

  @Test
  void theCacheIsReadWhereItWasWritten() {
    assertThat(in(IMAGE, "-XX:AOTCache=(\\S+)")).isEqualTo(in(IMAGE, "-XX:AOTCacheOutput=(\\S+)"));
  }

  @Test
  void theJarIsTheOneThatTheBuildMakes() {
    String name = in(text("pom.xml"), "<finalName>(.*)</finalName>");
    assertThat(in(IMAGE, "-jar target/(\\S+) extract")).isEqualTo(name + ".jar");
    assertThat(in(IMAGE, "^ENTRYPOINT .*-jar /app/(\\S+) ")).isEqualTo(name + ".jar");
  }

  @Test
  void releasesAreThoseThatTheLauncherAsksFor() {
    String java = in(LAUNCHER, "^java_release=(\\d+)$");
    assertThat(in(IMAGE, "^FROM maven:\\S+-eclipse-temurin-(\\d+) ")).isEqualTo(java);
    assertThat(in(IMAGE, "^FROM eclipse-temurin:(\\d+)-jre$")).isEqualTo(java);
    assertThat(Integer.parseInt(in(IMAGE, "^FROM node:(\\d+)-")))
        .isGreaterThanOrEqualTo(Integer.parseInt(in(LAUNCHER, "^node_release=(\\d+)$")));
  }

  @Test
  void theLastUserIsNotTheRoot() {
    List<String> users =
        Pattern.compile("^USER (\\S+)$", Pattern.MULTILINE)
            .matcher(IMAGE)
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(users).isNotEmpty();
    assertThat(users.getLast()).isNotIn("root", "0");
    assertThat(IMAGE)
        .contains("useradd --system --home-dir /data --create-home " + users.getLast());
  }

  @Test
  void thePortIsThatOfTheSettings() {
    String port = in(text("src/main/resources/application.yml"), "^  port: (\\d+)$");
    assertThat(in(IMAGE, "^EXPOSE (\\d+)$")).isEqualTo(port);
    assertThat(list("ports")).isEqualTo(List.of("127.0.0.1:" + port + ":" + port));
  }

  @Test
  void theDataLiesInTheVolume() {
    String volume = in(IMAGE, "^VOLUME (\\S+)$");
    assertThat(in(IMAGE, "^CMD \\[\"serve\", \"--data\", \"(.*)\"\\]$")).isEqualTo(volume);
    assertThat(list("command")).isEqualTo(List.of("serve", "--data", volume));
    assertThat(list("volumes")).isEqualTo(List.of("data:" + volume));
    assertThat(at(yaml("compose.yaml"), "volumes")).containsKey("data");
  }

  /** Docker mounts such folders without the right to execute, unless it is told. */
  @Test
  void nativeCodeMayRunWhereItIsUnpacked() {
    assertThat(SERVICE).containsEntry("read_only", true);
    assertThat(list("tmpfs"))
        .singleElement()
        .satisfies(folder -> assertThat(folder.toString()).startsWith("/tmp:exec"));
  }
}
