package io.vitrine.history;

import io.vitrine.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user's key to Kaggle's API. It is never printed. */
public record KaggleKey(String username, String key) {

  private static final String HOW =
      " Make one on Kaggle (Settings, API, Create New Token), then set KAGGLE_USERNAME and"
          + " KAGGLE_KEY or put kaggle.json there.";

  /**
   * The key out of a file, if one is named; else out of KAGGLE_USERNAME and KAGGLE_KEY; else out of
   * kaggle.json in KAGGLE_CONFIG_DIR or in .kaggle of the home folder.
   *
   * @throws Problem when there is no key or it cannot be read
   */
  public static KaggleKey find(@Nullable Path file, Map<String, String> environment, Path home) {
    if (file != null) {
      return read(file);
    }
    String username = environment.getOrDefault("KAGGLE_USERNAME", "");
    String key = environment.getOrDefault("KAGGLE_KEY", "");
    if (!username.isBlank() && !key.isBlank()) {
      return new KaggleKey(username.strip(), key.strip());
    }
    String folder = environment.get("KAGGLE_CONFIG_DIR");
    return read(
        (folder == null ? home.resolve(".kaggle") : Path.of(folder)).resolve("kaggle.json"));
  }

  private static KaggleKey read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw Problem.caller("kaggle_key_missing", "There is no Kaggle key in " + file + "." + HOW);
    }
    try {
      JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
      return new KaggleKey(text(json, "username", file), text(json, "key", file));
    } catch (IOException | JacksonException failure) {
      // The cause would show the text of the file, hence the key.
      throw unreadable(file, "is not a JSON object that can be read");
    }
  }

  private static String text(JsonNode json, String name, Path file) {
    String text = json.path(name).asString("");
    if (text.isBlank()) {
      throw unreadable(file, "has no \"" + name + "\"");
    }
    return text.strip();
  }

  private static Problem unreadable(Path file, String why) {
    return Problem.caller("kaggle_key_unreadable", file + " " + why + "." + HOW);
  }

  /** The value of an Authorization header. */
  String authorization() {
    byte[] both = (username + ":" + key).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "KaggleKey[" + username + "]";
  }
}
