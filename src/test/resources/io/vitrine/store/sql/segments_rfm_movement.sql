WITH -- Buyers as they stood at the end of a day. Equal values have equal scores: that of the first of them in rank.
bought_now AS (
  SELECT f.visitor_key, max(f.day) AS last_day, count(DISTINCT f.order_key) AS orders, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
  FROM sales f
  WHERE NOT f.cancelled AND f.visitor_key IS NOT NULL AND f.day <= ? AND NOT f.bot AND f.visitor_key IN (SELECT f.visitor_key FROM sales f WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND f.visitor_key IS NOT NULL)
  GROUP BY f.visitor_key
),
scores_now AS (
  SELECT *, least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY last_day)) AS INTEGER)) AS r,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY orders)) AS INTEGER)) AS f,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY revenue)) AS INTEGER)) AS m
  FROM bought_now
),
placed_now AS (
  SELECT *, CASE
      WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 1
      WHEN r >= 3 AND f >= 4 THEN 2
      WHEN r >= 3 AND m = 5 THEN 3
      WHEN r >= 4 THEN 4
      WHEN r = 3 THEN 5
      WHEN f >= 4 OR m >= 4 THEN 6
      ELSE 7
    END AS place
  FROM scores_now
),
-- Buyers as they stood at the end of a day. Equal values have equal scores: that of the first of them in rank.
bought_before AS (
  SELECT f.visitor_key, max(f.day) AS last_day, count(DISTINCT f.order_key) AS orders, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
  FROM sales f
  WHERE NOT f.cancelled AND f.visitor_key IS NOT NULL AND f.day <= ? AND NOT f.bot AND f.visitor_key IN (SELECT f.visitor_key FROM sales f WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND f.visitor_key IS NOT NULL)
  GROUP BY f.visitor_key
),
scores_before AS (
  SELECT *, least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY last_day)) AS INTEGER)) AS r,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY orders)) AS INTEGER)) AS f,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY revenue)) AS INTEGER)) AS m
  FROM bought_before
),
placed_before AS (
  SELECT *, CASE
      WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 1
      WHEN r >= 3 AND f >= 4 THEN 2
      WHEN r >= 3 AND m = 5 THEN 3
      WHEN r >= 4 THEN 4
      WHEN r = 3 THEN 5
      WHEN f >= 4 OR m >= 4 THEN 6
      ELSE 7
    END AS place
  FROM scores_before
),
moves AS (
  SELECT coalesce(b.place, 0) AS place_before, n.place AS place_now, count(*) AS visitors
  FROM placed_now n
  LEFT JOIN placed_before b ON b.visitor_key = n.visitor_key
  GROUP BY place_before, place_now
)
SELECT (['no_order', 'champions', 'loyal', 'big_spenders', 'recent', 'fading', 'at_risk', 'lost'])[place_before + 1] AS segment_before, (['no_order', 'champions', 'loyal', 'big_spenders', 'recent', 'fading', 'at_risk', 'lost'])[place_now + 1] AS segment_now, visitors,
  CAST(visitors AS DOUBLE) / sum(visitors) OVER (PARTITION BY place_before) AS share
FROM moves
ORDER BY place_before, place_now
-- bound: [2026-03-31, 1970-01-01, 2026-03-31, email, x' OR 1=1, 8, 2026-02-28, 1970-01-01, 2026-03-31, email, x' OR 1=1, 8]
