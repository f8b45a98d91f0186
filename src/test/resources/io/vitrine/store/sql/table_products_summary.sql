WITH by_visitor AS (
  SELECT product_id, visitor_key, count(DISTINCT session_key) AS sessions, sum(events) AS events,
    sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM product_sessions
  WHERE NOT bot AND day BETWEEN ? AND ?
  GROUP BY product_id, visitor_key
),
seen AS (
  SELECT product_id, count(*) AS users, sum(sessions) AS sessions, sum(events) AS events, sum(views) AS views,
    sum(add_to_carts) AS add_to_carts
  FROM by_visitor
  GROUP BY product_id
),
sold AS (
  SELECT product_id, count(*) AS lines, count(DISTINCT order_key) AS orders,
    coalesce(sum(gross), 0) - sum(refunded) AS revenue,
    CAST(sum(gross) AS DOUBLE) / nullif(sum(quantity) FILTER (WHERE gross IS NOT NULL), 0) AS avg_price,
    min(CAST(gross AS DOUBLE) / nullif(quantity, 0)) AS min_price, max(CAST(gross AS DOUBLE) / nullif(quantity, 0)) AS max_price
  FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL AND day BETWEEN ? AND ?
  GROUP BY product_id
),
figures AS (
  SELECT coalesce(v.product_id, s.product_id) AS product_id, coalesce(v.users, 0) AS users, coalesce(v.sessions, 0) AS sessions,
    coalesce(v.events, 0) AS events, coalesce(v.views, 0) AS views, coalesce(v.add_to_carts, 0) AS add_to_carts,
    coalesce(s.lines, 0) AS lines, coalesce(s.orders, 0) AS orders, coalesce(s.revenue, 0) AS revenue,
    s.avg_price, s.min_price, s.max_price
  FROM seen v
  FULL JOIN sold s ON s.product_id = v.product_id
)
SELECT row_number() OVER (ORDER BY f.revenue DESC, f.product_id) AS "rank", f.product_id, p.category_id AS category,
  users AS unique_users, CAST(sessions AS BIGINT) AS unique_sessions, CAST(events AS BIGINT) AS total_events,
  CAST(views AS BIGINT) AS views, CAST(add_to_carts AS BIGINT) AS add_to_carts, lines AS purchases,
  CAST(add_to_carts AS DOUBLE) / nullif(views, 0) AS view_to_cart_rate,
  CAST(lines AS DOUBLE) / nullif(views, 0) AS view_to_purchase_rate,
  CAST(lines AS DOUBLE) / nullif(add_to_carts, 0) AS cart_to_purchase_rate,
  CAST(revenue AS DECIMAL(18, 2)) AS total_revenue, CAST(avg_price AS DECIMAL(18, 2)) AS avg_price,
  CAST(min_price AS DECIMAL(18, 2)) AS min_price, CAST(max_price AS DECIMAL(18, 2)) AS max_price, orders AS num_purchases,
  CAST(events AS DOUBLE) / nullif(users, 0) AS events_per_user,
  CAST(sessions AS DOUBLE) / nullif(users, 0) AS sessions_per_user,
  CAST(CAST(revenue AS DOUBLE) / nullif(users, 0) AS DECIMAL(18, 2)) AS revenue_per_user,
  CAST(CAST(revenue AS DOUBLE) / nullif(views, 0) AS DECIMAL(18, 2)) AS revenue_per_view
FROM figures f
LEFT JOIN products p ON p.product_id = f.product_id
ORDER BY "rank"
LIMIT ? OFFSET ?
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 50, 100]
