WITH activity AS (
  SELECT f.visitor_key, sum(f.events) FILTER (WHERE f.day <= ?) AS events_before, sum(f.events) AS events_now
  FROM session_hours f
  WHERE NOT f.bot AND f.day <= ? AND f.visitor_key IN (SELECT f.visitor_key FROM session_hours f WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND f.visitor_key IS NOT NULL)
  GROUP BY f.visitor_key
),
places AS (
  SELECT CASE WHEN events_before IS NULL THEN 0 WHEN events_before <= newcomer THEN 1 WHEN events_before <= occasional THEN 2
      WHEN events_before <= regular THEN 3 ELSE 4 END AS place_before,
    CASE WHEN events_now <= newcomer THEN 1 WHEN events_now <= occasional THEN 2 WHEN events_now <= regular THEN 3 ELSE 4 END AS place_now
  FROM activity CROSS JOIN segment_bounds
),
moves AS (
  SELECT place_before, place_now, count(*) AS visitors FROM places GROUP BY place_before, place_now
)
SELECT (['not_seen', 'New', 'Occasional', 'Regular', 'Premium'])[place_before + 1] AS segment_before, (['not_seen', 'New', 'Occasional', 'Regular', 'Premium'])[place_now + 1] AS segment_now, visitors,
  CAST(visitors AS DOUBLE) / sum(visitors) OVER (PARTITION BY place_before) AS share
FROM moves
ORDER BY place_before, place_now
-- bound: [2026-02-28, 2026-03-31, 1970-01-01, 2026-03-31, email, x' OR 1=1, 8]
