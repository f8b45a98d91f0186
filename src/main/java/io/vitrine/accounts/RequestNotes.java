package io.vitrine.accounts;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What those who handle a request note on it for those who watch it: who its client is, who calls,
 * which file it brought and which problem it ended with.
 */
public final class RequestNotes {

  private static final String CLIENT = RequestNotes.class.getName() + ".client";
  private static final String PROBLEM = RequestNotes.class.getName() + ".problem";
  private static final String FILE = RequestNotes.class.getName() + ".file";
  static final String CALLER = RequestNotes.class.getName() + ".caller";

  private RequestNotes() {}

  /** A file that came with a request: its name and how it begins. */
  public record SentFile(String name, String beginning) {}

  /** Notes the address of the client, behind proxies that are trusted. */
  public static void client(ServletRequest request, String address) {
    request.setAttribute(CLIENT, address);
  }

  /** The address of the client, or of the socket when nobody noted another. */
  public static String client(ServletRequest request) {
    return request.getAttribute(CLIENT) instanceof String noted ? noted : request.getRemoteAddr();
  }

  /** Notes the code of the problem that a request ended with. */
  public static void problem(ServletRequest request, String code) {
    request.setAttribute(PROBLEM, code);
  }

  /** The code of the problem, or null when all went well. */
  public static @Nullable String problem(ServletRequest request) {
    return request.getAttribute(PROBLEM) instanceof String code ? code : null;
  }

  /** Notes the file that a request brings. */
  public static void file(ServletRequest request, String name, byte[] beginning) {
    byte[] kept = Arrays.copyOf(beginning, Math.min(beginning.length, 512));
    request.setAttribute(FILE, new SentFile(name, new String(kept, StandardCharsets.ISO_8859_1)));
  }

  /** The file that a request brought. */
  public static Optional<SentFile> file(ServletRequest request) {
    return Optional.ofNullable((SentFile) request.getAttribute(FILE));
  }

  /** Who called, when the endpoint asked for it and it was let in. */
  public static Optional<Caller> caller(HttpServletRequest request) {
    return Optional.ofNullable((Caller) request.getAttribute(CALLER));
  }
}
