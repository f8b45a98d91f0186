-- name: rows
WITH users AS (
  SELECT day, count(*) AS unique_users FROM visitor_days WHERE NOT bot GROUP BY day
),
visits AS (
  SELECT day, sum(sessions) AS unique_sessions, sum(view_sessions) AS view_sessions, sum(cart_sessions) AS cart_sessions,
    sum(checkout_sessions) AS checkout_sessions, sum(purchase_sessions) AS purchase_sessions,
    sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM hour_totals
  WHERE NOT bot
  GROUP BY day
),
sold AS (
  SELECT day, count(*) AS transactions FROM sales WHERE NOT bot AND NOT cancelled GROUP BY day
),
bounds AS (
  SELECT min(day) AS first_day, max(day) AS last_day FROM (SELECT day FROM visits UNION ALL SELECT day FROM sold)
),
calendar AS (
  SELECT CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS day FROM bounds WHERE first_day IS NOT NULL
)
SELECT c.day AS "date", coalesce(u.unique_users, 0) AS unique_users,
  CAST(coalesce(v.unique_sessions, 0) AS BIGINT) AS unique_sessions,
  CAST(coalesce(v.view_sessions, 0) AS BIGINT) AS sessions_with_view,
  CAST(coalesce(v.cart_sessions, 0) AS BIGINT) AS sessions_with_cart,
  CAST(coalesce(v.checkout_sessions, 0) AS BIGINT) AS sessions_with_checkout,
  CAST(coalesce(v.purchase_sessions, 0) AS BIGINT) AS sessions_with_purchase,
  CAST(coalesce(v.views, 0) AS BIGINT) AS views, CAST(coalesce(v.add_to_carts, 0) AS BIGINT) AS add_to_carts,
  coalesce(s.transactions, 0) AS transactions,
  CAST(v.add_to_carts AS DOUBLE) / nullif(v.views, 0) AS view_to_cart_rate,
  CAST(coalesce(s.transactions, 0) AS DOUBLE) / nullif(v.views, 0) AS view_to_purchase_rate,
  CAST(coalesce(s.transactions, 0) AS DOUBLE) / nullif(v.add_to_carts, 0) AS cart_to_purchase_rate,
  CAST(v.purchase_sessions AS DOUBLE) / nullif(v.unique_sessions, 0) AS session_conversion_rate
FROM calendar c
LEFT JOIN users u ON u.day = c.day
LEFT JOIN visits v ON v.day = c.day
LEFT JOIN sold s ON s.day = c.day
WHERE c.day BETWEEN [from] AND [to]
ORDER BY c.day
[page]
-- name: count
SELECT CASE WHEN count(day) = 0 THEN 0
  ELSE greatest(0, date_diff('day', greatest(min(day), [from]), least(max(day), [to])) + 1) END
FROM (
  SELECT min(day) AS day FROM hour_totals WHERE NOT bot
  UNION ALL SELECT max(day) FROM hour_totals WHERE NOT bot
  UNION ALL SELECT min(day) FROM sales WHERE NOT bot AND NOT cancelled
  UNION ALL SELECT max(day) FROM sales WHERE NOT bot AND NOT cancelled
)
