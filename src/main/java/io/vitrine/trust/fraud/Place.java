package io.vitrine.trust.fraud;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somewhere on the earth.
 *
 * @param latitude in degrees, north positive
 * @param longitude in degrees, east positive
 * @param radius how far from there it may be as well, in kilometres: a country is no point
 */
record Place(double latitude, double longitude, double radius) {

  private static final String FILE = "places.csv";
  private static final double EARTH = 6_371;
  private static final Map<String, Place> COUNTRIES = read();

  /** The middle of a country; null when it is not in the list. */
  static @Nullable Place of(@Nullable String country) {
    return country == null ? null : COUNTRIES.get(country);
  }

  /**
   * The least distance in kilometres that somebody must have gone from here to there, by the
   * haversine formula, less both radii.
   */
  double distance(Place other) {
    double north = Math.toRadians(other.latitude - latitude);
    double east = Math.toRadians(other.longitude - longitude);
    double chord =
        square(Math.sin(north / 2))
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(other.latitude))
                * square(Math.sin(east / 2));
    double whole = 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(chord)));
    return Math.max(0, whole - radius - other.radius);
  }

  private static double square(double value) {
    return value * value;
  }

  private static Map<String, Place> read() {
    InputStream file = Objects.requireNonNull(Place.class.getResourceAsStream(FILE), FILE);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      Map<String, Place> places = new HashMap<>();
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, places));
      return Map.copyOf(places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String line, Map<String, Place> places) {
    List<String> cells = List.of(line.split(",", -1));
    places.put(
        cells.get(0), new Place(number(cells.get(1)), number(cells.get(2)), number(cells.get(3))));
  }

  private static double number(String cell) {
    return Double.parseDouble(cell);
  }
}
