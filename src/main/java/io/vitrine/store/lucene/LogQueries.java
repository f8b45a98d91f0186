package io.vitrine.store.lucene;

import io.vitrine.model.Field;
import io.vitrine.model.FieldType;
import io.vitrine.model.LogQuery;
import io.vitrine.model.LogWords;
import io.vitrine.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.jspecify.annotations.Nullable;

/** Makes Lucene's queries of ours, for one state of the index. */
final class LogQueries {

  private static final int SHORTEST_ID = 4;
  private static final int MOST_EXPANSIONS = 500;

  /** Patterns in a row; each may stand for {@value #MOST_EXPANSIONS} words of each field. */
  private static final int MOST_PATTERNS = 16;

  /** How many letters of a misspelt word are right from its beginning. */
  private static final int SAME_LETTERS = 1;

  private static final Pattern WILD = Pattern.compile("[\\p{L}\\p{N}*?]+");

  private final IndexReader reader;
  private final Map<Term, Term[]> expansions = new HashMap<>();

  LogQueries(IndexReader reader) {
    this.reader = reader;
  }

  Query of(LogQuery query) {
    return switch (query) {
      case LogQuery.Everything _ -> MatchAllDocsQuery.INSTANCE;
      case LogQuery.Words words -> words(words);
      case LogQuery.Pattern pattern -> pattern(pattern);
      case LogQuery.Expression expression -> expression(expression);
      case LogQuery.Fuzzy fuzzy -> fuzzy(fuzzy);
      case LogQuery.Exactly exactly -> exactly(exactly);
      case LogQuery.Between between -> between(between);
      case LogQuery.Network network -> network(network);
      case LogQuery.Present present -> present(present.field());
      case LogQuery.All all -> joined(all.parts(), Occur.MUST);
      case LogQuery.Any any -> joined(any.parts(), Occur.SHOULD);
      case LogQuery.Not not -> not(not.part());
    };
  }

  private Query joined(List<LogQuery> parts, Occur occur) {
    BooleanQuery.Builder joined = new BooleanQuery.Builder();
    boolean positive = occur == Occur.SHOULD;
    for (LogQuery part : parts) {
      if (occur == Occur.MUST && part instanceof LogQuery.Not not) {
        joined.add(of(not.part()), Occur.MUST_NOT);
      } else {
        joined.add(of(part), occur);
        positive = true;
      }
    }
    if (!positive) {
      joined.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return joined.build();
  }

  private Query not(LogQuery part) {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, Occur.MUST)
        .add(of(part), Occur.MUST_NOT)
        .build();
  }

  private Query words(LogQuery.Words words) {
    String field = words.field();
    if (field == null) {
      return anywhere(words);
    }
    if (field.equals(LogDocument.ID)) {
      return new TermQuery(new Term(LogDocument.ID, words.text()));
    }
    Double number = number(words.text());
    if (isNumber(field)) {
      return number == null
          ? new MatchNoDocsQuery(field + " holds numbers")
          : DoublePoint.newExactQuery(LogDocument.NUMBER_OF + field, number);
    }
    Query text = text(field, words);
    return number == null || Field.named(field).isPresent()
        ? text
        : either(text, DoublePoint.newExactQuery(LogDocument.NUMBER_OF + field, number));
  }

  private static Query text(String field, LogQuery.Words words) {
    List<String> texts = LogWords.texts(words.text());
    Query whole = whole(field, words.text());
    if (texts.isEmpty() || field.equals("type") || isFlag(field)) {
      return whole;
    }
    Query phrase = phrase(LogDocument.WORDS_OF + field, texts, words.slop());
    return Field.named(field).isPresent() ? phrase : either(phrase, whole);
  }

  private static Query whole(String field, String text) {
    return new TermQuery(new Term(LogDocument.WHOLE_OF + field, LogWords.folded(text)));
  }

