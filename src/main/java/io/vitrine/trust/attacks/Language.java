package io.vitrine.trust.attacks;

import java.util.List;

/** Something that a text might be read as by a server or a browser. */
interface Language {

  /**
   * Why a decoded text is an attack in this language; empty when it is none. All of the text is
   * read, in steps that grow with its length and not faster.
   *
   * @param effort is told the steps
   */
  List<Evidence> judge(String text, Effort effort);
}
