-- name: sessions
-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number, or sorting would cost several times as much: milliseconds since the base, one
-- bit for what is no page, 23 bits for the place of its label in the alphabet.
-- Events later than a day after the period are looked at for the few who were still there only.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start::TIMESTAMP_MS AS session_start,
    f.session_end::TIMESTAMP_MS AS session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND [conditions]
),
done AS (
  SELECT visitor_key, session_id, "timestamp", "type", [raw] AS raw
  FROM events e
  WHERE "timestamp" >= [start] AND "timestamp" < [late] AND "type" <> 'exposure'
  UNION ALL
  SELECT visitor_key, session_id, "timestamp", "type", [raw]
  FROM events e
  WHERE "timestamp" >= [late] AND "type" <> 'exposure'
    AND visitor_key IN (SELECT visitor_key FROM sessions WHERE session_end >= [late])
),
names AS (
  SELECT raw, label, dense_rank() OVER (ORDER BY label) AS number
  FROM (SELECT raw, [label] AS label FROM ([raws]))
),
texts AS (
  SELECT list(label ORDER BY number) AS labels FROM (SELECT DISTINCT number, label FROM names)
),
happened AS (
  SELECT s.session_key, s.bought,
    ((epoch_ms(e."timestamp") - [base]) << 24) + CASE WHEN e."type" IN ('page_view', 'product_view') THEN 0 ELSE 8388608 END + n.number AS step
  FROM done e
  JOIN names n ON n.raw = e.raw
  JOIN sessions s ON s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END
    AND e."timestamp" BETWEEN s.session_start AND s.session_end
),
told AS (
  SELECT session_key, bought, list_sort(list(step)) AS all_steps
  FROM happened
  GROUP BY session_key, bought
),
plain AS (
  SELECT session_key, bought,
    list_filter(all_steps, lambda x, i: i = 1 OR x & 8388607 <> all_steps[i - 1] & 8388607) AS steps
  FROM told
),
placed AS (
  SELECT session_key, bought, steps, [place] AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, [part] AS way, [shift] AS shift
  FROM placed
  WHERE place > 0
),
-- name: base_start
epoch_ms(CAST(? AS TIMESTAMP_MS))
-- name: base_first
(SELECT epoch_ms(min(session_start)) FROM sessions)
-- name: raw_types
"type"
-- name: label_types
raw
-- name: raws_types
SELECT DISTINCT "type" AS raw FROM type_hours
-- name: raw_pages
CASE WHEN "type" = 'page_view' AND "page" IS NOT NULL THEN "page" ELSE "type" END
-- name: label_pages
regexp_replace(regexp_replace(raw, '^https{0,1}://[^/]+', ''), '[\x3F#].*$', '')
-- name: raws_pages
SELECT DISTINCT raw FROM done
-- name: place_start
1
-- name: place_anchor
coalesce(list_position(list_transform(steps, lambda x: x & 8388607), (SELECT min(number) FROM names WHERE label = CAST(? AS VARCHAR))), 0)
-- name: transitions
-- The labels in most sessions; where there are no more than asked for, none has to be counted.
fit AS (
  SELECT count(DISTINCT number) <= ? AS every FROM names
),
labels AS (
  SELECT DISTINCT number FROM names WHERE (SELECT every FROM fit)
  UNION ALL
  (
    SELECT number
    FROM (SELECT unnest(list_distinct(list_transform(way, lambda x: x & 8388607))) AS number FROM ways WHERE NOT (SELECT every FROM fit))
    GROUP BY number
    ORDER BY count(*) DESC, number
    LIMIT ?
  )
),
moves AS (
  SELECT place + shift AS position, way[place] & 8388607 AS here, way[place + 1] & 8388607 AS next,
    (way[place + 1] >> 24) - (way[place] >> 24) AS took
  FROM (SELECT way, shift, unnest(range(1, [last])) AS place FROM ways)
),
counted AS (
  SELECT position, CASE WHEN here IN (SELECT number FROM labels) THEN here ELSE 0 END AS here,
    CASE WHEN next IS NULL OR next IN (SELECT number FROM labels) THEN next ELSE 0 END AS next, count(*) AS sessions, median(took) / 1000 AS median_seconds
  FROM moves
  GROUP BY ALL
)
SELECT c.position, coalesce(t.labels[c.here], '*') AS from_step,
  CASE WHEN c.next IS NOT NULL THEN coalesce(t.labels[c.next], '*') END AS to_step, c.sessions, c.median_seconds
FROM counted c
CROSS JOIN texts t
ORDER BY c.position, c.sessions DESC, from_step, to_step NULLS LAST
-- name: common
counted AS (
  SELECT list_transform(way, lambda x: x & 8388607) AS numbers, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median((way[len(way)] >> 24) - (way[1] >> 24)) / 1000 AS median_seconds
  FROM ways
  GROUP BY numbers
)
SELECT [columns], c.sessions, c.share, c.purchase_sessions, c.conversion, c.median_seconds, c.rows_before_limit
FROM (SELECT *, count(*) OVER () AS rows_before_limit FROM counted ORDER BY sessions DESC, numbers LIMIT ?) c
CROSS JOIN texts t
ORDER BY c.sessions DESC, c.numbers
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