  /** In any field that has all of the words at all, which for most words is one. */
  private Query anywhere(LogQuery.Words words) {
    List<String> texts = LogWords.texts(words.text());
    if (texts.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    List<Query> found = new ArrayList<>();
    for (String field : fieldsOfWords()) {
      if (texts.stream().allMatch(text -> isThere(field, text))) {
        found.add(phrase(field, texts, words.slop()));
      }
    }
    if (isLikeAnId(words.text()) && isThere(LogDocument.ID, words.text())) {
      found.add(new TermQuery(new Term(LogDocument.ID, words.text())));
    }
    return any(found);
  }

  private static boolean isLikeAnId(String text) {
    return text.length() >= SHORTEST_ID && text.indexOf(' ') < 0;
  }

  private static Query any(List<Query> queries) {
    if (queries.size() == 1) {
      return queries.getFirst();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, Occur.SHOULD));
    return queries.isEmpty() ? new MatchNoDocsQuery("no log has it") : any.build();
  }

  /** The fields of the index that hold words. */
  List<String> fieldsOfWords() {
    List<String> fields = new ArrayList<>();
    for (String field : FieldInfos.getIndexedFields(reader)) {
      if (field.startsWith(LogDocument.WORDS_OF) || field.equals(LogDocument.TEXT)) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** Looked up leaf by leaf only until one has it, and only where it may be: most have none. */
  private boolean isThere(String field, String word) {
    BytesRef term = new BytesRef(word);
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        Terms terms = leaf.reader().terms(field);
        if (terms != null && isWithin(term, terms) && terms.iterator().seekExact(term)) {
          return true;
        }
      }
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException("the words of the log index cannot be read", failure);
    }
  }

  /** The first and the last word of a field are in memory. */
  private static boolean isWithin(BytesRef term, Terms terms) throws IOException {
    BytesRef first = terms.getMin();
    BytesRef last = terms.getMax();
    return first != null && last != null && first.compareTo(term) <= 0 && last.compareTo(term) >= 0;
  }

  private boolean isAnyFrom(String field, String start) {
    boolean[] any = {false};
    eachFrom(
        field,
        start,
        (term, documents) -> {
          any[0] = true;
          return false;
        });
    return any[0];
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  private static Query phrase(String field, List<String> words, int slop) {
    return words.size() == 1
        ? new TermQuery(new Term(field, words.getFirst()))
        : new PhraseQuery(slop, field, words.toArray(String[]::new));
  }

  private Query pattern(LogQuery.Pattern pattern) {
    String field = pattern.field();
    if (LogDocument.ID.equals(field)) {
      return new WildcardQuery(new Term(LogDocument.ID, pattern.text()));
    }
    String text = LogWords.folded(pattern.text());
    if (field == null) {
      return patternAnywhere(text);
    }
    Query whole = new WildcardQuery(new Term(LogDocument.WHOLE_OF + field, text));
    return either(whole, patternOfWords(LogDocument.WORDS_OF + field, text));
  }

  private Query patternAnywhere(String text) {
    List<String> pieces = WILD.matcher(text).results().map(match -> match.group()).toList();
    if (pieces.stream().noneMatch(LogQueries::tells)) {
      return MatchAllDocsQuery.INSTANCE;
    }
    String fixed = pieces.getFirst().split("[*?]", 2)[0];
    return any(
        fieldsOfWords().stream()
            .filter(field -> isAnyFrom(field, fixed))
            .map(field -> patternOfWords(field, text))
            .distinct()
            .toList());
  }

  /** Words in a row, some of which are patterns. */
  private Query patternOfWords(String field, String text) {
    List<String> pieces =
        WILD.matcher(text).results().map(match -> match.group()).filter(LogQueries::tells).toList();
    if (pieces.isEmpty()) {
      return MatchAllDocsQuery.INSTANCE;
    }
    if (pieces.size() == 1) {
      return new WildcardQuery(new Term(field, pieces.getFirst()));
    }
    if (pieces.stream().filter(LogQueries::isPattern).count() > MOST_PATTERNS) {
      throw Problem.caller(
          "query_too_complex",
          "the search has more than " + MOST_PATTERNS + " words with * or ? in a row");
    }
    MultiPhraseQuery.Builder row = new MultiPhraseQuery.Builder();
    for (String piece : pieces) {
      Term[] terms = expansions.computeIfAbsent(new Term(field, piece), this::expanded);
      if (terms.length == 0) {
        return new MatchNoDocsQuery("no word is like " + piece);
      }
      row.add(terms);
    }
    return row.build();
  }

  private static boolean tells(String piece) {
    return !piece.chars().allMatch(sign -> sign == '*');
  }

  private static boolean isPattern(String piece) {
    return piece.indexOf('*') >= 0 || piece.indexOf('?') >= 0;
  }

  private Term[] expanded(Term asked) {
    String field = asked.field();
    String piece = asked.text();
    if (!isPattern(piece)) {
      return new Term[] {asked};
    }
    String start = piece.split("[*?]", 2)[0];
    List<Term> terms = new ArrayList<>();
    eachFrom(
        field,
        start,
        (term, documents) -> {
          if (Wildcards.fits(piece, term)) {
            terms.add(new Term(field, term));
          }
          return terms.size() < MOST_EXPANSIONS;
        });
    return terms.toArray(Term[]::new);
  }

  /** Sees terms and how many logs have them. */
  interface TermSeen {
    /** Whether to go on. */
    boolean see(String term, int documents);
  }

  /** All terms of a field that begin with a text, in their order. */
  void eachFrom(String field, String start, TermSeen seen) {
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return;
      }
      TermsEnum each = terms.iterator();
      boolean there = each.seekCeil(new BytesRef(start)) != TermsEnum.SeekStatus.END;
      while (there && each.term().utf8ToString().startsWith(start)) {
        if (!seen.see(each.term().utf8ToString(), each.docFreq())) {
          return;
        }
        there = each.next() != null;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the words of the log index cannot be read", failure);
    }
  }

