-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number, or sorting would cost several times as much: milliseconds since the base, one
-- bit for what is no page, 23 bits for the place of its label in the alphabet.
-- Events later than a day after the period are looked at for the few who were still there only.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start::TIMESTAMP_MS AS session_start,
    f.session_end::TIMESTAMP_MS AS session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot
),
done AS (
  SELECT visitor_key, session_id, "timestamp", "type", "type" AS raw
  FROM events e
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS) AND "type" <> 'exposure'
  UNION ALL
  SELECT visitor_key, session_id, "timestamp", "type", "type"
  FROM events e
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "type" <> 'exposure'
    AND visitor_key IN (SELECT visitor_key FROM sessions WHERE session_end >= CAST(? AS TIMESTAMP_MS))
),
names AS (
  SELECT raw, label, dense_rank() OVER (ORDER BY label) AS number
  FROM (SELECT raw, raw AS label FROM (SELECT DISTINCT "type" AS raw FROM type_hours))
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
  SELECT session_key, bought, steps, 1 AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, steps[place : place + 2] AS way, 0 AS shift
  FROM placed
  WHERE place > 0
),
counted AS (
  SELECT list_transform(way, lambda x: x & 8388607) AS numbers, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median((way[len(way)] >> 24) - (way[1] >> 24)) / 1000 AS median_seconds
  FROM ways
  GROUP BY numbers
)
SELECT t.labels[c.numbers[1]] AS step_1, t.labels[c.numbers[2]] AS step_2, t.labels[c.numbers[3]] AS step_3, c.sessions, c.share, c.purchase_sessions, c.conversion, c.median_seconds, c.rows_before_limit
FROM (SELECT *, count(*) OVER () AS rows_before_limit FROM counted ORDER BY sessions DESC, numbers LIMIT ?) c
CROSS JOIN texts t
ORDER BY c.sessions DESC, c.numbers
-- bound: [2026-03-01, 2026-03-31, 2026-02-28T23:00, 2026-04-01T22:00, 2026-04-01T22:00, 2026-04-01T22:00, 2026-02-28T23:00, 20]
