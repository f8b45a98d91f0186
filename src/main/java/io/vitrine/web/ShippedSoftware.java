package io.vitrine.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The libraries that this very program runs on, with their licences as the libraries themselves
 * state them: in the manifest, or in the text of the licence that they carry. Read once, from the
 * class path.
 */
@Component
class ShippedSoftware {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final Pattern JAR = Pattern.compile("([^/!]+?)-(\\d[^/!]*)\\.jar");
  private static final List<String> TEXTS =
      List.of(
          "META-INF/LICENSE",
          "META-INF/LICENSE.txt",
          "META-INF/license.txt",
          "META-INF/LICENSE.md",
          "LICENSE",
          "LICENSE.txt");

  /** What the text of a licence says, and how the licence is called. The first that fits counts. */
  private static final Map<String, String> SAYINGS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "apache license", "Apache-2.0",
                  "eclipse public license", "EPL-2.0",
                  "mozilla public license", "MPL-2.0",
                  "permission is hereby granted, free of charge", "MIT",
                  "redistribution and use in source and binary forms", "BSD")));

  /** Names of licences in manifests, by a part of what stands there. */
  private static final Map<String, String> NAMES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "apache", "Apache-2.0",
                  "epl-2", "EPL-2.0",
                  "epl-1", "EPL-1.0",
                  "bsd", "BSD",
                  "mit", "MIT",
                  "mpl", "MPL-2.0")));

  /** Libraries whose files say nothing of their licence; it stands in their project's POM. */
  private static final Map<String, String> IN_POM =
      Map.of(
          "duckdb_jdbc", "MIT",
          "h2", "MPL-2.0 or EPL-1.0",
          "logback-classic", "EPL-1.0 or LGPL-2.1",
          "logback-core", "EPL-1.0 or LGPL-2.1",
          "maxmind-db", "Apache-2.0",
          "picocli", "Apache-2.0",
          "uap-java", "Apache-2.0");

  /**
   * A library.
   *
   * @param name of its file, without the version
   * @param licence as it states it; null where it carries none
   */
  @Schema(name = "Library")
  record Library(String name, String version, @Nullable String licence) {}

  private final List<Library> libraries = read();

  /** All libraries by name. */
  List<Library> libraries() {
    return libraries;
  }

  private static List<Library> read() {
    Map<String, Library> found = new TreeMap<>();
    try {
      for (URL manifest :
          Collections.list(ShippedSoftware.class.getClassLoader().getResources(MANIFEST))) {
        Matcher jar = JAR.matcher(manifest.toString());
        String file = null;
        String version = "";
        while (jar.find()) {
          file = jar.group(1);
          version = jar.group(2);
        }
        if (file != null) {
          found.put(file, new Library(file, version, licence(file, manifest)));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return List.copyOf(found.values());
  }

  private static @Nullable String licence(String file, URL manifest) throws IOException {
    String stated = inManifest(manifest);
    String found = stated == null ? inText(manifest) : stated;
    return found == null ? IN_POM.get(file) : found;
  }

  private static @Nullable String inManifest(URL manifest) throws IOException {
    try (InputStream in = manifest.openStream()) {
      String said = new Manifest(in).getMainAttributes().getValue("Bundle-License");
      return said == null ? null : named(NAMES, said);
    }
  }

  private static @Nullable String inText(URL manifest) throws IOException {
    String root =
        manifest.toString().substring(0, manifest.toString().length() - MANIFEST.length());
    for (String name : TEXTS) {
      String text = text(URI.create(root + name).toURL());
      if (text != null) {
        return named(SAYINGS, text.replaceAll("\\s+", " "));
      }
    }
    return null;
  }

  /** A file of a library; null where the library has none of that name. */
  private static @Nullable String text(URL place) throws IOException {
    try (InputStream in = place.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (FileNotFoundException absent) {
      return null;
    }
  }

  private static @Nullable String named(Map<String, String> names, String text) {
    String small = text.toLowerCase(Locale.ROOT);
    return names.entrySet().stream()
        .filter(entry -> small.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}
