package io.vitrine;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vitrine.planted.accounts.ReachesUp;
import io.vitrine.planted.model.KnowsSpring;
import io.vitrine.planted.shop.SpeaksSql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house, each of them proved able to fail by a planted violation. */
class ArchitectureTest {

  /** What each package may import of ours; the same table stands in docs/words.md. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("model", List.of()),
          Map.entry("store", List.of("model")),
          Map.entry("settings", List.of("model", "store")),
          Map.entry("limits", List.of("model")),
          Map.entry("accounts", List.of("model", "store", "settings", "limits")),
          Map.entry("intake", List.of("model", "store", "accounts")),
          Map.entry("shop", List.of("model", "store", "accounts", "experiments.stats")),
          Map.entry("boards", List.of("model", "store", "accounts", "shop")),
          Map.entry("console", List.of("model", "store", "accounts")),
          Map.entry("experiments", List.of("model", "store", "accounts")),
          Map.entry("logs", List.of("model", "store", "accounts", "intake")),
          Map.entry("web", List.of("model", "store", "accounts", "limits")),
          Map.entry("trust", List.of("model", "store", "accounts", "intake")),
          Map.entry("demo", List.of("model", "intake", "store")),
          Map.entry("history", List.of("model", "store", "accounts", "intake")),
          Map.entry("siege", List.of("model")),
          Map.entry(
              "command",
              List.of("model", "store", "accounts", "intake", "history", "demo", "siege")));

  /** Words that only ever stand at the head of a statement. */
  private static final Pattern SQL =
      Pattern.compile(
          "\"\\s*(select\\s.+\\sfrom\\s|insert\\s+into\\s|update\\s+\\w+\\s+set\\s|delete\\s+from\\s"
              + "|create\\s+(table|index|schema)\\s|alter\\s+table\\s|drop\\s+table\\s)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.vitrine");

  private static ArchRule imports(String root, String name, List<String> allowed) {
    String[] inside =
        Stream.concat(Stream.of(name), allowed.stream())
            .map(feature -> root + "." + feature + "..")
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "." + name + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(root + "..").and(not(resideInAnyPackage(inside))));
  }

  private static ArchRule pure(String name, String... also) {
    String[] allowed =
        Stream.concat(Stream.of("java..", "org.jspecify..", name + ".."), Stream.of(also))
            .toArray(String[]::new);
    return classes()
        .that()
        .resideInAPackage(name + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }

  @Test
  void everyPackageImportsOnlyWhatItMay() {
    MAY_IMPORT.forEach(
        (name, allowed) -> imports("io.vitrine", name, allowed).allowEmptyShould(true).check(OURS));
  }

  @Test
  void everyPackageIsInTheTable() {
    List<String> known = List.copyOf(MAY_IMPORT.keySet());
    assertThat(
            OURS.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("io.vitrine."))
                .map(name -> name.substring("io.vitrine.".length()).split("\\.", 2)[0])
                .distinct())
        .isSubsetOf(known);
  }

  /**
   * What is below a module is its own; the library of statistics is for all whom the table lets.
   */
  @Test
  void noModuleReachesIntoAnotherAndNoneRunInCircles() {
    ApplicationModules.of(
            Vitrine.class,
            resideInAnyPackage("io.vitrine.experiments.stats..", "io.vitrine.store.past.."))
        .verify();
  }

  @Test
  void aReachIntoAModuleIsCaught() {
    ApplicationModules withLibrary = ApplicationModules.of(Vitrine.class);
    assertThatThrownBy(withLibrary::verify)
        .hasMessageContaining("'shop' depends on non-exposed type io.vitrine.experiments.stats.");
  }

  @Test
  void anImportAgainstTheArrowsIsCaught() {
    assertCaught(imports("io.vitrine.planted", "accounts", List.of("model")), ReachesUp.class);
  }

  @Test
  void modelStatisticsAndForecastArePure() {
    pure("io.vitrine.model").check(OURS);
    pure(
            "io.vitrine.experiments.stats",
            "org.apache.commons.statistics.distribution..",
            "org.apache.commons.numbers.gamma..")
        .check(OURS);
    pure("io.vitrine.shop.forecast", "org.apache.commons.numbers.gamma..").check(OURS);
  }

  @Test
  void anImpureModelIsCaught() {
    assertCaught(pure("io.vitrine.planted.model"), KnowsSpring.class);
  }

  @Test
  void onlyTheStoreKnowsDatabases() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.vitrine.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.sql..",
            "javax.sql..",
            "org.duckdb..",
            "org.h2..",
            "org.apache.lucene..",
            "org.springframework.jdbc..",
            "org.flywaydb..")
        .check(OURS);
  }

  @Test
  void sqlStandsInStoreSqlAlone() {
    Path attacks = Path.of("src/main/java/io/vitrine/siege"); // whose SQL is what it attacks with
    assertThat(speaksSql(Path.of("src/main/java")))
        .filteredOn(file -> !file.startsWith(attacks))
        .isNotEmpty()
        .allMatch(file -> file.toString().replace('\\', '/').contains("/store/sql/"));
  }

  @Test
  void sqlElsewhereIsCaught() {
    assertThat(speaksSql(Path.of("src/test/java/io/vitrine/planted")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly(SpeaksSql.class.getSimpleName() + ".java");
  }

  @Test
  void controllersAreTheirPackagesOwn() {
    classes().that().areAnnotatedWith(RestController.class).should().bePackagePrivate().check(OURS);
  }

  private static List<Path> speaksSql(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(ArchitectureTest::holdsSql).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static boolean holdsSql(Path file) {
    try {
      return file.toString().endsWith(".java") && SQL.matcher(Files.readString(file)).find();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void assertCaught(ArchRule rule, Class<?> planted) {
    JavaClasses violation = new ClassFileImporter().importPackages("io.vitrine.planted");
    assertThatThrownBy(() -> rule.check(violation))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(planted.getSimpleName());
  }
}
