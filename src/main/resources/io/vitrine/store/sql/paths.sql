-- name: sessions
-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start, f.session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND [sessions]
),
happened AS (
  SELECT s.session_key, s.bought, e."id_hash" AS id_hash, epoch_ms(e."timestamp") AS ms,
    e."type" NOT IN ('page_view', 'product_view') AS after_page, [label] AS label
  FROM events e
  JOIN sessions s ON s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END
    AND e."timestamp"::TIMESTAMP BETWEEN s.session_start AND s.session_end
  WHERE e."timestamp" >= (SELECT min(session_start) FROM sessions) AND e."timestamp" <= (SELECT max(session_end) FROM sessions)
    AND e."type" <> 'exposure'
),
told AS (
  SELECT session_key, any_value(bought) AS bought,
    list({'ms': ms, 'label': label} ORDER BY ms, after_page, id_hash) AS all_steps
  FROM happened
  GROUP BY session_key
),
plain AS (
  SELECT session_key, bought,
    list_filter(all_steps, lambda x, i: i = 1 OR struct_extract(x, 'label') <> struct_extract(all_steps[i - 1], 'label')) AS steps
  FROM told
),
placed AS (
  SELECT session_key, bought, steps, [place] AS place
  FROM plain
),
ways AS (
  SELECT bought, [part] AS way, [shift] AS shift
  FROM placed
  WHERE place > 0
),
-- name: label_types
e."type"
-- name: label_pages
CASE WHEN e."type" = 'page_view' AND e."page" IS NOT NULL
      THEN regexp_replace(regexp_replace(e."page", '^https{0,1}://[^/]+', ''), '[\x3F#].*$', '') ELSE e."type" END
-- name: place_start
1
-- name: place_anchor
coalesce(list_position(list_transform(steps, lambda x: struct_extract(x, 'label')), CAST(? AS VARCHAR)), 0)
-- name: transitions
labels AS (
  SELECT label
  FROM (SELECT unnest(list_distinct(list_transform(way, lambda x: struct_extract(x, 'label')))) AS label FROM ways)
  GROUP BY label
  ORDER BY count(*) DESC, label
  LIMIT ?
),
moves AS (
  SELECT place + shift AS position, struct_extract(way[place], 'label') AS from_label,
    struct_extract(way[place + 1], 'label') AS to_label,
    struct_extract(way[place + 1], 'ms') - struct_extract(way[place], 'ms') AS took
  FROM (SELECT way, shift, unnest(range(1, [last])) AS place FROM ways)
)
SELECT position, CASE WHEN from_label IN (SELECT label FROM labels) THEN from_label ELSE '*' END AS from_step,
  CASE WHEN to_label IS NULL THEN NULL WHEN to_label IN (SELECT label FROM labels) THEN to_label ELSE '*' END AS to_step,
  count(*) AS sessions, median(took) / 1000 AS median_seconds
FROM moves
GROUP BY ALL
ORDER BY position, sessions DESC, from_step, to_step NULLS LAST
-- name: common
counted AS (
  SELECT list_transform(way, lambda x: struct_extract(x, 'label')) AS labels, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median(struct_extract(way[len(way)], 'ms') - struct_extract(way[1], 'ms')) / 1000 AS median_seconds
  FROM ways
  GROUP BY labels
)
SELECT [columns], sessions, share, purchase_sessions, conversion, median_seconds, count(*) OVER () AS rows_before_limit
FROM counted
ORDER BY sessions DESC, labels
LIMIT ?
-- name: timeline
-- Everything of one visitor; money of an order as the ledger has it.
WITH mine AS (
  SELECT e.*, e."timestamp"::TIMESTAMP AS moment,
    CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END AS sender_key,
    e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time)) AS hour
  FROM events e
  WHERE e."visitor_id" = ? AND e."timestamp" >= CAST(? AS TIMESTAMP_MS) AND e."timestamp" < CAST(? AS TIMESTAMP_MS)
    AND e.visitor_key IS NOT NULL
),
numbered AS (
  SELECT m.*, f.session_start, f.session_key, f."channel" AS came_by, f."source" AS came_from, f."campaign" AS came_with, f."country" AS of_country, f."device" AS of_device,
    dense_rank() OVER (ORDER BY f.session_start, f.session_key) AS session_number
  FROM mine m
  LEFT JOIN session_hours f ON f.hour = m.hour AND f.visitor_key = m.visitor_key
    AND f.sender_key = m.sender_key AND m.moment BETWEEN f.first_at AND f.last_at
)
SELECT n.moment, n.session_number, n.session_start, n."type", n."page", n."product_id", coalesce(n."product_name", p.product_name) AS product_name,
  coalesce(p.category_id, n."category_id") AS category, n."quantity", n."search_query", n."order_id",
  CASE WHEN n."type" = 'purchase' AND o.cancelled_at IS NULL THEN o.gross - coalesce(o.refunded, 0) END AS revenue,
  CASE WHEN n."type" = 'purchase' THEN o.cancelled_at IS NOT NULL END AS cancelled,
  n.came_by, n.came_from, n.came_with, n.of_country, n.of_device, n."experiment", n."variant", n."user_id",
  count(*) OVER () AS rows_before_limit
FROM numbered n
LEFT JOIN products p ON p.product_id = n."product_id"
LEFT JOIN orders o ON o.order_id = n."order_id"
ORDER BY n.moment DESC, n."type" IN ('page_view', 'product_view'), n.id_hash DESC
LIMIT ?
