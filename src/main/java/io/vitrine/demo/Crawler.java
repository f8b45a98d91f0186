package io.vitrine.demo;

import java.util.List;

/**
 * A robot that reads the shop.
 *
 * @param visits visits on a day
 * @param pages mean number of pages of a visit
 * @param header its User-Agent header
 * @param network where it comes from
 */
record Crawler(double visits, int pages, String header, Network network) {

  private static final String BROWSER = "Mozilla/5.0 (compatible; ";

  static final List<Crawler> ALL =
      List.of(
          new Crawler(
              2.2,
              18,
              BROWSER + "Googlebot/2.1; +http://www.google.com/bot.html)",
              Network.of("66.249.64.0/20")),
          new Crawler(
              1.1,
              12,
              BROWSER + "bingbot/2.0; +http://www.bing.com/bingbot.htm)",
              Network.of("157.55.39.0/24")),
          new Crawler(
              0.6,
              25,
              BROWSER + "AhrefsBot/7.0; +http://ahrefs.com/robot/)",
              Network.of("54.36.148.0/24")),
          new Crawler(
              0.5,
              20,
              BROWSER + "GPTBot/1.2; +https://openai.com/gptbot)",
              Network.of("20.15.240.64/28")),
          new Crawler(0.25, 110, "python-requests/2.32.3", Network.of("5.9.0.0/16")));
}
