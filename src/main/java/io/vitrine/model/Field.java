package io.vitrine.model;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every typed field of an {@link Event}. This list is the one source of the API's field names, the
 * store's columns and the documentation; a field that is not listed here is kept in {@link
 * Event#others()}.
 */
public enum Field {
  /** The sender's id of the event; the same id is stored once. */
  ID(FieldType.TEXT, Group.ENVELOPE, 128),
  /** What happened: a known type such as {@code product_view}, a log type, or the shop's own. */
  TYPE(FieldType.TEXT, Group.ENVELOPE, 64),
  /** When it happened, after the clock-skew rule. */
  TIMESTAMP(FieldType.INSTANT, Group.ENVELOPE),
  /** When this product received it. */
  RECEIVED_AT(FieldType.INSTANT, Group.STAMPED),
  /** The sender's clock when it sent the event; used by the clock-skew rule. */
  SENT_AT(FieldType.INSTANT, Group.ENVELOPE),
  /** Which system sent it. */
  SOURCE(FieldType.TEXT, Group.ENVELOPE, 64),
  /** Anonymous id of the visitor. */
  VISITOR_ID(FieldType.TEXT, Group.ENVELOPE, 128),
  /** Account id of the user. */
  USER_ID(FieldType.TEXT, Group.ENVELOPE, 128),
  /** The sender's session id; absent: joined by inactivity. */
  SESSION_ID(FieldType.TEXT, Group.ENVELOPE, 128),
  /** Address of the client, anonymised when the setting says so. */
  IP(FieldType.TEXT, Group.ENVELOPE, 45),
  /** The client's User-Agent header. */
  USER_AGENT(FieldType.TEXT, Group.ENVELOPE, 1024),
  /** The product. */
  PRODUCT_ID(FieldType.TEXT, Group.SHOP, 128),
  /** The product's name at that time. */
  PRODUCT_NAME(FieldType.TEXT, Group.SHOP, 256),
  /** Id or path of the product's category. */
  CATEGORY_ID(FieldType.TEXT, Group.SHOP, 256),
  /** Pieces; absent means one. */
  QUANTITY(FieldType.INTEGER, Group.SHOP),
  /** Price of one piece in {@code currency}. */
  PRICE(FieldType.DECIMAL, Group.SHOP),
  /** The order (transaction) id; an order counts once. */
  ORDER_ID(FieldType.TEXT, Group.SHOP, 128),
  /** Amount of the order, line, refund or transaction in {@code currency}. */
  AMOUNT(FieldType.DECIMAL, Group.SHOP),
  /** Whether the product could be bought at that time. */
  AVAILABLE(FieldType.FLAG, Group.SHOP),
  /** ISO 4217 code; absent means the shop's currency. */
  CURRENCY(FieldType.TEXT, Group.SHOP, 3),
  /** Reporting currency per unit of {@code currency} at the event's time; absent when unknown. */
  RATE(FieldType.NUMBER, Group.STAMPED),
  /** Tax contained in the order. */
  TAX(FieldType.DECIMAL, Group.SHOP),
  /** Shipping charged for the order. */
  SHIPPING(FieldType.DECIMAL, Group.SHOP),
  /** Discount given on the order. */
  DISCOUNT(FieldType.DECIMAL, Group.SHOP),
  /** Coupon code. */
  COUPON(FieldType.TEXT, Group.SHOP, 128),
  /** The cart. */
  CART_ID(FieldType.TEXT, Group.SHOP, 128),
  /** What was searched in the shop. */
  SEARCH_QUERY(FieldType.TEXT, Group.SHOP, 512),
  /** Number of results that the search showed. */
  RESULTS(FieldType.INTEGER, Group.SHOP),
  /** Path or address of the page. */
  PAGE(FieldType.TEXT, Group.VISIT, 2048),
  /** Title of the page. */
  PAGE_TITLE(FieldType.TEXT, Group.VISIT, 512),
  /** Address of the page before. */
  REFERRER(FieldType.TEXT, Group.VISIT, 2048),
  /** Host of the referrer, when it is another site. */
  REFERRER_HOST(FieldType.TEXT, Group.STAMPED, 255),
  /** Campaign tag utm_source. */
  UTM_SOURCE(FieldType.TEXT, Group.VISIT, 256),
  /** Campaign tag utm_medium. */
  UTM_MEDIUM(FieldType.TEXT, Group.VISIT, 256),
  /** Campaign tag utm_campaign. */
  UTM_CAMPAIGN(FieldType.TEXT, Group.VISIT, 256),
  /** Campaign tag utm_term. */
  UTM_TERM(FieldType.TEXT, Group.VISIT, 256),
  /** Campaign tag utm_content. */
  UTM_CONTENT(FieldType.TEXT, Group.VISIT, 256),
  /** Marketing channel read from campaign tags and referrer. */
  CHANNEL(FieldType.TEXT, Group.STAMPED, 64),
  /** ISO 3166 code, given or found from the address. */
  COUNTRY(FieldType.TEXT, Group.VISIT, 2),
  /** Browser family. */
  BROWSER(FieldType.TEXT, Group.STAMPED, 64),
  /** Operating system family. */
  SYSTEM(FieldType.TEXT, Group.STAMPED, 64),
  /** desktop, phone, tablet, or other. */
  DEVICE(FieldType.TEXT, Group.STAMPED, 16),
  /** Whether a robot did it; bots are labelled, never dropped. */
  BOT(FieldType.FLAG, Group.STAMPED),
  /** Key of the experiment that the visitor was exposed to. */
  EXPERIMENT(FieldType.TEXT, Group.EXPERIMENT, 128),
  /** Variant that was shown. */
  VARIANT(FieldType.TEXT, Group.EXPERIMENT, 128),
  /** Log level in capitals: TRACE, DEBUG, INFO, WARN, ERROR, FATAL. */
  LEVEL(FieldType.TEXT, Group.LOG, 16),
  /** The service that wrote the log. */
  SERVICE(FieldType.TEXT, Group.LOG, 128),
  /** The log line. */
  MESSAGE(FieldType.TEXT, Group.LOG, 32768),
  /** Payment transaction. */
  TRANSACTION_ID(FieldType.TEXT, Group.LOG, 128),
  /** How it was paid. */
  PAYMENT_METHOD(FieldType.TEXT, Group.LOG, 64),
  /** Outcome of the transaction. */
  STATUS(FieldType.TEXT, Group.LOG, 64),
  /** Kind of transaction. */
  TRANSACTION_TYPE(FieldType.TEXT, Group.LOG, 64),
  /** Merchant of the transaction. */
  MERCHANT_ID(FieldType.TEXT, Group.LOG, 128),
  /** Code of the error. */
  ERROR_CODE(FieldType.TEXT, Group.LOG, 64),
  /** Class or family of the error. */
  ERROR_TYPE(FieldType.TEXT, Group.LOG, 256),
  /** Message of the error. */
  ERROR_MESSAGE(FieldType.TEXT, Group.LOG, 8192),
  /** The endpoint that was called. */
  ENDPOINT(FieldType.TEXT, Group.LOG, 2048),
  /** Stack trace. */
  STACK_TRACE(FieldType.TEXT, Group.LOG, 65536),
  /** What the user did. */
  ACTION(FieldType.TEXT, Group.LOG, 128),
  /** Duration in milliseconds. */
  DURATION_MS(FieldType.NUMBER, Group.LOG),
  /** HTTP method. */
  METHOD(FieldType.TEXT, Group.LOG, 16),
  /** Response time in milliseconds. */
  RESPONSE_TIME(FieldType.NUMBER, Group.LOG),
  /** Database time in milliseconds. */
  DB_QUERY_TIME(FieldType.NUMBER, Group.LOG),
  /** HTTP status. */
  STATUS_CODE(FieldType.INTEGER, Group.LOG),
  /** Whether the cache answered. */
  CACHE_HIT(FieldType.FLAG, Group.LOG),
  /** Fraud score, 0 to 100. */
  FRAUD_SCORE(FieldType.NUMBER, Group.LOG),
  /** Whether fraud was detected. */
  FRAUD_DETECTED(FieldType.FLAG, Group.LOG),
  /** Fraud indicators, separated by commas. */
  INDICATORS(FieldType.TEXT, Group.LOG, 4096),
  /** Place named by the log. */
  LOCATION(FieldType.TEXT, Group.LOG, 256),
  /** Machine that wrote the log. */
  HOST(FieldType.TEXT, Group.LOG, 255),
  /** Trace of the request. */
  TRACE_ID(FieldType.TEXT, Group.LOG, 64);

