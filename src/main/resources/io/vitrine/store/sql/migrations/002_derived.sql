-- Derived tables: all of them can be dropped and counted again from events and orders.
CREATE TABLE dirty_days (kind VARCHAR NOT NULL, day DATE NOT NULL);

-- What one session did in one hour. Whole-session figures stand on the row where it starts.
CREATE TABLE session_hours (
  day DATE NOT NULL,
  hour TIMESTAMP NOT NULL,
  hour_of_day INTEGER NOT NULL,
  session_key UBIGINT NOT NULL,
  visitor_key BIGINT NOT NULL,
  sender_key UBIGINT NOT NULL,
  session_start TIMESTAMP NOT NULL,
  start_day DATE NOT NULL,
  starts BOOLEAN NOT NULL,
  arrives BOOLEAN NOT NULL,
  new_visitor BOOLEAN NOT NULL,
  bot BOOLEAN NOT NULL,
  "channel" VARCHAR,
  "source" VARCHAR,
  "medium" VARCHAR,
  "campaign" VARCHAR,
  "referrer_host" VARCHAR,
  "country" VARCHAR,
  "device" VARCHAR,
  "browser" VARCHAR,
  "system" VARCHAR,
  "landing_page" VARCHAR,
  events INTEGER NOT NULL,
  page_views INTEGER NOT NULL,
  product_views INTEGER NOT NULL,
  add_to_carts INTEGER NOT NULL,
  checkouts INTEGER NOT NULL,
  purchases INTEGER NOT NULL,
  searches INTEGER NOT NULL,
  first_at TIMESTAMP NOT NULL,
  last_at TIMESTAMP NOT NULL,
  session_events INTEGER,
  session_views INTEGER,
  session_carts INTEGER,
  session_checkouts INTEGER,
  session_purchases INTEGER,
  session_end TIMESTAMP
);

-- previous_day is the visitor's last day before this one: who has none within a period is counted
-- there for the first time, so that distinct visitors of any period are a plain count.
CREATE TABLE visitor_days (
  day DATE NOT NULL,
  visitor_key BIGINT NOT NULL,
  bot BOOLEAN NOT NULL,
  previous_day DATE,
  purchased BOOLEAN NOT NULL
);

-- The sums of session_hours by hour.
CREATE TABLE hour_totals (
  day DATE NOT NULL,
  hour TIMESTAMP NOT NULL,
  hour_of_day INTEGER NOT NULL,
  bot BOOLEAN NOT NULL,
  new_visitors BIGINT NOT NULL,
  sessions BIGINT NOT NULL,
  events BIGINT NOT NULL,
  page_views BIGINT NOT NULL,
  product_views BIGINT NOT NULL,
  add_to_carts BIGINT NOT NULL,
  checkouts BIGINT NOT NULL,
  view_sessions BIGINT NOT NULL,
  cart_sessions BIGINT NOT NULL,
  checkout_sessions BIGINT NOT NULL,
  purchase_sessions BIGINT NOT NULL,
  bought_carts BIGINT NOT NULL,
  bounces BIGINT NOT NULL,
  duration BIGINT NOT NULL
);

CREATE TABLE visitors (visitor_key BIGINT NOT NULL, first_day DATE NOT NULL, first_at TIMESTAMP NOT NULL);

-- What one session did with one product in one hour.
CREATE TABLE product_sessions (
  day DATE NOT NULL,
  hour TIMESTAMP NOT NULL,
  hour_of_day INTEGER NOT NULL,
  session_key UBIGINT NOT NULL,
  visitor_key BIGINT NOT NULL,
  bot BOOLEAN NOT NULL,
  product_id VARCHAR NOT NULL,
  events INTEGER NOT NULL,
  product_views INTEGER NOT NULL,
  add_to_carts INTEGER NOT NULL
);

CREATE TABLE product_days (
  day DATE NOT NULL,
  product_id VARCHAR NOT NULL,
  bot BOOLEAN NOT NULL,
  events INTEGER NOT NULL,
  product_views INTEGER NOT NULL,
  add_to_carts INTEGER NOT NULL
);

-- Latest name and category of a product.
CREATE TABLE products (
  product_id VARCHAR NOT NULL,
  product_name VARCHAR,
  category_id VARCHAR,
  named_at TIMESTAMP,
  categorised_at TIMESTAMP
);

-- Order lines with everything that they are counted by; an order without its own channel or place
-- has those of the session in which it was placed.
CREATE TABLE sales (
  day DATE NOT NULL,
  hour TIMESTAMP NOT NULL,
  hour_of_day INTEGER NOT NULL,
  placed_at TIMESTAMP NOT NULL,
  order_key BIGINT NOT NULL,
  first_line BOOLEAN NOT NULL,
  visitor_key BIGINT,
  new_visitor BOOLEAN NOT NULL,
  bot BOOLEAN NOT NULL,
  "channel" VARCHAR,
  "source" VARCHAR,
  "medium" VARCHAR,
  "campaign" VARCHAR,
  "referrer_host" VARCHAR,
  "country" VARCHAR,
  "device" VARCHAR,
  "browser" VARCHAR,
  "system" VARCHAR,
  "landing_page" VARCHAR,
  product_id VARCHAR,
  quantity BIGINT NOT NULL,
  gross DECIMAL(18, 4),
  refunded DECIMAL(18, 4) NOT NULL,
  cancelled BOOLEAN NOT NULL,
  without_rate BOOLEAN NOT NULL
);