  private static Query expression(LogQuery.Expression expression) {
    String field = expression.field();
    try {
      return new RegexpQuery(
          new Term(
              field.equals(LogDocument.ID) ? field : LogDocument.WHOLE_OF + field,
              expression.text()),
          RegExp.ALL,
          RegExp.CASE_INSENSITIVE,
          Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    } catch (IllegalArgumentException | TooComplexToDeterminizeException broken) {
      throw Problem.caller(
          "log_expression", "the expression /" + expression.text() + "/ cannot be searched");
    }
  }

  private Query fuzzy(LogQuery.Fuzzy fuzzy) {
    if (fuzzy.field() != null) {
      return either(
          fuzzy(LogDocument.WORDS_OF + fuzzy.field(), fuzzy),
          fuzzy(LogDocument.WHOLE_OF + fuzzy.field(), fuzzy));
    }
    CompiledAutomaton like =
        FuzzyQuery.getFuzzyAutomaton(fuzzy.word(), fuzzy.edits(), SAME_LETTERS, true);
    List<Query> found = new ArrayList<>();
    for (String field : fieldsOfWords()) {
      eachLike(field, like, term -> found.add(new TermQuery(new Term(field, term))));
    }
    return any(found.subList(0, Math.min(found.size(), MOST_EXPANSIONS)));
  }

  private void eachLike(String field, CompiledAutomaton like, Consumer<BytesRef> seen) {
    try {
      Terms terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return;
      }
      TermsEnum each = like.getTermsEnum(terms);
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        seen.accept(BytesRef.deepCopyOf(term));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the words of the log index cannot be read", failure);
    }
  }

  private static Query fuzzy(String field, LogQuery.Fuzzy fuzzy) {
    return new FuzzyQuery(new Term(field, fuzzy.word()), fuzzy.edits(), SAME_LETTERS);
  }

