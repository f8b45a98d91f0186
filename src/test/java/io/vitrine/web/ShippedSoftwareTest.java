package io.vitrine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedSoftwareTest {

  private final List<ShippedSoftware.Library> libraries = new ShippedSoftware().libraries();

  @Test
  void librariesStateTheirLicences() {
    assertThat(libraries)
        .extracting(library -> library.name() + " " + library.licence())
        .contains(
            "spring-core Apache-2.0",
            "duckdb_jdbc MIT",
            "h2 MPL-2.0 or EPL-1.0",
            "lucene-core Apache-2.0",
            "picocli Apache-2.0",
            "slf4j-api MIT");
    assertThat(libraries).allMatch(library -> !library.version().isEmpty());
  }
}
