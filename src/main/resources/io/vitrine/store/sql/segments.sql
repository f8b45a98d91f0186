-- name: activity
WITH active AS (
  SELECT f.visitor_key, sum(f.events) AS events, count(*) FILTER (WHERE f.starts) AS sessions
  FROM [visits]
  WHERE [visits_where]
  GROUP BY f.visitor_key
),
bought AS (
  SELECT f.visitor_key, count(DISTINCT f.order_key) AS orders, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
  FROM [sales]
  WHERE [sales_where] AND NOT f.cancelled AND f.visitor_key IS NOT NULL
  GROUP BY f.visitor_key
),
people AS (
  SELECT coalesce(a.visitor_key, b.visitor_key) AS visitor_key, a.events, a.sessions, b.orders, b.revenue
  FROM active a
  FULL JOIN bought b ON b.visitor_key = a.visitor_key
),
counted AS (
  SELECT g.segment, count(*) AS visitors, sum(p.sessions) AS sessions, sum(p.events) AS events, count(p.orders) AS buyers,
    sum(p.orders) AS orders, coalesce(sum(p.revenue), 0) AS revenue
  FROM people p
  LEFT JOIN visitor_segments g ON g.visitor_key = p.visitor_key
  GROUP BY g.segment
)
SELECT n.segment, coalesce(c.visitors, 0) AS visitors, CAST(c.visitors AS DOUBLE) / nullif(sum(c.visitors) OVER (), 0) AS visitor_share,
  CAST(coalesce(c.events, 0) AS BIGINT) AS events, CAST(c.events AS DOUBLE) / nullif(sum(c.events) OVER (), 0) AS event_share,
  coalesce(c.buyers, 0) AS buyers, CAST(coalesce(c.orders, 0) AS BIGINT) AS orders, coalesce(c.revenue, 0) AS revenue,
  CAST(c.revenue AS DOUBLE) / nullif(sum(c.revenue) OVER (), 0) AS revenue_share,
  CAST(c.revenue AS DOUBLE) * sum(c.visitors) OVER () / nullif(sum(c.revenue) OVER () * c.visitors, 0) AS value_index,
  CAST(c.revenue AS DOUBLE) / c.visitors AS revenue_per_visitor, CAST(c.buyers AS DOUBLE) / c.visitors AS conversion,
  n.least_events, n.most_events
FROM (
  SELECT unnest([1, 2, 3, 4]) AS place, unnest(['New', 'Occasional', 'Regular', 'Premium']) AS segment,
    unnest([1, newcomer + 1, occasional + 1, regular + 1]) AS least_events, unnest([newcomer, occasional, regular, NULL]) AS most_events
  FROM segment_bounds
) n
LEFT JOIN counted c ON c.segment = n.segment
ORDER BY n.place
-- name: activity_movement
WITH activity AS (
  SELECT f.visitor_key, sum(f.events) FILTER (WHERE f.day <= [before]) AS events_before, sum(f.events) AS events_now
  FROM session_hours f
  WHERE NOT f.bot AND f.day <= [now][chosen]
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
SELECT [names][place_before] AS segment_before, [names][place_now] AS segment_now, visitors,
  CAST(visitors AS DOUBLE) / sum(visitors) OVER (PARTITION BY place_before) AS share
FROM moves
ORDER BY place_before, place_now
-- name: scored
-- Buyers as they stood at the end of a day. Equal values have equal scores: that of the first of them in rank.
bought_[time] AS (
  SELECT f.visitor_key, max(f.day) AS last_day, count(DISTINCT f.order_key) AS orders, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
  FROM sales f
  WHERE NOT f.cancelled AND f.visitor_key IS NOT NULL AND f.day <= [end][bots][chosen]
  GROUP BY f.visitor_key
),
scores_[time] AS (
  SELECT *, least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY last_day)) AS INTEGER)) AS r,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY orders)) AS INTEGER)) AS f,
    least(5, 1 + CAST(floor(5 * percent_rank() OVER (ORDER BY revenue)) AS INTEGER)) AS m
  FROM bought_[time]
),
placed_[time] AS (
  SELECT *, CASE
      WHEN r >= 4 AND f >= 4 AND m >= 4 THEN 1
      WHEN r >= 3 AND f >= 4 THEN 2
      WHEN r >= 3 AND m = 5 THEN 3
      WHEN r >= 4 THEN 4
      WHEN r = 3 THEN 5
      WHEN f >= 4 OR m >= 4 THEN 6
      ELSE 7
    END AS place
  FROM scores_[time]
)
-- name: rfm
counted AS (
  SELECT place, count(*) AS visitors, sum(orders) AS orders, sum(revenue) AS revenue,
    avg(CAST([end] AS DATE) - last_day) AS days_since_order
  FROM placed_now
  GROUP BY place
)
SELECT n.segment, coalesce(c.visitors, 0) AS visitors, CAST(c.visitors AS DOUBLE) / nullif(sum(c.visitors) OVER (), 0) AS visitor_share,
  CAST(coalesce(c.orders, 0) AS BIGINT) AS orders, coalesce(c.revenue, 0) AS revenue,
  CAST(c.revenue AS DOUBLE) / nullif(sum(c.revenue) OVER (), 0) AS revenue_share,
  CAST(c.revenue AS DOUBLE) * sum(c.visitors) OVER () / nullif(sum(c.revenue) OVER () * c.visitors, 0) AS value_index,
  CAST(c.revenue AS DOUBLE) / c.visitors AS revenue_per_visitor, CAST(c.orders AS DOUBLE) / c.visitors AS orders_per_visitor,
  c.days_since_order[previous]
FROM (VALUES (1, 'champions'), (2, 'loyal'), (3, 'big_spenders'), (4, 'recent'), (5, 'fading'), (6, 'at_risk'), (7, 'lost')) n(place, segment)
LEFT JOIN counted c ON c.place = n.place[joined]
ORDER BY n.place
-- name: rfm_joined

LEFT JOIN (SELECT place, count(*) AS visitors, sum(revenue) AS revenue FROM placed_before GROUP BY place) b ON b.place = n.place
-- name: rfm_movement
moves AS (
  SELECT coalesce(b.place, 0) AS place_before, n.place AS place_now, count(*) AS visitors
  FROM placed_now n
  LEFT JOIN placed_before b ON b.visitor_key = n.visitor_key
  GROUP BY place_before, place_now
)
SELECT [names][place_before] AS segment_before, [names][place_now] AS segment_now, visitors,
  CAST(visitors AS DOUBLE) / sum(visitors) OVER (PARTITION BY place_before) AS share
FROM moves
ORDER BY place_before, place_now
