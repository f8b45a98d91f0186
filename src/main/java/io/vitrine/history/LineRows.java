package io.vitrine.history;

import io.vitrine.store.past.Rows;

/** Rows of a file that stand one on a line. */
abstract class LineRows implements Rows {

  private final LineChunks chunks;
  private final int columns;
  private final Rejects rejects;

  LineRows(LineChunks chunks, Header header, Rejects rejects) {
    this.chunks = chunks;
    this.columns = header.columns().size();
    this.rejects = rejects;
  }

  /**
   * Puts a line into a row of a batch.
   *
   * @param number of the line in its file, from 1
   * @return false when the line is left out
   */
  abstract boolean take(Line line, long number, Batch batch, int row);

  @Override
  public Reader reader() {
    rejects.begin();
    return new LineReader();
  }

  private final class LineReader implements Reader {

    private final LineChunks.Chunk chunk = new LineChunks.Chunk();
    private final Line line = new Line(columns);
    private int position;
    private long number;

    @Override
    public int fill(Batch batch) {
      int row = 0;
      while (row < Batch.ROWS) {
        if (position >= chunk.length && !nextChunk()) {
          return row;
        }
        position = line.read(chunk.bytes, position, chunk.length);
        if (!line.isBlank() && take(line, number, batch, row)) {
          row++;
        }
        number++;
      }
      return row;
    }

    private boolean nextChunk() {
      position = 0;
      chunk.length = 0;
      if (!chunks.next(chunk)) {
        return false;
      }
      number = chunk.firstLine;
      return true;
    }
  }
}
