-- name: begin
BEGIN TRANSACTION
-- name: commit
COMMIT
-- name: rollback
ROLLBACK
-- name: lock_configuration
SET lock_configuration = true
-- name: checkpoint
CHECKPOINT
-- name: create_schema_version
CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)
-- name: schema_version
SELECT coalesce(max(version), 0) FROM schema_version
-- name: set_schema_version
INSERT INTO schema_version VALUES (?)
-- name: engine
SELECT version()
-- name: fact
SELECT content FROM facts WHERE name = ?
-- name: forget_fact
DELETE FROM facts WHERE name = ?
-- name: set_fact
INSERT INTO facts VALUES (?, ?)
-- name: watermark
SELECT greatest(coalesce(max(seq), 0), coalesce((SELECT max(CAST(content AS BIGINT)) FROM facts WHERE name = 'last_sequence'), 0)), coalesce(arg_max(received_at, seq), arg_max("timestamp", seq))::TIMESTAMP FROM events
-- name: id_hashes
SELECT id_hash FROM events WHERE seq > ? AND seq <= ?
-- name: known_between
SELECT id FROM events WHERE "timestamp" BETWEEN CAST(? AS TIMESTAMP_MS) AND CAST(? AS TIMESTAMP_MS) AND id_hash IN (SELECT unnest(CAST(? AS BIGINT[])))
-- name: known_ever
SELECT id FROM events WHERE id_hash IN (SELECT unnest(CAST(? AS BIGINT[])))
-- name: entries_of_orders
SELECT * FROM order_entries WHERE order_key IN (SELECT unnest(CAST(? AS BIGINT[])))
-- name: forget_orders
DELETE FROM orders WHERE order_key IN (SELECT unnest(CAST(? AS BIGINT[])))
-- name: forget_order_lines
DELETE FROM order_lines WHERE order_key IN (SELECT unnest(CAST(? AS BIGINT[])))
-- name: dirty_days
SELECT kind, day FROM dirty_days
-- name: events_by_day
SELECT day, CAST(sum(events) AS BIGINT) FROM type_hours WHERE day BETWEEN ? AND ? GROUP BY day
-- name: mark_dirty
INSERT INTO dirty_days VALUES (?, ?)
-- name: clean
DELETE FROM dirty_days WHERE kind = ? AND day BETWEEN ? AND ?
-- name: mark_all_visits_dirty
INSERT INTO dirty_days SELECT DISTINCT 'visits', day FROM events WHERE visitor_key IS NOT NULL
-- name: mark_all_sales_dirty
INSERT INTO dirty_days SELECT DISTINCT 'sales', day FROM orders WHERE day IS NOT NULL
-- name: clear_dirty
DELETE FROM dirty_days
-- name: clear_all_sessions
DELETE FROM session_hours
-- name: clear_all_hour_totals
DELETE FROM hour_totals
-- name: clear_all_visitor_days
DELETE FROM visitor_days
-- name: clear_all_visitors
DELETE FROM visitors
-- name: clear_all_product_sessions
DELETE FROM product_sessions
-- name: clear_all_product_days
DELETE FROM product_days
-- name: clear_all_products
DELETE FROM products
-- name: clear_all_sales
DELETE FROM sales
-- name: clear_all_step_labels
DELETE FROM step_labels
-- name: label_acts
-- So that they have a number whatever comes.
INSERT INTO step_labels SELECT row_number() OVER (ORDER BY act), act FROM (SELECT unnest(CAST(? AS VARCHAR[])) AS act)
-- name: clear_all_cart_events
DELETE FROM cart_events
-- name: clear_all_visitor_users
DELETE FROM visitor_users
-- name: clear_all_order_users
DELETE FROM order_users
-- name: clear_type_hours
DELETE FROM type_hours
-- name: count_type_hours
INSERT INTO type_hours
SELECT day, "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour,
  hour(local_time)::INTEGER, "type", "level", service, coalesce(bot, false),
  count(visitor_key), count(*) FILTER (WHERE "type" IN (SELECT unnest(CAST(? AS VARCHAR[])))),
  count(*) FILTER (WHERE "type" IN (SELECT unnest(CAST(? AS VARCHAR[]))) AND ("type" = 'error' OR "level" IN ('ERROR', 'FATAL')))
