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

/** A value by words that were cut; the stream that hands them to Lucene is used again and again. */
final class WordsField extends Field {

  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  private static final FieldType NAMES = type(IndexOptions.DOCS);

  private final Cut cut;

  private WordsField(String name, FieldType type, Cut cut) {
    super(name, type);
    this.cut = cut;
  }

  /** Words in their places. */
  static WordsField words(String name, Cut cut) {
    return new WordsField(name, WORDS, cut);
  }

  /** Names that are there or not. */
  static WordsField names(String name, Cut cut) {
    return new WordsField(name, NAMES, cut);
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream before) {
    Words words = before instanceof Words used ? used : new Words();
    words.cut = cut;
    return words;
  }

  private static final class Words extends TokenStream {

    private static final Cut NONE = Cut.of("");

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef word = new BytesRef();
    private Cut cut = NONE;
    private int next;

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
