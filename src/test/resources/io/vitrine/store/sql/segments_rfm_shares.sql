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
counted AS (
  SELECT place, count(*) AS visitors, sum(orders) AS orders, sum(revenue) AS revenue,
    avg(CAST(? AS DATE) - last_day) AS days_since_order
  FROM placed_now
  GROUP BY place
)
SELECT n.segment, coalesce(c.visitors, 0) AS visitors, CAST(c.visitors AS DOUBLE) / nullif(sum(c.visitors) OVER (), 0) AS visitor_share,
  CAST(coalesce(c.orders, 0) AS BIGINT) AS orders, coalesce(c.revenue, 0) AS revenue,
  CAST(c.revenue AS DOUBLE) / nullif(sum(c.revenue) OVER (), 0) AS revenue_share,
  CAST(c.revenue AS DOUBLE) * sum(c.visitors) OVER () / nullif(sum(c.revenue) OVER () * c.visitors, 0) AS value_index,
  CAST(c.revenue AS DOUBLE) / c.visitors AS revenue_per_visitor, CAST(c.orders AS DOUBLE) / c.visitors AS orders_per_visitor,
  c.days_since_order
FROM (VALUES (1, 'champions'), (2, 'loyal'), (3, 'big_spenders'), (4, 'recent'), (5, 'fading'), (6, 'at_risk'), (7, 'lost')) n(place, segment)
LEFT JOIN counted c ON c.place = n.place
ORDER BY n.place
-- bound: [2026-03-31, 1970-01-01, 2026-03-31, email, x' OR 1=1, 8, 2026-03-31]
