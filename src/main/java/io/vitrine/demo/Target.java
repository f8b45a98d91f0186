package io.vitrine.demo;

import java.io.IOException;
import java.io.OutputStream;

/** Where the files of a set go. */
@FunctionalInterface
interface Target {

  /** Opens the file with a name for writing, over one of the same name. */
  OutputStream open(String name) throws IOException;
}
