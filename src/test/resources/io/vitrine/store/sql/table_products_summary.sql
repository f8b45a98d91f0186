WITH by_session AS (
  -- By a hash of the product, which costs half of what its text would.
  SELECT DISTINCT hash(product_id) AS product_key, visitor_key, session_key
  FROM product_sessions
  WHERE NOT bot AND day BETWEEN ? AND ?
),
by_visitor AS (
  SELECT product_key, visitor_key, count(*) AS sessions FROM by_session GROUP BY product_key, visitor_key
),
visited AS (
  SELECT product_key, count(*) AS users, sum(sessions) AS sessions FROM by_visitor GROUP BY product_key
),
counted AS (
  SELECT hash(product_id) AS product_key, sum(events) AS events, sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM product_days
  WHERE NOT bot AND day BETWEEN ? AND ?
  GROUP BY product_key
),
seen AS (
  SELECT * FROM visited JOIN counted USING (product_key)
),
sold AS (
  SELECT hash(product_id) AS product_key, count(*) AS lines, count(DISTINCT order_key) AS orders,
    coalesce(sum(gross), 0) - sum(refunded) AS revenue,
    CAST(sum(gross) AS DOUBLE) / nullif(sum(quantity) FILTER (WHERE gross IS NOT NULL), 0) AS avg_price,
    min(CAST(gross AS DOUBLE) / nullif(quantity, 0)) AS min_price, max(CAST(gross AS DOUBLE) / nullif(quantity, 0)) AS max_price
  FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL AND day BETWEEN ? AND ?
  GROUP BY product_key
),
figures AS (
  SELECT coalesce(v.product_key, s.product_key) AS product_key, coalesce(v.users, 0) AS users, coalesce(v.sessions, 0) AS sessions,
    coalesce(v.events, 0) AS events, coalesce(v.views, 0) AS views, coalesce(v.add_to_carts, 0) AS add_to_carts,
    coalesce(s.lines, 0) AS lines, coalesce(s.orders, 0) AS orders, coalesce(s.revenue, 0) AS revenue,
    s.avg_price, s.min_price, s.max_price
  FROM seen v
  FULL JOIN sold s ON s.product_key = v.product_key
),
ranked AS (
  SELECT f.*, p.product_id, p.category_id, row_number() OVER (ORDER BY f.revenue DESC, p.product_id) AS place
  FROM figures f
  JOIN products p ON hash(p.product_id) = f.product_key
  ORDER BY place
  LIMIT ? OFFSET ?
)
SELECT place AS "rank", product_id, category_id AS category,
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
FROM ranked
ORDER BY place
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 50, 100]
