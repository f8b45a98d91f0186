WITH activity AS (
  SELECT visitor_key, sum(events) AS total_events,
    sum(events) FILTER (WHERE chosen) AS events,
    count(*) FILTER (WHERE chosen AND starts) AS sessions,
    sum(product_views) FILTER (WHERE chosen) AS views,
    sum(add_to_carts) FILTER (WHERE chosen) AS add_to_carts
  FROM (SELECT *, day BETWEEN ? AND ? AS chosen FROM session_hours WHERE NOT bot)
  GROUP BY visitor_key
),
segmented AS (
  SELECT *, CASE WHEN total_events <= ? THEN 1 WHEN total_events <= ? THEN 2
    WHEN total_events <= ? THEN 3 ELSE 4 END AS place
  FROM activity
),
visits AS (
  SELECT place, count(events) AS users, sum(events) AS events, sum(sessions) AS sessions, sum(views) AS views,
    sum(add_to_carts) AS add_to_carts
  FROM segmented
  GROUP BY place
),
sold AS (
  SELECT g.place, count(*) AS lines, count(DISTINCT s.order_key) AS orders, coalesce(sum(s.gross), 0) - sum(s.refunded) AS revenue
  FROM sales s
  JOIN segmented g ON g.visitor_key = s.visitor_key
  WHERE NOT s.bot AND NOT s.cancelled AND s.day BETWEEN ? AND ?
  GROUP BY g.place
),
figures AS (
  SELECT n.place, n.segment, coalesce(v.users, 0) AS users, coalesce(v.sessions, 0) AS sessions, coalesce(v.events, 0) AS events,
    coalesce(v.views, 0) AS views, coalesce(v.add_to_carts, 0) AS add_to_carts, coalesce(s.lines, 0) AS lines,
    coalesce(s.orders, 0) AS orders, coalesce(s.revenue, 0) AS revenue
  FROM (VALUES (1, 'New'), (2, 'Occasional'), (3, 'Regular'), (4, 'Premium')) n(place, segment)
  LEFT JOIN visits v ON v.place = n.place
  LEFT JOIN sold s ON s.place = n.place
)
SELECT segment, users AS unique_users, CAST(users AS DOUBLE) / nullif(sum(users) OVER (), 0) AS user_share,
  CAST(sessions AS BIGINT) AS unique_sessions, CAST(events AS BIGINT) AS total_events,
  CAST(events AS DOUBLE) / nullif(sum(events) OVER (), 0) AS event_share,
  CAST(views AS BIGINT) AS views, CAST(add_to_carts AS BIGINT) AS add_to_carts, lines AS transactions, orders,
  CAST(revenue AS DECIMAL(18, 2)) AS total_revenue,
  CAST(revenue AS DOUBLE) / nullif(sum(revenue) OVER (), 0) AS revenue_share,
  CAST(add_to_carts AS DOUBLE) / nullif(views, 0) AS view_to_cart_rate,
  CAST(lines AS DOUBLE) / nullif(views, 0) AS view_to_purchase_rate,
  CAST(lines AS DOUBLE) / nullif(add_to_carts, 0) AS cart_to_purchase_rate,
  CAST(CAST(revenue AS DOUBLE) / nullif(orders, 0) AS DECIMAL(18, 2)) AS avg_order_value,
  CAST(events AS DOUBLE) / nullif(users, 0) AS events_per_user,
  CAST(CAST(revenue AS DOUBLE) / nullif(users, 0) AS DECIMAL(18, 2)) AS revenue_per_user
FROM figures
ORDER BY place
LIMIT ? OFFSET ?
-- bound: [2026-03-01, 2026-03-31, 5, 20, 100, 2026-03-01, 2026-03-31, 50, 100]
