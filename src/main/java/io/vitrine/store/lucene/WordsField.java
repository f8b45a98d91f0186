package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/**
 * A value by its words. The same cut words serve several fields; the stream that hands them to
 * Lucene is used again from value to value.
 */
final class WordsField extends Field {

  private static final FieldType WORDS = words();

  private final Cut cut;

  WordsField(String name, Cut cut) {
    super(name, WORDS);
    this.cut = cut;
  }

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
    Words words = before instanceof Words used ? used : new Words();
    words.cut = cut;
    return words;
  }

  private record Token(String text, int step) {}

  /** The words of {@link LogWords}; the humps of a word stand at its own place. */
  record Cut(List<Token> tokens) {

    static Cut of(String text) {
      List<Token> tokens = new ArrayList<>();
      for (LogWords.Word word : LogWords.of(text)) {
        tokens.add(new Token(word.text(), 1));
        LogWords.humps(text, word).forEach(hump -> tokens.add(new Token(hump, 0)));
      }
      return new Cut(tokens);
    }

    /** Whether the words say no more than the whole does. */
    boolean isJust(String whole) {
      return tokens.size() == 1 && tokens.getFirst().text().equals(whole);
    }
  }

  private static final class Words extends TokenStream {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Cut cut = new Cut(List.of());
    private Iterator<Token> next = cut.tokens().iterator();

    @Override
    public void reset() {
      next = cut.tokens().iterator();
    }

    @Override
    public boolean incrementToken() {
      if (!next.hasNext()) {
        return false;
      }
      clearAttributes();
      Token token = next.next();
      term.append(token.text());
      step.setPositionIncrement(token.step());
      return true;
    }
  }
}
