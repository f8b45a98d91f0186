package io.vitrine.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The product in a process of its own, on a free port of this machine alone. */
final class Server implements AutoCloseable {

  static final String USERNAME = "admin";
  static final String PASSWORD = "measured-not-guessed-7421";

  private static final Duration LONGEST_START = Duration.ofMinutes(3);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(60);

  private final Process process;
  private final int port;
  private final Path log;
  private final String readyPath;
  private final double millisToReady;
  private final Thread ender;

  private Server(List<String> command, int port, Path log, String readyPath) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("VITRINE_ADMIN_USERNAME", USERNAME);
    builder.environment().put("VITRINE_ADMIN_PASSWORD", PASSWORD);
    this.port = port;
    this.log = log;
    this.readyPath = readyPath;
    long start = System.nanoTime();
    this.process = builder.start();
    this.ender = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(ender);
    this.millisToReady = awaitReady(start);
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param java the virtual machine with its options
   * @param jar what to run
   * @param data its data folder
   * @throws IllegalStateException with the end of its log when it does not start
   */
  static Server start(List<String> java, Path jar, Path data, Path log) throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(java);
    command.addAll(
        List.of("-jar", jar.toString(), "serve", "--data", data.toString(), "--port", "" + port));
    return start(command, port, log, "/health/ready");
  }

  /** Starts any server and waits until a path of it answers 200. */
  static Server start(List<String> command, int port, Path log, String readyPath)
      throws IOException {
    return new Server(command, port, log, readyPath);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private double awaitReady(long start) {
    while (System.nanoTime() - start < LONGEST_START.toNanos()) {
      if (!process.isAlive()) {
        throw failure("the server ended with " + process.exitValue());
      }
      if (isReady()) {
        return (System.nanoTime() - start) / 1e6;
      }
      pause(10);
    }
    close();
    throw failure("the server was not ready after " + LONGEST_START.toSeconds() + " s");
  }

  /** A bare socket costs the machine less than an HTTP client would. */
  private boolean isReady() {
    String request =
        "GET "
            + readyPath
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return Wire.text(in.readNBytes(12)).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  /** Milliseconds from the start of the process to its first answer that it is ready. */
  double millisToReady() {
    return millisToReady;
  }

  URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** CPU time of the process so far, in seconds. */
  double cpuSeconds() {
    return process
            .toHandle()
            .info()
            .totalCpuDuration()
            .orElseThrow(() -> failure("the system does not say what CPU time the server took"))
            .toMillis()
        / 1e3;
  }

  /** Memory of the process that is in use now, in MB; read from Linux's /proc. */
  double residentMegabytes() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw failure("the system does not say how much memory the server uses");
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  IllegalStateException failure(String what) {
    try {
      List<String> lines = Files.readAllLines(log);
      List<String> end = lines.subList(Math.max(0, lines.size() - 30), lines.size());
      return new IllegalStateException(what + "; its last lines:\n" + String.join("\n", end));
    } catch (IOException e) {
      return new IllegalStateException(what, e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    if (!Thread.currentThread().equals(ender)) {
      Runtime.getRuntime().removeShutdownHook(ender);
    }
  }
}
