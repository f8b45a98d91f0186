-- name: own_devices
-- Devices on which the account, and nobody else, ever signed in.
SELECT visitor_id
FROM events
WHERE user_id IS NOT NULL AND visitor_id IN (SELECT visitor_id FROM events WHERE user_id = ? AND visitor_id IS NOT NULL)
GROUP BY visitor_id
HAVING count(DISTINCT user_id) = 1
-- name: forget_about
DROP TABLE IF EXISTS about
-- name: make_about
CREATE TEMP TABLE about (seq BIGINT NOT NULL, kept BOOLEAN NOT NULL, log BOOLEAN NOT NULL, new_id VARCHAR, new_hash BIGINT)
-- name: gather
INSERT INTO about
SELECT seq, list_contains(CAST(? AS VARCHAR[]), "type"), list_contains(CAST(? AS VARCHAR[]), "type"), NULL, NULL
FROM events
WHERE list_contains(CAST(? AS VARCHAR[]), user_id) OR list_contains(CAST(? AS VARCHAR[]), visitor_id) OR regexp_matches(concat_ws(chr(10), {texts}), ?)
-- name: about
SELECT seq FROM events
WHERE list_contains(CAST(? AS VARCHAR[]), user_id) OR list_contains(CAST(? AS VARCHAR[]), visitor_id) OR regexp_matches(concat_ws(chr(10), {texts}), ?)
ORDER BY seq
-- name: counts
SELECT count(*) FILTER (WHERE NOT kept AND NOT log), count(*) FILTER (WHERE log AND NOT kept), count(*) FILTER (WHERE kept) FROM about
-- name: log_ids
SELECT e.id FROM events e JOIN about a ON a.seq = e.seq WHERE a.log AND NOT a.kept
-- name: telling_ids
SELECT e.seq, e.id FROM events e JOIN about a ON a.seq = e.seq WHERE a.kept AND regexp_matches(e.id, ?)
-- name: rename
UPDATE about SET new_id = ?, new_hash = ? WHERE seq = ?
-- name: events_table
SELECT sql FROM duckdb_tables() WHERE table_name = 'events' AND NOT temporary
-- name: keep
INSERT INTO events_kept
SELECT e.* REPLACE (
  CASE WHEN a.seq IS NULL OR e.visitor_key IS NULL THEN e.visitor_key ELSE CAST(? AS BIGINT) END AS visitor_key,
  CASE WHEN a.seq IS NULL OR e.visitor_id IS NULL THEN e.visitor_id ELSE CAST(? AS VARCHAR) END AS visitor_id,
  coalesce(a.new_id, e.id) AS id,
  coalesce(a.new_hash, e.id_hash) AS id_hash,
  {blanked})
FROM events e LEFT JOIN about a ON a.seq = e.seq
WHERE a.seq IS NULL OR a.kept
-- name: blanked
CASE WHEN a.seq IS NULL THEN e.{column} END AS {column}
-- name: replace_events
DROP TABLE events
-- name: rename_events
ALTER TABLE events_kept RENAME TO events
-- name: unname_orders
UPDATE orders SET visitor_key = CAST(? AS BIGINT), event_id = coalesce((SELECT max(a.new_id) FROM about a JOIN order_entries o ON o.seq = a.seq WHERE o.order_key = orders.order_key), event_id)
WHERE visitor_key IS NOT NULL AND order_key IN (SELECT o.order_key FROM order_entries o JOIN about a ON a.seq = o.seq)
-- name: unname_entries
UPDATE order_entries SET visitor_key = CASE WHEN visitor_key IS NULL THEN NULL ELSE CAST(? AS BIGINT) END, event_id = coalesce((SELECT a.new_id FROM about a WHERE a.seq = order_entries.seq), event_id)
WHERE seq IN (SELECT seq FROM about)
-- name: clear_error_groups
DELETE FROM error_groups
-- name: old_logs
SELECT count(*) FROM events WHERE "type" = ? AND "timestamp" < CAST(? AS TIMESTAMP_MS)
-- name: drop_logs
DELETE FROM events WHERE "type" = ? AND "timestamp" < CAST(? AS TIMESTAMP_MS)
-- name: free_bytes
SELECT free_blocks * block_size FROM pragma_database_size() LIMIT 1
-- name: make_filler
CREATE TABLE filler (noise VARCHAR)
-- name: fill
INSERT INTO filler SELECT string_agg(CAST(gen_random_uuid() AS VARCHAR), '') FROM range(CAST(? AS BIGINT) * 100) t(i) GROUP BY i // 100
-- name: drop_filler
DROP TABLE IF EXISTS filler
