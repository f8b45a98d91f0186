package io.vitrine.history;

import io.vitrine.model.Fingerprint;
import io.vitrine.model.ShopTable;
import io.vitrine.model.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** A response that becomes a download with its first byte; until then it may still be a problem. */
final class TableDownload extends OutputStream {

  private final HttpServletResponse response;
  private final ShopTable table;
  private final TableFormat format;
  private final boolean trailers;
  private final Fingerprint fingerprint = new Fingerprint();
  private @Nullable OutputStream out;

  TableDownload(
      HttpServletResponse response, ShopTable table, TableFormat format, boolean trailers) {
    this.response = response;
    this.table = table;
    this.format = format;
    this.trailers = trailers;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (out == null) {
      begin();
      out = fingerprint.of(response.getOutputStream());
    }
    out.write(bytes, from, count);
  }

  private void begin() {
    String name = table.wireName() + "." + format.wireName();
    response.setContentType(
        format == TableFormat.CSV ? "text/csv;charset=UTF-8;header=present" : format.mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment().filename(name).build().toString());
    if (trailers) {
      response.setHeader("Trailer", Fingerprint.TRAILER);
      response.setTrailerFields(() -> Map.of(Fingerprint.TRAILER, fingerprint.end()));
    }
  }
}