  /** Who fills a field, and what it is about. */
  public enum Group {
    ENVELOPE,
    SHOP,
    VISIT,
    EXPERIMENT,
    LOG,
    /** Filled by an intake step; a value sent by a client is ignored unless a step keeps it. */
    STAMPED
  }

  private static final Map<String, Field> BY_NAME = new HashMap<>();

  static {
    for (Field field : values()) {
      BY_NAME.put(field.wireName, field);
    }
  }

  private final String wireName = name().toLowerCase(Locale.ROOT);
  private final FieldType type;
  private final Group group;
  private final int longest;

  Field(FieldType type, Group group) {
    this(type, group, 0);
  }

  Field(FieldType type, Group group, int longest) {
    this.type = type;
    this.group = group;
    this.longest = longest;
  }

  /** The field of that name in the API, if there is one. */
  public static Optional<Field> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /** Name in the API and of the store's column, in snake case. */
  public String wireName() {
    return wireName;
  }

  public FieldType type() {
    return type;
  }

  public Group group() {
    return group;
  }

  /** Longest text in characters that is accepted; 0 for fields that are not text. */
  public int longest() {
    return longest;
  }

  /** Place of the field's value within an event; lives as long as the process, is never stored. */
  @SuppressWarnings("EnumOrdinal")
  int slot() {
    return ordinal();
  }
}
