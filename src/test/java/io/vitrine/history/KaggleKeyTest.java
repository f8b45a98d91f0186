package io.vitrine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KaggleKeyTest {

  private static final String JSON = "{\"username\":\"anna\",\"key\":\"out-of-the-file\"}";

  @TempDir private Path home = Path.of("");

  private Path file(String folder, String text) throws IOException {
    Path file = Files.createDirectories(home.resolve(folder)).resolve("kaggle.json");
    return Files.writeString(file, text);
  }

  @Test
  void aNamedFileGoesBeforeTheEnvironmentAndThatBeforeTheHomeFolder() throws IOException {
    Path named = file("elsewhere", "{\"username\":\"ben\",\"key\":\"named\"}");
    file(".kaggle", JSON);
    Map<String, String> environment = Map.of("KAGGLE_USERNAME", "carl", "KAGGLE_KEY", "set");
    assertThat(KaggleKey.find(named, environment, home)).isEqualTo(new KaggleKey("ben", "named"));
    assertThat(KaggleKey.find(null, environment, home)).isEqualTo(new KaggleKey("carl", "set"));
    assertThat(KaggleKey.find(null, Map.of(), home))
        .isEqualTo(new KaggleKey("anna", "out-of-the-file"));
  }

  @Test
  void kagglesOwnFolderSettingHolds() throws IOException {
    Path file = file("config", JSON);
    Map<String, String> environment =
        Map.of("KAGGLE_CONFIG_DIR", home.resolve("config").toString());
    assertThat(KaggleKey.find(null, environment, home))
        .isEqualTo(KaggleKey.find(file, Map.of(), home));
  }

  @Test
  void withoutAKeyTheWayToOneIsTold() {
    assertThatThrownBy(() -> KaggleKey.find(null, Map.of(), home))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(home.resolve(".kaggle").resolve("kaggle.json").toString())
        .hasMessageContaining("Create New Token");
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithoutItsText() throws IOException {
    Path file = file("broken", "{\"key\":\"out-of-the-file\" oops");
    assertThatThrownBy(() -> KaggleKey.find(file, Map.of(), home))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("out-of-the-file")
        .hasNoCause();
    Path half = file("half", "{\"key\":\"out-of-the-file\"}");
    assertThatThrownBy(() -> KaggleKey.find(half, Map.of(), home)).hasMessageContaining("username");
  }

  @Test
  void theKeyIsNotInItsText() {
    assertThat(new KaggleKey("anna", "hidden")).hasToString("KaggleKey[anna]");
  }
}