  private static Query exactly(LogQuery.Exactly exactly) {
    if (exactly.field().equals(LogDocument.ID)) {
      return new TermInSetQuery(
          LogDocument.ID, exactly.values().stream().map(BytesRef::new).toList());
    }
    Query whole =
        new TermInSetQuery(
            LogDocument.WHOLE_OF + exactly.field(),
            exactly.values().stream().map(LogWords::folded).map(BytesRef::new).toList());
    double[] fractions = fractions(exactly.values());
    return fractions.length == 0
        ? whole
        : either(
            whole, DoublePoint.newSetQuery(LogDocument.NUMBER_OF + exactly.field(), fractions));
  }

  /** Those of some values that the index keeps as numbers alone. */
  private static double[] fractions(List<String> values) {
    return values.stream()
        .map(LogQueries::number)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .filter(number -> number % 1 != 0)
        .toArray();
  }

  private Query between(LogQuery.Between between) {
    LogQuery.Limit some = between.low() == null ? between.high() : between.low();
    return switch (some == null ? null : some.value()) {
      case null -> present(between.field());
      case Instant _ -> times(between.low(), between.high());
      case Double _ -> numbers(between);
      default -> texts(between);
    };
  }

  private static Query times(LogQuery.@Nullable Limit low, LogQuery.@Nullable Limit high) {
    long from = low == null ? Long.MIN_VALUE : millis(low) + (low.included() ? 0 : 1);
    long to = high == null ? Long.MAX_VALUE : millis(high) - (high.included() ? 0 : 1);
    return NumericDocValuesField.newSlowRangeQuery(LogDocument.TIME, from, to);
  }

  private static long millis(LogQuery.Limit limit) {
    return ((Instant) limit.value()).toEpochMilli();
  }

  private static Query numbers(LogQuery.Between between) {
    LogQuery.Limit low = between.low();
    LogQuery.Limit high = between.high();
    double from = low == null ? Double.NEGATIVE_INFINITY : asNumber(low);
    double to = high == null ? Double.POSITIVE_INFINITY : asNumber(high);
    return DoublePoint.newRangeQuery(
        LogDocument.NUMBER_OF + between.field(),
        low == null || low.included() ? from : DoublePoint.nextUp(from),
        high == null || high.included() ? to : DoublePoint.nextDown(to));
  }

  private static double asNumber(LogQuery.Limit limit) {
    return limit.value() instanceof Double number ? number : Double.NaN;
  }

  private static Query texts(LogQuery.Between between) {
    LogQuery.Limit low = between.low();
    LogQuery.Limit high = between.high();
    return TermRangeQuery.newStringRange(
        LogDocument.WHOLE_OF + between.field(),
        low == null ? null : low.value().toString(),
        high == null ? null : high.value().toString(),
        low == null || low.included(),
        high == null || high.included());
  }

  private static Query network(LogQuery.Network network) {
    InetAddress address =
        Addresses.literal(network.address())
            .orElseThrow(
                () ->
                    Problem.caller(
                        "log_network", network.address() + " is no address of a network"));
    return InetAddressPoint.newPrefixQuery(
        LogDocument.ADDRESS_OF + network.field(), address, network.bits());
  }

  private Query present(String field) {
    if (field.equals("timestamp")) {
      return MatchAllDocsQuery.INSTANCE;
    }
    List<BytesRef> telling = new ArrayList<>();
    eachFrom(
        LogDocument.HAS,
        "",
        (word, documents) -> {
          if (Shapes.tells(word, field)) {
            telling.add(new BytesRef(word));
          }
          return true;
        });
    return telling.isEmpty()
        ? new MatchNoDocsQuery("no log has the field " + field)
        : new TermInSetQuery(LogDocument.HAS, telling);
  }

  private static boolean isNumber(String field) {
    return Field.named(field)
        .map(Field::type)
        .filter(
            type ->
                type == FieldType.INTEGER || type == FieldType.DECIMAL || type == FieldType.NUMBER)
        .isPresent();
  }

  private static boolean isFlag(String field) {
    return Field.named(field).filter(known -> known.type() == FieldType.FLAG).isPresent();
  }

  private static @Nullable Double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }
}
