package io.vitrine.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.vitrine.store.LogIndex;
import io.vitrine.store.LogIndexContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneLogIndexTest extends LogIndexContract {

  @TempDir Path folder;

  @Override
  protected LogIndex open() {
    return LuceneLogIndex.open(folder);
  }

  @Test
  void buildsADamagedIndexAnew() throws IOException {
    add(log(1, 0, "before the damage"));
    index.commit();
    index.close();
    try (Stream<Path> files = Files.list(folder)) {
      Path commit =
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).findAny().get();
      Files.write(commit, new byte[] {1, 2, 3});
    }

    index = open();

    assertThat(index.committedSequence()).isZero();
    assertThat(index.size()).isZero();
  }
}
