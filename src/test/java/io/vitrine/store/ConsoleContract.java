package io.vitrine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.vitrine.model.Problem;
import io.vitrine.store.SqlConsole.SqlAnswer;
import io.vitrine.store.SqlConsole.SqlTable;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every SQL console answers, and that nobody gets out of it. */
public abstract class ConsoleContract extends StoreFixture {

  private static final List<String> REFUSED =
      List.of(
          "select * from read_csv('/etc/passwd')",
          "select * from read_csv_auto('/etc/passwd')",
          "select * from read_text('/etc/passwd')",
          "select * from read_blob('/etc/passwd')",
          "select * from read_parquet('x.parquet')",
          "select * from read_json('x.json')",
          "select * from glob('/*')",
          "select * from '/etc/passwd'",
          "select * from 'x.csv'",
          "select * from \"x.parquet\"",
          "from sniff_csv('/etc/passwd')",
          "with \"x.csv\" as (select 1) select * from \"x.csv\"",
          "select * from (with passwd as (select 1) select * from passwd) a, \"passwd.csv\" b",
          "with pragma_database_list as (select 1) select * from pragma_database_list",
          "copy events to '/tmp/out.csv'",
          "copy (select 1) to '/tmp/out.csv'",
          "export database '/tmp/out'",
          "import database '/tmp/out'",
          "attach '/tmp/other.duckdb'",
          "attach ':memory:' as other",
          "detach events",
          "use memory",
          "install httpfs",
          "load httpfs",
          "pragma database_list",
          "call pragma_version()",
          "set memory_limit = '10GB'",
          "set enable_external_access = true",
          "reset memory_limit",
          "checkpoint",
          "vacuum",
          "analyze",
          "begin",
          "insert into events select * from events",
          "update products set product_name = 'x'",
          "delete from events",
          "truncate events",
          "drop table events",
          "create table x as select 1",
          "create macro f() as 1",
          "create temp view v as select 1",
          "alter table events drop column ip",
          "prepare p as select 1",
          "execute p",
          "explain analyze select 1",
          "show tables",
          "describe events",
          "summarize events",
          "pivot events on type using count(*)",
          "select 1; select 2",
          "select 1; drop table events",
          "select 1 /* */; /* */ delete from events --",
          "",
          "-- nothing",
          "garbage",
          "select * from facts",
          "select * from schema_version",
          "select * from imports",
          "select * from dirty_days",
          "select * from property_parts",
          "select * from duckdb_settings()",
          "select * from duckdb_settings",
          "select * from duckdb_databases()",
          "select * from duckdb_secrets()",
          "select * from duckdb_tables()",
          "select * from duckdb_logs",
          "select * from information_schema.tables",
          "select * from pg_catalog.pg_settings",
          "select * from sqlite_master",
          "select * from main.sqlite_master",
          "select * from system.main.duckdb_settings",
          "select * from temp.events",
          "select * from events.main.events",
          "select * from pragma_database_size()",
          "select current_setting('temp_directory')",
          "select getenv('HOME')",
          "select getvariable('x')",
          "select query('select 1')",
          "select * from query('select * from facts')",
          "select * from query_table('facts')",
          "select * from json_execute_serialized_sql('x')",
          "select main.current_setting('temp_directory')",
          "select version(), current_database(), current_schema()",
          "select nextval('s')",
          "select * from events at (version => 1)",
          "select * from events where message = $1",
          "select ?",
          "select list_transform([1], lambda x: getenv('HOME'))",
          "select count(*) filter (where getenv('HOME') = 'x') from events",
          "select row_number() over (order by getenv('HOME')) from events",
          "select * from events order by getenv('HOME')",
          "select * from events limit (select length(getenv('HOME')))",
          "select * from events limit 5%",
          "select * from events where exists (select * from facts)",
          "select 1 union select content from facts",
          "select (select content from facts)",
          "with a as (select * from facts) select * from a",
          "select * from (values ((select content from facts))) v",
          "select * from events join facts on true",
          "select 'x'::varchar collate nocase",
          "with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t",
          "select repeat('x', 1000000000)",
          "select lpad('x', 1000000000, 'y')",
          "select printf('%1000000000d', 1)",
          "select format('{:1000000000}', 1)",
          "select range(10000000000)",
          "select replace('x', 'x', 'y')");

  @BeforeEach
  void aSmallShop() {
    append(
        Shop.view("a", "p", "2026-04-08T10:00:00"),
        Shop.view("b", "q", "2026-04-08T11:00:00"),
        Shop.view("a", "p", "2026-04-09T10:00:00"));
  }

  private SqlAnswer ask(String text) {
    return store.console().ask(text);
  }

  private String refusal(String text) {
    return catchThrowableOfType(Problem.class, () -> ask(text)).code();
  }

