package io.vitrine.trust.attacks;

import org.jspecify.annotations.Nullable;

/** Something that a text might be read as by a server or a browser. */
interface Language {

  /** Why a decoded text is an attack in this language, or null. */
  @Nullable Evidence judge(String text);
}
