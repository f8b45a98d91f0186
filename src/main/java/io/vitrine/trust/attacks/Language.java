package io.vitrine.trust.attacks;

import java.util.List;

/** Something that a text might be read as by a server or a browser. */
interface Language {

  /** Why a decoded text is an attack in this language; empty when it is none. */
  List<Evidence> judge(String text);
}
