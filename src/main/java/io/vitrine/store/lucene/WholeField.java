package io.vitrine.store.lucene;

import io.vitrine.model.LogWords;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.InvertableType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** A text as one word; the field serves many logs. */
final class WholeField extends Field {

  private final BytesRefBuilder kept = new BytesRefBuilder();
  private BytesRef shown = kept.get();

  WholeField(String name) {
    super(name, StringField.TYPE_NOT_STORED);
  }

  /** Takes a text as it is in place of the one before. */
  WholeField with(CharSequence text) {
    kept.copyChars(text);
    shown = kept.get();
    return this;
  }

  /** The same with other bytes than a text's; not copied. */
  WholeField with(BytesRef bytes) {
    shown = bytes;
    return this;
  }

  /** Takes a text in small letters, without accents. */
  WholeField withFolded(String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign >= 128) {
        return with(LogWords.folded(text));
      }
      kept.grow(i + 1);
      kept.setByteAt(i, (byte) (sign >= 'A' && sign <= 'Z' ? sign | 0x20 : sign));
    }
    kept.setLength(text.length());
    shown = kept.get();
    return this;
  }

  @Override
  public BytesRef binaryValue() {
    return shown;
  }

  @Override
  public InvertableType invertableType() {
    return InvertableType.BINARY;
  }
}
