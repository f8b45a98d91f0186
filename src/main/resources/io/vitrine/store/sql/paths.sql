-- name: sessions
-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number: milliseconds since the hour in which the session began, and 24 bits for the number of its label.
-- Few sessions go on in another hour; only of those have the hours to be put together.
WITH sessions AS MATERIALIZED (
  SELECT f.session_key, f.hour, f.session_purchases > 0 AS bought, f.last_at = f.session_end AS whole, f.steps
  FROM session_hours f
  WHERE f.starts AND [conditions]
),
told AS (
  SELECT bought, list_transform(steps, lambda x: ((x >> 40) << 24) + [number]) AS all_steps
  FROM sessions
  WHERE whole AND steps IS NOT NULL
  UNION ALL
  SELECT s.bought, flatten(list(list_transform(h.steps, lambda x: (((x >> 40) + h.millis - s.millis) << 24) + [number]) ORDER BY h.millis))
  FROM (SELECT session_key, epoch_ms(hour) AS millis, bought FROM sessions WHERE NOT whole) s
  JOIN (SELECT session_key, epoch_ms(hour) AS millis, steps FROM session_hours WHERE day >= [from] AND steps IS NOT NULL) h ON h.session_key = s.session_key
  GROUP BY s.session_key, s.bought
),
plain AS (
  SELECT bought, list_filter(all_steps, lambda x, i: i = 1 OR x & 16777215 <> all_steps[i - 1] & 16777215) AS steps
  FROM told
),
placed AS (
  SELECT bought, steps, [place] AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, [part] AS way, [shift] AS shift
  FROM placed
  WHERE place > 0
),
names AS (
  SELECT list(label ORDER BY number) AS labels FROM step_labels
),
-- name: number_types
(x & 524287)
-- name: number_pages
((x >> 19) & 524287)
-- name: place_start
1
-- name: place_anchor
coalesce(list_position(list_transform(steps, lambda x: x & 16777215), (SELECT number FROM step_labels WHERE label = CAST(? AS VARCHAR))), 0)
-- name: transitions
-- The labels in most sessions; where there are no more than asked for, none has to be counted.
fit AS (
  SELECT count(*) <= ? AS every FROM ([known])
),
labels AS (
  SELECT number FROM step_labels WHERE (SELECT every FROM fit)
  UNION ALL
  (
    SELECT number
    FROM (
      SELECT number, count(*) AS sessions
      FROM (
        -- No step is followed by the same, so only longer ways can have one twice.
        SELECT unnest(CASE WHEN len(numbers) < 3 THEN numbers ELSE list_distinct(numbers) END) AS number
        FROM (SELECT list_transform(way, lambda x: x & 16777215) AS numbers FROM ways WHERE NOT (SELECT every FROM fit))
      )
      WHERE number < 524287
      GROUP BY number
    )
    CROSS JOIN names t
    ORDER BY sessions DESC, t.labels[number]
    LIMIT ?
  )
),
moves AS (
  SELECT place + shift AS position, way[place] & 16777215 AS here, way[place + 1] & 16777215 AS next,
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
CROSS JOIN names t
ORDER BY c.position, c.sessions DESC, from_step, to_step NULLS LAST
-- name: known_types
SELECT DISTINCT "type" FROM type_hours
-- name: known_pages
SELECT number FROM step_labels
-- name: common
counted AS (
  SELECT list_transform(way, lambda x: x & 16777215) AS numbers, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median((way[len(way)] >> 24) - (way[1] >> 24)) / 1000 AS median_seconds
  FROM ways
  GROUP BY numbers
)
SELECT [columns], c.sessions, c.share, c.purchase_sessions, c.conversion, c.median_seconds, c.rows_before_limit
FROM (SELECT *, count(*) OVER () AS rows_before_limit FROM counted QUALIFY rank() OVER (ORDER BY sessions DESC) <= ?) c
CROSS JOIN names t
ORDER BY c.sessions DESC, [order]
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
