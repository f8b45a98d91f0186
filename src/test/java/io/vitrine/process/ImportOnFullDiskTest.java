package io.vitrine.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.demo.RetailRocketSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import whose disk fills says so and changes nothing; with room again it goes through. */
@Tag("process")
class ImportOnFullDiskTest {

  /** More than an empty store takes, and less than the set. */
  private static final int BYTES = 6_000_000;

  @TempDir Path folder;

  @Test
  void saysSoAndLeavesTheStoreAsItWas() throws Exception {
    Path set = folder.resolve("files");
    new RetailRocketSet(7, 30_000).write(set, part -> {});
    String[] files = {"retailrocket", set.toString()};
    Path data = folder.resolve("data");
    ImportedState before = ImportedState.of(data);

    Process refused = ImportProcess.startWithin(BYTES, files, data);
    String words = new String(refused.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(refused.waitFor()).as(words).isNotZero();
    assertThat(words)
        .contains("no room is left on the disk of the data folder")
        .doesNotContain("\tat ");
    assertThat(ImportedState.of(data)).isEqualTo(before);

    Process whole = ImportProcess.start(files, data);
    String told = new String(whole.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(whole.waitFor()).as(told).isZero();
    assertThat(ImportedState.of(data).done()).isTrue();
  }
}