FROM events
GROUP BY ALL
ORDER BY 2
-- name: type_hours_rows
SELECT count(*) FROM type_hours
-- name: squeezed_type_hours
CREATE TEMP TABLE squeezed AS
SELECT day, hour, hour_of_day, "type", "level", service, bot, sum(events) AS events, sum(logs) AS logs, sum(errors) AS errors
FROM type_hours
GROUP BY ALL
ORDER BY hour
-- name: refill_type_hours
INSERT INTO type_hours SELECT * FROM squeezed
-- name: drop_squeezed
DROP TABLE squeezed
-- name: shift_zone
UPDATE events SET local_time = "timestamp"::TIMESTAMP + to_seconds(CAST(? AS BIGINT)),
  day = CAST("timestamp"::TIMESTAMP + to_seconds(CAST(? AS BIGINT)) AS DATE)
WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
-- name: times
SELECT min("timestamp")::TIMESTAMP, max("timestamp")::TIMESTAMP FROM events
-- name: shift_entries
UPDATE order_entries SET local_time = happened_at + to_seconds(CAST(? AS BIGINT)),
  day = CAST(happened_at + to_seconds(CAST(? AS BIGINT)) AS DATE)
WHERE happened_at >= ? AND happened_at < ?
-- name: shift_orders
UPDATE orders SET local_time = placed_at + to_seconds(CAST(? AS BIGINT)),
  day = CAST(placed_at + to_seconds(CAST(? AS BIGINT)) AS DATE)
WHERE placed_at >= ? AND placed_at < ?
-- name: after
SELECT * FROM events WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?
-- name: types_after
SELECT *
FROM events
WHERE seq > ? AND seq <= ? AND list_contains(CAST(? AS VARCHAR[]), "type")
ORDER BY seq
-- name: requests_after
SELECT seq, id, "type", "timestamp", service, ip, country, user_agent, bot, user_id, visitor_id, session_id, "method",
  endpoint, page, referrer, search_query, product_id, coupon, utm_medium, payment_method, "action", status, status_code, left(message, 8192) AS message, others
FROM events
WHERE seq > ? AND seq <= ? AND "timestamp" >= CAST(? AS TIMESTAMP_MS)
  AND (endpoint IS NOT NULL OR page IS NOT NULL OR search_query IS NOT NULL OR message IS NOT NULL OR "action" IS NOT NULL
       OR "type" IN ('add_to_cart', 'purchase'))
ORDER BY seq
-- name: find
-- The rows are found by their narrow numbers before the wide rows are read.
SELECT * FROM events WHERE rowid IN (SELECT rowid FROM events WHERE seq IN (SELECT unnest(CAST(? AS BIGINT[])))) ORDER BY seq
-- name: extent
SELECT min(day) FILTER (WHERE visitor_key IS NOT NULL), max(day) FILTER (WHERE visitor_key IS NOT NULL), count(*) FROM events
-- name: segment_bounds
-- The setting that the store was opened with.
CREATE OR REPLACE VIEW segment_bounds AS
SELECT CAST(split_part(content, ' ', 1) AS BIGINT) AS newcomer, CAST(split_part(content, ' ', 2) AS BIGINT) AS occasional,
  CAST(split_part(content, ' ', 3) AS BIGINT) AS regular
FROM facts
WHERE name = 'segments'
-- name: visitor_segments
-- The segment of each visitor by activity in the whole history.
CREATE OR REPLACE VIEW visitor_segments AS
SELECT a.visitor_key, a.events, CASE WHEN a.events <= b.newcomer THEN 'New' WHEN a.events <= b.occasional THEN 'Occasional'
  WHEN a.events <= b.regular THEN 'Regular' ELSE 'Premium' END AS segment
FROM (SELECT visitor_key, sum(events) AS events FROM session_hours WHERE NOT bot GROUP BY visitor_key) a
CROSS JOIN segment_bounds b
