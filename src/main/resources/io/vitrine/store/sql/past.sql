-- name: imports
SELECT * FROM imports ORDER BY number DESC
-- name: import_with
SELECT * FROM imports WHERE fingerprint = ?
-- name: next_import
SELECT coalesce(max(number), 0) + 1 FROM imports
-- name: record_import
INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?)
-- name: parts
SELECT part, fingerprint FROM property_parts WHERE import_number IS NULL
-- name: next_part
SELECT coalesce(max(part), 0) + 1 FROM property_parts
-- name: forget_part_rows
DELETE FROM product_properties WHERE part = ?
-- name: forget_part
DELETE FROM property_parts WHERE part = ?
-- name: read_part
INSERT INTO product_properties
SELECT CAST(? AS BIGINT), make_timestamp_ms(millis), product, property::INTEGER, "value" FROM past_rows(CAST(? AS BIGINT))
-- name: record_part
INSERT INTO property_parts VALUES (?, ?, NULL)
-- name: property_names
SELECT property, name FROM property_names
-- name: name_property
INSERT INTO property_names VALUES (?, ?)
-- name: adopt_parts
UPDATE property_parts SET import_number = ? WHERE import_number IS NULL
-- name: forget_repeated_properties
-- What an earlier import has said already.
DELETE FROM product_properties
WHERE part IN (SELECT part FROM property_parts WHERE import_number IS NULL)
  AND EXISTS (
    SELECT 1 FROM product_properties p
    WHERE p.part IN (SELECT part FROM property_parts WHERE import_number IS NOT NULL)
      AND p.since = product_properties.since AND p.product = product_properties.product
      AND p.property = product_properties.property AND p."value" IS NOT DISTINCT FROM product_properties."value"
  )
-- name: adopted_parts
SELECT count(*) FROM property_parts WHERE import_number IS NOT NULL
-- name: count_properties
SELECT count(*), count(DISTINCT product), count(DISTINCT property)
FROM product_properties
WHERE part IN (SELECT part FROM property_parts WHERE import_number IS NULL)
-- name: read_actions
-- By visitor and time, each with what the one before it tells: whether it is the same once more, and what it begins.
-- Narrow, as all of them are to stay in memory: ahead is how far the shop's clock is ahead of UTC.
CREATE TEMP TABLE actions AS
SELECT * EXCLUDE (same_visitor),
  same_visitor AND millis = lag(millis) OVER () AND kind = lag(kind) OVER () AND product = lag(product) OVER ()
    AND "order" IS NOT DISTINCT FROM lag("order") OVER () AS repeats,
  NOT same_visitor AS begins_visitor,
  NOT same_visitor OR millis - lag(millis) OVER () > ? AS begins_session,
  NOT same_visitor OR millis // 86400000 <> lag(millis) OVER () // 86400000 AS begins_day
FROM (
  SELECT *, coalesce(visitor = lag(visitor) OVER (), false) AS same_visitor
  FROM (
    SELECT place, millis, visitor, kind::UTINYINT AS kind, product, "order", (local - millis)::INTEGER AS ahead, visitor_key, id_hash
    FROM past_rows(CAST(? AS BIGINT))
    ORDER BY visitor, millis, kind, product, "order", place
  )
)
-- name: repeated
SELECT place, concat(millis, ',', visitor, ',', CASE kind WHEN 0 THEN 'view' WHEN 1 THEN 'addtocart' ELSE 'transaction' END,
  ',', product, ',', "order")
