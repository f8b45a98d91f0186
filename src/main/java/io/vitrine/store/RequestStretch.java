package io.vitrine.store;

import io.vitrine.model.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The events that tell of requests among some that follow each other.
 *
 * @param until sequence number of the last event that was looked at
 * @param events those that name an address, a page, a search or a message, and those that put a
 *     product into a cart or buy it, in order; of their fields only {@link #FIELDS} and the unknown
 *     ones
 */
public record RequestStretch(long until, List<StoredEvent> events) {

  /** What of an event tells of a request: who asked for what, and what became of it. */
  public static final Set<Field> FIELDS =
      Collections.unmodifiableSet(
          EnumSet.of(
              Field.ID,
              Field.TYPE,
              Field.TIMESTAMP,
              Field.SERVICE,
              Field.IP,
              Field.COUNTRY,
              Field.USER_AGENT,
              Field.BOT,
              Field.USER_ID,
              Field.VISITOR_ID,
              Field.SESSION_ID,
              Field.METHOD,
              Field.ENDPOINT,
              Field.PAGE,
              Field.REFERRER,
              Field.SEARCH_QUERY,
              Field.PRODUCT_ID,
              Field.COUPON,
              Field.UTM_MEDIUM,
              Field.PAYMENT_METHOD,
              Field.ACTION,
              Field.STATUS,
              Field.STATUS_CODE,
              Field.MESSAGE));

  public RequestStretch {
    events = List.copyOf(events);
  }
}
