package io.vitrine.demo;

import java.util.List;

/**
 * A browser on a device.
 *
 * @param share weight among visitors
 * @param ease readiness to buy on it; 1 is the mean
 * @param header its User-Agent header
 */
record Agent(double share, double ease, String header) {

  private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)";
  private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
  private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)";
  private static final String KHTML = " AppleWebKit/537.36 (KHTML, like Gecko)";
  private static final String WEBKIT = " AppleWebKit/605.1.15 (KHTML, like Gecko)";

  private static final List<Agent> ALL =
      List.of(
          new Agent(17, 1.35, WINDOWS + KHTML + " Chrome/142.0.0.0 Safari/537.36"),
          new Agent(5, 1.35, WINDOWS + KHTML + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0"),
          new Agent(
              4,
              1.30,
              "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0"),
          new Agent(6, 1.45, MAC + WEBKIT + " Version/18.5 Safari/605.1.15"),
          new Agent(4, 1.40, MAC + KHTML + " Chrome/142.0.0.0 Safari/537.36"),
          new Agent(
              1, 1.20, "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0"),
          new Agent(25, 0.80, IPHONE + WEBKIT + " Version/18.5 Mobile/15E148 Safari/604.1"),
          new Agent(4, 0.60, IPHONE + WEBKIT + " CriOS/142.0.7444.60 Mobile/15E148 Safari/604.1"),
          new Agent(19, 0.70, android("10; K") + " Chrome/142.0.0.0 Mobile Safari/537.36"),
          new Agent(
              6,
              0.65,
              android("10; K") + " SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36"),
          new Agent(
              2, 0.65, "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0"),
          new Agent(
              4,
              1.15,
              "Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X)"
                  + WEBKIT
                  + " Version/17.6 Mobile/15E148 Safari/604.1"),
          new Agent(2, 1.00, android("14; SM-X710") + " Chrome/142.0.0.0 Safari/537.36"));

  private static final Odds<Agent> ODDS = new Odds<>(ALL, Agent::share);

  private static String android(String device) {
    return "Mozilla/5.0 (Linux; Android " + device + ")" + KHTML;
  }

  static Agent draw(Dice dice) {
    return ODDS.draw(dice);
  }
}