FROM actions
WHERE repeats
ORDER BY place
-- name: count_kept
-- The rows of a visitor stand together, so that distinct visitors, days and sessions are those that a row begins.
SELECT count(*) FILTER (WHERE kind = 0), count(*) FILTER (WHERE kind = 1), count(*) FILTER (WHERE kind = 2),
  count(*) FILTER (WHERE begins_visitor), count(DISTINCT product), count(DISTINCT "order"),
  make_timestamp_ms(min(millis))::DATE, make_timestamp_ms(max(millis))::DATE, count(DISTINCT millis // 86400000),
  count(*) FILTER (WHERE begins_session), count(*) FILTER (WHERE begins_day)
FROM actions
WHERE NOT repeats
-- name: forget_known
DELETE FROM actions
WHERE NOT repeats AND EXISTS (
  SELECT 1 FROM events e
  WHERE e.id_hash = actions.id_hash AND e.id = concat(CAST(? AS VARCHAR), actions.millis, ':', actions.visitor, ':', actions.kind, ':', actions.product, ':', actions."order")
)
-- name: kept_rows
SELECT count(*) FROM actions WHERE NOT repeats
-- name: category_paths
CREATE TEMP TABLE category_paths (category BIGINT NOT NULL, path VARCHAR NOT NULL)
-- name: known
-- What is known of the products that were acted on: category, availability and price.
CREATE TEMP TABLE known AS
SELECT product, property, epoch_ms(since) AS since, "value"
FROM product_properties
WHERE property IN (-1, -2, 790) AND part IN (SELECT part FROM property_parts) AND product IN (SELECT product FROM actions)
-- name: states
-- What is known of each product from an instant until another: its category and whether it can be bought.
CREATE TEMP TABLE states AS
WITH named AS (
  SELECT product, since, max(TRY_CAST("value" AS BIGINT)) FILTER (WHERE property = -1) AS category,
    max("value" = '1') FILTER (WHERE property = -2 AND "value" IN ('0', '1')) AS available
  FROM known
  WHERE property IN (-1, -2)
  GROUP BY product, since
)
SELECT product, since, coalesce(lead(since) OVER w, 9223372036854775807) AS until,
  last_value(category IGNORE NULLS) OVER w AS category, last_value(available IGNORE NULLS) OVER w AS available
FROM named
WINDOW w AS (PARTITION BY product ORDER BY since)
-- name: first_categories
CREATE TEMP TABLE first_categories AS
SELECT product, arg_min(category, since) AS category FROM states WHERE category IS NOT NULL GROUP BY product
-- name: prices
CREATE TEMP TABLE prices AS
SELECT product, since, max(TRY_CAST(ltrim("value", 'n') AS DECIMAL(18, 4))) AS price
FROM known
WHERE property = 790 AND product IN (SELECT product FROM actions WHERE kind = 2)
GROUP BY product, since
-- name: placed
-- Numbers only, so that sorting is cheap; texts are made when the rows are stored.
CREATE TEMP TABLE placed AS
SELECT row_number() OVER () AS number, * EXCLUDE (place)
FROM (
SELECT k.place, k.millis, k.visitor, k.kind, k.product, k."order", k.ahead, k.visitor_key, k.id_hash,
  coalesce(s.category, f.category) AS category, s.available
FROM actions k
LEFT JOIN states s ON s.product = k.product AND s.since <= k.millis AND k.millis < s.until
LEFT JOIN first_categories f ON f.product = k.product
WHERE NOT k.repeats
ORDER BY k.millis, k.place
)
-- name: store_actions
-- A category holds from when it is first named and, as it tells what a product is, for the time before as well;
-- availability and price hold only from when they are named.
INSERT INTO events BY NAME
WITH priced AS (
  SELECT k.number, p.price
  FROM (SELECT number, product, millis FROM placed WHERE kind = 2) k
  ASOF JOIN prices p ON p.product = k.product AND p.since <= k.millis
)
SELECT CAST(? AS BIGINT) + k.number AS seq,
  make_timestamp_ms(k.millis + k.ahead)::DATE AS day,
  make_timestamp_ms(k.millis + k.ahead)::TIMESTAMP AS local_time,
  k.visitor_key,
  k.id_hash,
  concat(CAST(? AS VARCHAR), k.millis, ':', k.visitor, ':', k.kind, ':', k.product, ':', k."order") AS id,
  CASE k.kind WHEN 0 THEN 'product_view' WHEN 1 THEN 'add_to_cart' ELSE 'purchase' END AS "type",
  make_timestamp_ms(k.millis) AS "timestamp",
  CAST(? AS TIMESTAMP_MS) AS received_at,
  CAST(? AS VARCHAR) AS "source",
  CAST(k.visitor AS VARCHAR) AS visitor_id,
  CASE WHEN CAST(? AS BOOLEAN) THEN concat(k.visitor, ':', make_timestamp_ms(k.millis)::DATE) END AS session_id,
  CAST(k.product AS VARCHAR) AS product_id,
  coalesce(c.path, CAST(k.category AS VARCHAR)) AS category_id,
  k.available,
  CASE k.kind WHEN 2 THEN 1 END AS quantity,
  p.price AS price,
  CAST(k."order" AS VARCHAR) AS order_id
FROM placed k
LEFT JOIN category_paths c ON c.category = k.category
LEFT JOIN priced p ON p.number = k.number
-- name: purchases_after
SELECT * FROM events WHERE seq > ? AND "type" = 'purchase' ORDER BY seq
-- name: count_new_type_hours
INSERT INTO type_hours
SELECT day, "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour,
  hour(local_time)::INTEGER, "type", "level", service, coalesce(bot, false), count(visitor_key), 0, 0
FROM events
WHERE seq > ?
GROUP BY ALL
ORDER BY 2
-- name: mark_new_days
INSERT INTO dirty_days
SELECT DISTINCT 'visits', day FROM events
WHERE seq > ? AND visitor_key IS NOT NULL AND day NOT IN (SELECT day FROM dirty_days WHERE kind = 'visits')
-- name: count_stored
SELECT count(*) FROM events WHERE seq > ?
-- name: revenue_of_new_orders
SELECT coalesce(sum(gross - refunded), 0)
FROM order_lines
WHERE order_key IN (SELECT order_key FROM order_entries WHERE seq > ?)
-- name: lines_without_price
SELECT count(*), count(*) FILTER (WHERE product_id IN (
    SELECT CAST(product AS VARCHAR) FROM known WHERE property = 790))
FROM events
WHERE seq > ? AND "type" = 'purchase' AND price IS NULL
-- name: drop_actions
DROP TABLE IF EXISTS actions
-- name: drop_category_paths
DROP TABLE IF EXISTS category_paths
-- name: drop_known
DROP TABLE IF EXISTS known
-- name: drop_states
DROP TABLE IF EXISTS states
-- name: drop_first_categories
DROP TABLE IF EXISTS first_categories
-- name: drop_prices
DROP TABLE IF EXISTS prices
-- name: drop_placed
DROP TABLE IF EXISTS placed
-- name: ledger_totals
SELECT
  count(placed_at), coalesce(sum(gross), 0), coalesce(sum(refunded), 0), coalesce(sum(refund_excess), 0)
FROM orders
-- name: orders_known
-- Orders that have entries from before an import and from it.
SELECT count(*) FROM (
  SELECT order_key FROM order_entries GROUP BY order_key HAVING min(seq) <= ? AND max(seq) > ?
)
