package io.vitrine.shop;

import java.util.List;

/** Looks at the shop from one side and says what could be done. Without data it says nothing. */
@FunctionalInterface
interface Advisor {

  List<Recommendation> advise(Advised about);
}
