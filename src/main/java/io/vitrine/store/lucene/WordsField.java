package io.vitrine.store.lucene;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A text by its words; the field and the stream that hands them to Lucene serve many logs. */
final class WordsField extends Field {

  private static final FieldType WORDS = type();

  private final Cut cut = new Cut();
  private final Words words = new Words(cut);

  WordsField(String name) {
    super(name, WORDS);
  }

  private static FieldType type() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    type.freeze();
    return type;
  }

  /** Takes a text in place of the one before. */
  WordsField with(String text) {
    cut.cut(text);
    return this;
  }

  /** What the text was cut into. */
  Cut cut() {
    return cut;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
    return words;
  }

  private static final class Words extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef word = new BytesRef();
    private final Cut cut;
    private int next;

    Words(Cut cut) {
      this.cut = cut;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public boolean incrementToken() {
      if (next == cut.count()) {
        return false;
      }
      clearAttributes();
      cut.show(next, word);
      term.setBytesRef(word);
      step.setPositionIncrement(cut.isAtSamePlace(next) ? 0 : 1);
      next++;
      return true;
    }
  }
}
