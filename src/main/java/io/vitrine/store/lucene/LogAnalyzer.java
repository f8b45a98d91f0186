package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The words of {@link LogWords}; the humps of a word stand at its own place. */
final class LogAnalyzer extends Analyzer {

  /** Words of two values are never beside each other. */
  private static final int BETWEEN_VALUES = 1_000;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Words());
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return BETWEEN_VALUES;
  }

  private record Token(String text, int step) {}

  private static final class Words extends Tokenizer {

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Iterator<Token> tokens = List.<Token>of().iterator();

    @Override
    public void reset() throws IOException {
      super.reset();
      String text = text(input);
      List<Token> cut = new ArrayList<>();
      for (LogWords.Word word : LogWords.of(text)) {
        cut.add(new Token(word.text(), 1));
        LogWords.humps(text, word).forEach(hump -> cut.add(new Token(hump, 0)));
      }
      tokens = cut.iterator();
    }

    private static String text(Reader reader) throws IOException {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[4_096];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    }

    @Override
    public boolean incrementToken() {
      if (!tokens.hasNext()) {
        return false;
      }
      clearAttributes();
      Token token = tokens.next();
      term.append(token.text());
      step.setPositionIncrement(token.step());
      return true;
    }
  }
}
