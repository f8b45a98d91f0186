package io.vitrine.store.lucene;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/**
 * Which fields logs have. Most logs of a shop have one of a few sets of fields, so the set is one
 * word; a name is found within it. Where sets become too many or too large, each name is a word.
 * One thread at a time.
 */
final class Shapes {

  /** So many sets are words; each that a search looks at costs it a microsecond. */
  private static final int MOST = 1_000;

  private static final int LONGEST = 4_000;
  private static final byte BETWEEN = '\n';

  private final Set<BytesRef> known = new HashSet<>();
  private final BytesRefBuilder names = new BytesRefBuilder();
  private final WholeField whole = new WholeField(LogDocument.HAS);

  /** Begins with no field. */
  void start() {
    names.clear();
    names.append(BETWEEN);
  }

  /** Adds the name of a field in UTF-8. */
  void add(byte[] name) {
    names.append(name, 0, name.length);
    names.append(BETWEEN);
  }

  /** Adds what tells which fields there are to a document. */
  void addTo(List<IndexableField> document) {
    BytesRef set = names.get();
    if (set.length <= LONGEST && isKnown(set)) {
      document.add(whole.with(set));
      return;
    }
    for (String name : set.utf8ToString().split("\n", -1)) {
      if (!name.isEmpty()) {
        document.add(new WholeField(LogDocument.HAS).with(name));
      }
    }
  }

  private boolean isKnown(BytesRef set) {
    return known.contains(set) || (known.size() < MOST && known.add(BytesRef.deepCopyOf(set)));
  }

  /** Whether a word of the field tells that there is a field of that name. */
  static boolean tells(String word, String name) {
    return word.equals(name) || word.contains("\n" + name + "\n");
  }

  /** A name as it is added. */
  static byte[] bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
