package io.vitrine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real program on a random port and a data folder, and a client of it. Its admin is {@code
 * root} with the password {@link #PASSWORD}. Requests may pretend to be forwarded for any address.
 */
public final class LiveApp implements AutoCloseable {

  public static final String PASSWORD = "correct-grey-falcon";
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "server.port", "0",
          "vitrine.accounts.password-cost", "4",
          "vitrine.accounts.sign-ins-per-minute", "1000",
          "vitrine.limits.requests-per-minute", "100000",
          "vitrine.limits.signed-in-per-minute", "100000",
          "vitrine.limits.page-files-per-minute", "100000",
          "vitrine.web.trusted-proxies", "127.0.0.1",
          "vitrine.admin.username", "root",
          "vitrine.admin.password", PASSWORD);
  private static final JsonMapper JSON = new JsonMapper();

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();
  private final URI root;

  private LiveApp(ConfigurableApplicationContext context) {
    this.context = context;
    this.root =
        URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
  }

  /** Starts the program; settings are written as on the command line, such as {@code a.b=c}. */
  public static LiveApp start(Path data, Clock clock, String... settings) {
    return start(Vitrine.class, data, clock, settings);
  }

  /** Starts the program with one more bean. */
  public static LiveApp startWith(Class<?> bean, Path data) {
    return start(bean, data, Clock.systemUTC());
  }

  private static LiveApp start(Class<?> bean, Path data, Clock clock, String... settings) {
    Map<String, String> all = new LinkedHashMap<>(DEFAULTS);
    all.put("vitrine.data", data.toString());
    for (String setting : settings) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    String[] arguments =
        all.entrySet().stream()
            .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
            .toArray(String[]::new);
    return new LiveApp(
        new SpringApplicationBuilder(Vitrine.class, bean)
            .initializers(
                context ->
                    ((GenericApplicationContext) context)
                        .registerBean("testClock", Clock.class, () -> clock))
            .run(arguments));
  }

  public static LiveApp start(Path data, String... settings) {
    return start(data, Clock.systemUTC(), settings);
  }

  public int port() {
    return root.getPort();
  }

  /** A request to a path of the program. */
  public Ask ask(String method, String path) {
    return new Ask(method, path, Map.of(), null);
  }

  public Ask get(String path) {
    return ask("GET", path);
  }

  /** A POST of JSON. */
  public Ask post(String path, String json) {
    return ask("POST", path).json(json);
  }

  /** The access token of a person who signs in. */
  public String token(String username, String password) {
    return signIn(username, password).ok().json().get("access_token").asString();
  }

  public Reply signIn(String username, String password) {
    return post(
            "/api/auth/login",
            "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password))
        .send();
  }

  /** The access token of the first admin. */
  public String admin() {
    return token("root", PASSWORD);
  }

  /** Makes a person who has chosen a password, and signs the person in. */
  public String person(String username, String role) {
    String first = "violet-harbour-" + username.length();
    post(
            "/api/users",
            "{\"username\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}"
                .formatted(username, role, first))
        .token(admin())
        .send()
        .ok();
    ask("PUT", "/api/auth/me/password")
        .json("{\"old_password\":\"%s\",\"new_password\":\"%s\"}".formatted(first, PASSWORD))
        .token(token(username, first))
        .send()
        .ok();
    return token(username, PASSWORD);
  }

  /** The secret of a new key. */
  public String key(String scope) {
    return post("/api/keys", "{\"name\":\"a key\",\"scope\":\"%s\"}".formatted(scope))
        .token(admin())
        .send()
        .ok()
        .json()
        .get("secret")
        .asString();
  }

  @Override
  public void close() {
    context.close();
    client.close();
  }

  /** A request in the making. */
  public final class Ask {

    private final String method;
    private final String path;
    private final Map<String, String> headers;
    private final @Nullable String body;

    private Ask(String method, String path, Map<String, String> headers, @Nullable String body) {
      this.method = method;
      this.path = path;
      this.headers = headers;
      this.body = body;
    }

    public Ask header(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Ask(method, path, more, body);
    }

    public Ask json(String text) {
      return new Ask(method, path, headers, text).header("Content-Type", "application/json");
    }

    public Ask token(String token) {
      return header("Authorization", "Bearer " + token);
    }

    public Ask from(String address) {
      return header("X-Forwarded-For", address);
    }

    public Reply send() {
      return new Reply(send(BodyHandlers.ofString()));
    }

    /** The status alone; an answer that never ends is left alone. */
    public int status() {
      HttpResponse<InputStream> response = send(BodyHandlers.ofInputStream());
      try (InputStream _ = response.body()) {
        return response.statusCode();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private <T> HttpResponse<T> send(HttpResponse.BodyHandler<T> reader) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(root.resolve(path))
              .method(
                  method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      headers.forEach(request::header);
      try {
        return client.send(request.build(), reader);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** An answer. */
  public record Reply(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** The code of a problem. */
    public String code() {
      return json().path("code").asString();
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** This answer, when it says that all went well. */
    public Reply ok() {
      if (status() / 100 != 2) {
        throw new AssertionError(status() + " " + text());
      }
      return this;
    }
  }
}
