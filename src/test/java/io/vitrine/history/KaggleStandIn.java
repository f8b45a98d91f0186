package io.vitrine.history;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Speaks as Kaggle's API and, at another address, as the store that it redirects to. */
final class KaggleStandIn implements AutoCloseable {

  static final KaggleKey KEY = new KaggleKey("anna", "s3cret-key");

  /** Answers in place of the usual answer, once. */
  interface Fault {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer api = server();
  private final HttpServer store = server();
  private final byte[] archive;

  final Deque<Fault> apiFaults = new ConcurrentLinkedDeque<>();
  final Deque<Fault> storeFaults = new ConcurrentLinkedDeque<>();
  final List<@Nullable String> apiKeys = new CopyOnWriteArrayList<>();
  final List<String> storeRequests = new CopyOnWriteArrayList<>();
  String etag = "\"version-1\"";
  boolean knowsRanges = true;

  KaggleStandIn(byte[] archive) {
    this.archive = archive;
    api.createContext(
        "/api/v1/datasets/download/retailrocket/ecommerce-dataset",
        exchange -> answer(exchange, apiFaults, this::redirect));
    store.createContext("/signed", exchange -> answer(exchange, storeFaults, this::send));
    api.start();
    store.start();
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + api.getAddress().getPort() + "/api/v1");
  }

  private static void answer(HttpExchange exchange, Deque<Fault> faults, Fault usual)
      throws IOException {
    try (exchange) {
      Objects.requireNonNullElse(faults.poll(), usual).answer(exchange);
    }
  }

  private void redirect(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    apiKeys.add(key);
    if (!KEY.authorization().equals(key)) {
      exchange.sendResponseHeaders(401, -1);
      return;
    }
    String address = "http://127.0.0.1:" + store.getAddress().getPort() + "/signed?sig=abc";
    exchange.getResponseHeaders().set("Location", address);
    exchange.sendResponseHeaders(302, -1);
  }

  /** The file or its rest, as the store sends it. */
  void send(HttpExchange exchange) throws IOException {
    int from = begin(exchange, archive);
    exchange.getResponseBody().write(archive, from, archive.length - from);
  }

  /** Only so many bytes of what was announced. */
  Fault cutAfter(int bytes) {
    return exchange -> {
      int from = begin(exchange, archive);
      exchange.getResponseBody().write(archive, from, bytes);
      exchange.getResponseBody().flush();
    };
  }

  /** Other bytes than those that the checksums are of. */
  Fault garbled() {
    return exchange -> {
      byte[] other = archive.clone();
      other[other.length / 2] ^= 1;
      int from = begin(exchange, archive);
      exchange.getResponseBody().write(other, from, other.length - from);
    };
  }

  static Fault status(int status, String... headers) {
    return exchange -> {
      for (int at = 0; at < headers.length; at += 2) {
        exchange.getResponseHeaders().set(headers[at], headers[at + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** A file that fits on no disk. */
  static Fault endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 1L << 60);
      exchange.getResponseBody().write('P');
      exchange.getResponseBody().flush();
    };
  }

  /** Sends the head of an answer; returns where its body starts in the file. */
  private int begin(HttpExchange exchange, byte[] file) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    storeRequests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + range);
    exchange.getResponseHeaders().set("ETag", etag);
    exchange.getResponseHeaders().add("x-goog-hash", "crc32c=" + crc(file));
    exchange.getResponseHeaders().add("x-goog-hash", "md5=" + md5(file));
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    if (range == null || !same || !knowsRanges) {
      exchange.sendResponseHeaders(200, file.length);
      return 0;
    }
    return beginRest(exchange, Integer.parseInt(range.replaceAll("\\D", "")), file.length);
  }

  private static int beginRest(HttpExchange exchange, int from, int length) throws IOException {
    boolean whole = from >= length;
    String range = whole ? "*" : from + "-" + (length - 1);
    exchange.getResponseHeaders().set("Content-Range", "bytes " + range + "/" + length);
    exchange.sendResponseHeaders(whole ? 416 : 206, whole ? -1 : length - from);
    return from;
  }

  private static String crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    byte[] sum = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(sum);
  }

  private static String md5(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  byte[] firstBytes(int count) {
    return Arrays.copyOf(archive, count);
  }

  @Override
  public void close() {
    api.stop(0);
    store.stop(0);
  }
}
