package io.vitrine.trust.attacks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of SQL by what they may do in a statement. In lower case. */
final class SqlVocabulary {

  /** What can be created and dropped. */
  static final Set<String> OBJECTS =
      Set.of(
          "table",
          "database",
          "schema",
          "user",
          "index",
          "view",
          "procedure",
          "function",
          "trigger",
          "login",
          "role",
          "column",
          "sequence",
          "or");

  /** Functions that are an attack by themselves. */
  static final Set<String> ALONE =
      Set.of(
          "make_set",
          "elt",
          "user_lock.sleep",
          "json_keys",
          "regexp_substring",
          "pg_sleep",
          "benchmark",
          "extractvalue",
          "updatexml",
          "load_file",
          "xp_cmdshell",
          "randomblob",
          "zeroblob",
          "dbms_pipe.receive_message",
          "dbms_lock.sleep",
          "utl_http.request",
          "utl_inaddr.get_host_address",
          "utl_inaddr.get_host_name",
          "ctxsys.drithsx.sn",
          "dbms_ldap.init",
          "sys_eval",
          "sys_exec",
          "lo_import",
          "lo_export",
          "pg_read_file",
          "pg_ls_dir",
          "query_to_xml",
          "gtid_subset",
          "name_const",
          "load_extension",
          "openrowset",
          "opendatasource",
          "group_concat");

  /** What tells about the server itself. */
  static final Set<String> ABOUT =
      Set.of(
          "user", "database", "version", "current_user", "session_user", "system_user", "schema");

  /** Functions that have no business in a value; each is called at once, without a blank. */
  static final Set<String> FUNCTIONS =
      all(
          List.of(
              ALONE,
              ABOUT,
              Set.of(
                  "sleep",
                  "concat_ws",
                  "xmltype",
                  "st_latfromgeohash",
                  "polygon",
                  "geometrycollection",
                  "multipoint",
                  "row_count",
                  "found_rows",
                  "exp",
                  "fn_my_permissions",
                  "ascii",
                  "substr",
                  "substring",
                  "mid",
                  "ord",
                  "unhex",
                  "char",
                  "chr",
                  "hex",
                  "cast",
                  "convert",
                  "count",
                  "db_name",
                  "user_name",
                  "suser_name",
                  "host_name",
                  "length",
                  "len",
                  "concat",
                  "if",
                  "iif",
                  "ifnull",
                  "isnull",
                  "coalesce",
                  "greatest",
                  "least",
                  "rand",
                  "floor",
                  "bin",
                  "quote",
                  "md5",
                  "sha1",
                  "lpad",
                  "rpad",
                  "left",
                  "right",
                  "reverse",
                  "instr",
                  "locate",
                  "position",
                  "tochar",
                  "to_char",
                  "rawtohex",
                  "generate_series",
                  "exists",
                  "case",
                  "not")));

  /** Where a database keeps what it knows about itself, and procedures that leave it. */
  static final List<String> CATALOGUES =
      List.of(
          "information_schema",
          "sqlite_master",
          "sqlite_schema",
          "pg_catalog",
          "pg_shadow",
          "sysobjects",
          "syscolumns",
          "sys.tables",
          "sys.databases",
          "all_tables",
          "all_tab_columns",
          "user_tables",
          "mysql.user",
          "mysql.innodb_table_stats",
          "master..sysdatabases",
          "master.dbo",
          "master..",
          "rdb$",
          "v$version",
          "xp_cmdshell",
          "xp_dirtree",
          "xp_regread",
          "sp_password",
          "sp_executesql",
          "sp_oacreate",
          "dba_users");

  /** Signs between two operands. */
  static final Set<String> COMPARISONS =
      Set.of("=", "==", "<", ">", "<=", ">=", "<>", "!=", "<=>", "!<", "!>", "<@", "@>", "~", "!~");

  /** Words between two operands. */
  static final Set<String> WORD_COMPARISONS =
      Set.of(
          "like", "rlike", "regexp", "in", "is", "between", "ilike", "glob", "similar", "sounds");

  /** Words that begin a statement. */
  static final Set<String> STARTERS =
      Set.of(
          "drop",
          "insert",
          "update",
          "delete",
          "alter",
          "create",
          "truncate",
          "exec",
          "execute",
          "shutdown",
          "declare",
          "select",
          "waitfor",
          "grant",
          "merge",
          "begin",
          "call",
          "copy",
          "set",
          "use",
          "rename",
          "attach",
          "pragma",
          "vacuum",
          "if",
          "show",
          "handler",
          "load");

  /** Some of that, and functions of texts, that stand within others only in statements. */
  static final Set<String> WITHIN =
      Set.of(
          "substring", "substr", "mid", "user", "database", "version", "current_user", "load_file");

  /** Functions of texts around those. */
  static final Set<String> AROUND =
      Set.of("ascii", "ord", "hex", "length", "char_length", "bin", "unicode", "lower", "upper");

  /** Tables that somebody who guesses names first. */
  static final Set<String> TABLES =
      Set.of(
          "users",
          "user",
          "members",
          "accounts",
          "customers",
          "admin",
          "admins",
          "orders",
          "passwords",
          "passwd",
          "credentials",
          "dual",
          "employees");

  private SqlVocabulary() {}

  private static Set<String> all(List<Set<String>> words) {
    return words.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
  }
}
