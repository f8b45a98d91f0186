-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number: milliseconds since the hour in which the session began, and 24 bits for the number of its label.
-- Few sessions go on in another hour; only of those have the hours to be put together.
WITH sessions AS MATERIALIZED (
  SELECT f.session_key, f.hour, f.session_purchases > 0 AS bought, f.last_at = f.session_end AS whole, f.steps
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot
),
told AS (
  SELECT bought, list_transform(steps, lambda x: ((x >> 40) << 24) + (x & 524287)) AS all_steps
  FROM sessions
  WHERE whole AND steps IS NOT NULL
  UNION ALL
  SELECT s.bought, flatten(list(list_transform(h.steps, lambda x: (((x >> 40) + h.millis - s.millis) << 24) + (x & 524287)) ORDER BY h.millis))
  FROM (SELECT session_key, epoch_ms(hour) AS millis, bought FROM sessions WHERE NOT whole) s
  JOIN (SELECT session_key, epoch_ms(hour) AS millis, steps FROM session_hours WHERE day >= CAST(? AS DATE) AND steps IS NOT NULL) h ON h.session_key = s.session_key
  GROUP BY s.session_key, s.bought
),
plain AS (
  SELECT bought, list_filter(all_steps, lambda x, i: i = 1 OR x & 16777215 <> all_steps[i - 1] & 16777215) AS steps
  FROM told
),
placed AS (
  SELECT bought, steps, 1 AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, steps[place : place + 2] AS way, 0 AS shift
  FROM placed
  WHERE place > 0
),
names AS (
  SELECT list(label ORDER BY number) AS labels FROM step_labels
),
counted AS (
  SELECT list_transform(way, lambda x: x & 16777215) AS numbers, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median((way[len(way)] >> 24) - (way[1] >> 24)) / 1000 AS median_seconds
  FROM ways
  GROUP BY numbers
)
SELECT CASE WHEN c.numbers[1] IS NOT NULL THEN coalesce(t.labels[c.numbers[1]], '*') END AS step_1, CASE WHEN c.numbers[2] IS NOT NULL THEN coalesce(t.labels[c.numbers[2]], '*') END AS step_2, CASE WHEN c.numbers[3] IS NOT NULL THEN coalesce(t.labels[c.numbers[3]], '*') END AS step_3, c.sessions, c.share, c.purchase_sessions, c.conversion, c.median_seconds, c.rows_before_limit
FROM (SELECT *, count(*) OVER () AS rows_before_limit FROM counted QUALIFY rank() OVER (ORDER BY sessions DESC) <= ?) c
CROSS JOIN names t
ORDER BY c.sessions DESC, step_1 NULLS FIRST, step_2 NULLS FIRST, step_3 NULLS FIRST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 20, 20]
