-- name: rows
WITH users AS (
  SELECT hour_of_day, count(DISTINCT visitor_key) AS unique_users
  FROM session_hours
  WHERE NOT bot AND day BETWEEN [from] AND [to]
  GROUP BY hour_of_day
),
visits AS (
  SELECT hour_of_day, sum(sessions) AS unique_sessions, sum(events) AS total_events, sum(product_views) AS views,
    sum(add_to_carts) AS add_to_carts
  FROM hour_totals
  WHERE NOT bot AND day BETWEEN [from] AND [to]
  GROUP BY hour_of_day
),
sold AS (
  SELECT hour_of_day, count(*) AS transactions, coalesce(sum(gross), 0) - sum(refunded) AS revenue
  FROM sales
  WHERE NOT bot AND NOT cancelled AND day BETWEEN [from] AND [to]
  GROUP BY hour_of_day
)
SELECT h.hour_of_day AS "hour", coalesce(u.unique_users, 0) AS unique_users,
  CAST(coalesce(v.unique_sessions, 0) AS BIGINT) AS unique_sessions,
  CAST(coalesce(v.total_events, 0) AS BIGINT) AS total_events, CAST(coalesce(v.views, 0) AS BIGINT) AS views,
  CAST(coalesce(v.add_to_carts, 0) AS BIGINT) AS add_to_carts, coalesce(s.transactions, 0) AS transactions,
  CAST(coalesce(s.revenue, 0) AS [money]) AS total_revenue,
  CAST(v.add_to_carts AS DOUBLE) / nullif(v.views, 0) AS view_to_cart_rate,
  CAST(coalesce(s.transactions, 0) AS DOUBLE) / nullif(v.views, 0) AS view_to_purchase_rate,
  CAST(coalesce(s.transactions, 0) AS DOUBLE) / nullif(v.add_to_carts, 0) AS cart_to_purchase_rate
FROM (SELECT unnest(range(24)) AS hour_of_day) h
LEFT JOIN users u ON u.hour_of_day = h.hour_of_day
LEFT JOIN visits v ON v.hour_of_day = h.hour_of_day
LEFT JOIN sold s ON s.hour_of_day = h.hour_of_day
ORDER BY h.hour_of_day
[page]
-- name: count
SELECT 24
