package io.vitrine.store.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;

/** Only says how far apart values of a field are: fields bring their words, cut once for all. */
final class LogAnalyzer extends Analyzer {

  /** Words of two values are never beside each other. */
  private static final int BETWEEN_VALUES = 1_000;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new Uncut());
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return BETWEEN_VALUES;
  }

  private static final class Uncut extends Tokenizer {
    @Override
    public boolean incrementToken() {
      throw new IllegalStateException("a field of words brings them itself");
    }
  }
}
