-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number, or sorting would cost several times as much: milliseconds since the base, one
-- bit for what is no page, 23 bits for the place of its label in the alphabet.
-- Events later than a day after the period are looked at for the few who were still there only.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start::TIMESTAMP_MS AS session_start,
    f.session_end::TIMESTAMP_MS AS session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
),
done AS (
  SELECT visitor_key, session_id, "timestamp", "type", CASE WHEN "type" = 'page_view' AND "page" IS NOT NULL THEN "page" ELSE "type" END AS raw
  FROM events e
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS) AND "type" <> 'exposure'
  UNION ALL
  SELECT visitor_key, session_id, "timestamp", "type", CASE WHEN "type" = 'page_view' AND "page" IS NOT NULL THEN "page" ELSE "type" END
  FROM events e
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "type" <> 'exposure'
    AND visitor_key IN (SELECT visitor_key FROM sessions WHERE session_end >= CAST(? AS TIMESTAMP_MS))
),
names AS (
  SELECT raw, label, dense_rank() OVER (ORDER BY label) AS number
  FROM (SELECT raw, regexp_replace(regexp_replace(raw, '^https{0,1}://[^/]+', ''), '[\x3F#].*$', '') AS label FROM (SELECT DISTINCT raw FROM done))
),
texts AS (
  SELECT list(label ORDER BY number) AS labels FROM (SELECT DISTINCT number, label FROM names)
),
happened AS (
  SELECT s.session_key, s.bought,
    ((epoch_ms(e."timestamp") - epoch_ms(CAST(? AS TIMESTAMP_MS))) << 24) + CASE WHEN e."type" IN ('page_view', 'product_view') THEN 0 ELSE 8388608 END + n.number AS step
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
  SELECT session_key, bought, steps, coalesce(list_position(list_transform(steps, lambda x: x & 8388607), (SELECT min(number) FROM names WHERE label = CAST(? AS VARCHAR))), 0) AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, steps[greatest(1, place - 4) : place] AS way, 5 - least(place, 5) AS shift
  FROM placed
  WHERE place > 0
),
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
  FROM (SELECT way, shift, unnest(range(1, len(way))) AS place FROM ways)
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
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-02-28T23:00, 2026-04-01T22:00, 2026-04-01T22:00, 2026-04-01T22:00, 2026-02-28T23:00, email, 20, 20]