  @Test
  void aSelectOverTheEventsIsAnswered() {
    SqlAnswer answer =
        ask(
            """
            -- how often
            select product_id, count(*) n, min(day) since, 1.5::decimal(4, 2) d, true t, null nothing
            from main.events where visitor_id in ('a', 'b') /* all */
            group by all order by n desc, product_id;
            """);
    assertThat(answer.columns())
        .extracting(SqlConsole.SqlColumn::name)
        .containsExactly("product_id", "n", "since", "d", "t", "nothing");
    assertThat(answer.rows())
        .containsExactly(
            row("p", 2L, LocalDate.parse("2026-04-08"), new BigDecimal("1.50"), true, null),
            row("q", 1L, LocalDate.parse("2026-04-08"), new BigDecimal("1.50"), true, null));
    assertThat(answer.more()).isFalse();
  }

  @Test
  void derivedTablesAreUpToDateAndHistoryTablesCanBeJoined() {
    assertThat(ask("select count(distinct session_key) from session_hours").rows())
        .containsExactly(row(3L));
    assertThat(
            ask("""
                    with busy as (select date, views from daily_metrics where views > 1)
                    select b.date::date, b.views, (select count(*) from data_clean) from busy b
                    """)
                .rows())
        .containsExactly(row(LocalDate.parse("2026-04-08"), 2L, 3L));
  }

  @Test
  void everyTableOfTheListCanBeReadAndHasTheColumnsThatItSays() {
    for (SqlTable table : store.console().tables()) {
      SqlAnswer answer = ask("select * from " + table.name() + " limit 1");
      assertThat(answer.columns())
          .as(table.name())
          .extracting(SqlConsole.SqlColumn::name)
          .containsExactlyElementsOf(
              table.columns().stream().map(SqlConsole.SqlColumn::name).toList());
    }
  }

  /** Each in turn asked of one store, which has to be whole after it. */
  @TestFactory
  Stream<DynamicTest> nothingButReadingTheShopsTablesIsAllowed() {
    return REFUSED.stream()
        .map(
            text ->
                dynamicTest(
                    "'" + text + "'",
                    () -> {
                      assertThat(refusal(text)).isIn("sql_refused", "sql_failed");
                      assertThat(ask("select count(*) from events").rows())
                          .containsExactly(row(3L));
                    }));
  }

  @Test
  void noRefusalTellsWhereTheStoreKeepsItsFiles() {
    for (String text : List.of("select nothing from events", "select * from '" + folder + "'")) {
      assertThatThrownBy(() -> ask(text)).message().doesNotContain("events.duckdb");
    }
  }

  @Test
  void theEngineItselfOpensNoFileOfOthers() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    assertThat(refusal("select * from '" + secret + "'")).isEqualTo("sql_refused");
    assertThat(ask("select 1 as \"" + secret + "\"").rows()).containsExactly(row(1L));
  }

  @Test
  void moreRowsThanTheLimitAreCutAndSaidSo() {
    SqlAnswer many = ask("select r from range(1000000) t(r)");
    assertThat(many.rows()).hasSize(10_000);
    assertThat(many.more()).isTrue();
    SqlAnswer limited = ask("select r from range(1000000) t(r) order by r desc limit 99999999");
    assertThat(limited.rows()).hasSize(10_000).startsWith(row(999_999L), row(999_998L));
    assertThat(limited.more()).isTrue();
    assertThat(ask("select r from range(10) t(r) order by r limit 2 offset 1").rows())
        .containsExactly(row(1L), row(2L));
    assertThat(ask("select r from range(10000) t(r)").more()).isFalse();
  }

  @Test
  void aStatementThatHogsMemoryEndsAndTheWriterGoesOn() {
    CompletableFuture<String> hog =
        CompletableFuture.supplyAsync(
            () -> refusal("select list(md5(a.r::varchar)) from range(100000000) a(r)"));
    int stored = 0;
    while (!hog.isDone()) {
      append(Shop.view("c", "p", "2026-04-09T12:00:00"));
      stored++;
    }
    assertThat(hog.join()).isEqualTo("sql_too_large");
    assertThat(ask("select count(*) from events").rows()).containsExactly(row(3L + stored));
  }

  @Test
  void textsThatGrowByJoiningAreStoppedBeforeTheyDo() {
    StringBuilder text = new StringBuilder("with s0 as (select 'xxxxxxxxxx' s)");
    for (int i = 1; i <= 30; i++) {
      text.append(", s").append(i).append(" as (select s || s as s from s").append(i - 1);
      text.append(")");
    }
    assertThat(refusal(text + " select length(s) from s30")).isEqualTo("sql_refused");
    assertThat(refusal("select '" + "x".repeat(1_001) + "'")).isEqualTo("sql_refused");
    assertThat(refusal("select " + "(".repeat(5_000) + "1" + ")".repeat(5_000)))
        .isIn("sql_refused", "sql_failed");
    assertThat(refusal("select 1 " + " ".repeat(20_000))).isEqualTo("sql_refused");
  }

  @Test
  void aWrongStatementSaysWhatIsWrongAndTheNextOneIsAnswered() {
    assertThatThrownBy(() -> ask("select nothing from events")).hasMessageContaining("nothing");
    assertThat(refusal("select 1 +")).isEqualTo("sql_refused");
    assertThat(refusal("select 'x'::integer")).isEqualTo("sql_failed");
    assertThat(ask("select 1 + 1").rows()).containsExactly(row(2L));
  }
}
