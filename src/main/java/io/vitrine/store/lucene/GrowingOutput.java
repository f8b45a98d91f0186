package io.vitrine.store.lucene;

import java.util.Arrays;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** Bytes in memory that is used again, unless it was needed for something large. */
final class GrowingOutput extends DataOutput {

  private static final int FIRST = 2 * 1024;
  private static final int LARGEST_KEPT = 64 * 1024;

  private byte[] bytes = new byte[FIRST];
  private int length;

  /** Begins anew. */
  void start() {
    length = 0;
    if (bytes.length > LARGEST_KEPT) {
      bytes = new byte[FIRST];
    }
  }

  /** What was written; it holds until the next start. */
  BytesRef bytes() {
    return new BytesRef(bytes, 0, length);
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  @Override
  public void writeByte(byte one) {
    room(1);
    bytes[length++] = one;
  }

  @Override
  public void writeBytes(byte[] more, int from, int count) {
    room(count);
    System.arraycopy(more, from, bytes, length, count);
    length += count;
  }

  /** As {@link DataOutput} writes it, without a copy between. */
  @Override
  public void writeString(String text) throws java.io.IOException {
    int size = UnicodeUtil.calcUTF16toUTF8Length(text, 0, text.length());
    writeVInt(size);
    room(size);
    UnicodeUtil.UTF16toUTF8(text, 0, text.length(), bytes, length);
    length += size;
  }
}
