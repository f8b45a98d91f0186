package io.vitrine.history;

import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A response that becomes a download with its first byte; until then it may still be a problem. */
final class TableDownload extends OutputStream {

  private final HttpServletResponse response;
  private final ShopTable table;
  private final TableFormat format;
  private boolean begun;

  TableDownload(HttpServletResponse response, ShopTable table, TableFormat format) {
    this.response = response;
    this.table = table;
    this.format = format;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    begin();
    response.getOutputStream().write(bytes, from, count);
  }

  private void begin() {
    if (begun) {
      return;
    }
    begun = true;
    String name = table.wireName() + "." + format.wireName();
    response.setContentType(
        format == TableFormat.CSV ? "text/csv;charset=UTF-8;header=present" : format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
  }
}
