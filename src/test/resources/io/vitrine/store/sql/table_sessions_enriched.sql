WITH chosen AS (
  SELECT session_key, visitor_key, day, session_start, session_end,
    CAST(day AS TIMESTAMP) + to_hours(hour_of_day) + (session_start - hour) AS local_start
  FROM session_hours
  WHERE starts AND NOT bot AND day BETWEEN ? AND ?
  ORDER BY session_start, session_key
  LIMIT ? OFFSET ?
),
ended AS (
  SELECT s.session_key, CAST(s.day AS TIMESTAMP) + to_hours(s.hour_of_day) + (s.last_at - s.hour) AS local_end
  FROM session_hours s
  JOIN chosen c ON c.session_key = s.session_key AND c.session_end = s.last_at
),
happened AS (
  SELECT session_key, CAST(sum(events) AS INTEGER) AS events
  FROM session_hours
  WHERE NOT bot AND session_key IN (SELECT session_key FROM chosen)
  GROUP BY session_key
),
goods AS (
  SELECT session_key, count(DISTINCT product_id) AS unique_items
  FROM product_sessions
  WHERE NOT bot AND session_key IN (SELECT session_key FROM chosen)
  GROUP BY session_key
),
activity AS (
  SELECT visitor_key, CAST(sum(events) AS BIGINT) AS total_events
  FROM session_hours
  WHERE NOT bot AND visitor_key IN (SELECT visitor_key FROM chosen)
  GROUP BY visitor_key
),
known AS (
  SELECT visitor_key, min(visitor_id) AS visitor_id
  FROM events
  WHERE visitor_key IS NOT NULL AND visitor_key IN (SELECT visitor_key FROM chosen)
  GROUP BY visitor_key
)
SELECT k.visitor_id AS user_id, CAST(c.session_key AS VARCHAR) AS session_id, c.day AS session_date,
  c.local_start AS session_start, e.local_end AS session_end, h.events AS events_count,
  coalesce(g.unique_items, 0) AS unique_items,
  CAST(epoch_ms(c.session_end) - epoch_ms(c.session_start) AS DOUBLE) / 1000 AS duration,
  CASE WHEN a.total_events <= ? THEN 'New' WHEN a.total_events <= ? THEN 'Occasional'
    WHEN a.total_events <= ? THEN 'Regular' ELSE 'Premium' END AS segment,
  a.total_events
FROM chosen c
JOIN ended e ON e.session_key = c.session_key
JOIN happened h ON h.session_key = c.session_key
LEFT JOIN goods g ON g.session_key = c.session_key
JOIN activity a ON a.visitor_key = c.visitor_key
JOIN known k ON k.visitor_key = c.visitor_key
ORDER BY c.session_start, c.session_key
-- bound: [2026-03-01, 2026-03-31, 50, 100, 5, 20, 100]
