-- What happened in one session in one hour, in order. A step is 22 bits of milliseconds since the hour began, one for what is no page, one for robots, 19 for the
-- label (the page, where it is one) and 19 for the type, both as numbers of step_labels. Being shown an experiment is no step.
ALTER TABLE session_hours ADD COLUMN steps BIGINT[];

-- Numbered from 1 without a gap, as they came. Those beyond the last that fits into a step have no row and share its number, 524287.
CREATE TABLE step_labels (number BIGINT NOT NULL, label VARCHAR NOT NULL);

-- What visitors did with their carts, with the session and the hour in which they did it.
CREATE TABLE cart_events (
  day DATE NOT NULL,
  hour TIMESTAMP NOT NULL,
  seq BIGINT NOT NULL,
  id_hash BIGINT NOT NULL,
  session_key UBIGINT NOT NULL,
  visitor_key BIGINT NOT NULL,
  user_id VARCHAR,
  moment TIMESTAMP NOT NULL,
  "type" VARCHAR NOT NULL,
  product_id VARCHAR,
  quantity BIGINT,
  price DECIMAL(18, 4),
  currency VARCHAR,
  rate DOUBLE,
  items VARCHAR
);

-- As whom visitors were signed in on a day.
CREATE TABLE visitor_users (day DATE NOT NULL, visitor_key BIGINT NOT NULL, user_id VARCHAR NOT NULL);

-- Whose an order is, where a purchase of it names anybody.
CREATE TABLE order_users (day DATE NOT NULL, order_key BIGINT NOT NULL, user_id VARCHAR NOT NULL);
