-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
-- A step is one number: milliseconds since the hour in which the session began, and 24 bits for the number of its label.
-- Few sessions go on in another hour; only of those have the hours to be put together.
WITH sessions AS MATERIALIZED (
  SELECT f.session_key, f.hour, f.session_purchases > 0 AS bought, f.last_at = f.session_end AS whole, f.steps
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
),
told AS (
  SELECT bought, list_transform(steps, lambda x: ((x >> 40) << 24) + ((x >> 19) & 524287)) AS all_steps
  FROM sessions
  WHERE whole AND steps IS NOT NULL
  UNION ALL
  SELECT s.bought, flatten(list(list_transform(h.steps, lambda x: (((x >> 40) + h.millis - s.millis) << 24) + ((x >> 19) & 524287)) ORDER BY h.millis))
  FROM (SELECT session_key, epoch_ms(hour) AS millis, bought FROM sessions WHERE NOT whole) s
  JOIN (SELECT session_key, epoch_ms(hour) AS millis, steps FROM session_hours WHERE day >= CAST(? AS DATE) AND steps IS NOT NULL) h ON h.session_key = s.session_key
  GROUP BY s.session_key, s.bought
),
plain AS (
  SELECT bought, list_filter(all_steps, lambda x, i: i = 1 OR x & 16777215 <> all_steps[i - 1] & 16777215) AS steps
  FROM told
),
placed AS (
  SELECT bought, steps, coalesce(list_position(list_transform(steps, lambda x: x & 16777215), (SELECT number FROM step_labels WHERE label = CAST(? AS VARCHAR))), 0) AS place
  FROM plain
),
ways AS MATERIALIZED (
  SELECT bought, steps[greatest(1, place - 4) : place] AS way, 5 - least(place, 5) AS shift
  FROM placed
  WHERE place > 0
),
names AS (
  SELECT list(label ORDER BY number) AS labels FROM step_labels
),
-- The labels in most sessions; where there are no more than asked for, none has to be counted.
fit AS (
  SELECT count(*) <= ? AS every FROM (SELECT number FROM step_labels)
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
CROSS JOIN names t
ORDER BY c.position, c.sessions DESC, from_step, to_step NULLS LAST
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-03-01, email, 20, 20]
