WITH activity AS (
  SELECT visitor_key, sum(events) AS total_events
  FROM session_hours
  WHERE NOT bot
  GROUP BY visitor_key
),
users AS (
  SELECT d.day, count(*) AS unique_users,
    count(*) FILTER (WHERE a.total_events <= ?) AS users_new,
    count(*) FILTER (WHERE a.total_events > ? AND a.total_events <= ?) AS users_occasional,
    count(*) FILTER (WHERE a.total_events > ? AND a.total_events <= ?) AS users_regular,
    count(*) FILTER (WHERE a.total_events > ?) AS users_premium
  FROM visitor_days d
  JOIN activity a ON a.visitor_key = d.visitor_key
  WHERE NOT d.bot
  GROUP BY d.day
),
visits AS (
  SELECT day, sum(sessions) AS unique_sessions, sum(events) AS total_events, sum(product_views) AS views,
    sum(add_to_carts) AS add_to_carts
  FROM hour_totals
  WHERE NOT bot
  GROUP BY day
),
goods AS (
  SELECT day, count(*) AS unique_products FROM product_days WHERE NOT bot GROUP BY day
),
orders_of_days AS (
  SELECT day, order_key, count(*) AS lines, sum(gross) - sum(refunded) FILTER (WHERE gross IS NOT NULL) AS amount
  FROM sales
  WHERE NOT bot AND NOT cancelled
  GROUP BY day, order_key
),
sold AS (
  SELECT day, count(*) AS orders, sum(lines) AS transactions, sum(amount) AS revenue, min(amount) AS min_order,
    max(amount) AS max_order
  FROM orders_of_days
  GROUP BY day
),
bounds AS (
  SELECT min(day) AS first_day, max(day) AS last_day FROM (SELECT day FROM visits UNION ALL SELECT day FROM sold)
),
calendar AS (
  SELECT CAST(unnest(generate_series(first_day, last_day, INTERVAL 1 DAY)) AS DATE) AS day FROM bounds WHERE first_day IS NOT NULL
),
days AS (
  SELECT c.day, coalesce(u.unique_users, 0) AS unique_users, coalesce(v.unique_sessions, 0) AS unique_sessions,
    coalesce(g.unique_products, 0) AS unique_products, coalesce(v.total_events, 0) AS total_events,
    coalesce(v.views, 0) AS views, coalesce(v.add_to_carts, 0) AS add_to_carts, coalesce(s.transactions, 0) AS transactions,
    coalesce(s.revenue, 0) AS revenue, coalesce(s.orders, 0) AS orders, s.min_order, s.max_order,
    coalesce(u.users_new, 0) AS users_new, coalesce(u.users_occasional, 0) AS users_occasional,
    coalesce(u.users_regular, 0) AS users_regular, coalesce(u.users_premium, 0) AS users_premium
  FROM calendar c
  LEFT JOIN users u ON u.day = c.day
  LEFT JOIN visits v ON v.day = c.day
  LEFT JOIN goods g ON g.day = c.day
  LEFT JOIN sold s ON s.day = c.day
),
weeks AS (
  SELECT *, count(*) OVER week AS week_days, sum(revenue) OVER week AS week_revenue, sum(unique_users) OVER week AS week_users,
    sum(views) OVER week AS week_views, sum(transactions) OVER week AS week_transactions
  FROM days
  WINDOW week AS (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)
)
SELECT day AS "date", dayname(day) AS day_of_week, week(day) AS week_number, month(day) AS "month",
  isodow(day) >= 6 AS is_weekend,
  unique_users, CAST(unique_sessions AS BIGINT) AS unique_sessions, unique_products,
  CAST(total_events AS BIGINT) AS total_events, CAST(views AS BIGINT) AS views,
  CAST(add_to_carts AS BIGINT) AS add_to_carts, CAST(transactions AS BIGINT) AS transactions,
  CAST(add_to_carts AS DOUBLE) / nullif(views, 0) AS view_to_cart_rate,
  CAST(transactions AS DOUBLE) / nullif(views, 0) AS view_to_purchase_rate,
  CAST(transactions AS DOUBLE) / nullif(add_to_carts, 0) AS cart_to_purchase_rate,
  CAST(revenue AS DECIMAL(18, 2)) AS daily_revenue,
  CAST(CAST(revenue AS DOUBLE) / nullif(orders, 0) AS DECIMAL(18, 2)) AS avg_order_value,
  CAST(min_order AS DECIMAL(18, 2)) AS min_order, CAST(max_order AS DECIMAL(18, 2)) AS max_order,
  CAST(total_events AS DOUBLE) / nullif(unique_users, 0) AS events_per_user,
  CAST(unique_sessions AS DOUBLE) / nullif(unique_users, 0) AS sessions_per_user,
  CAST(CAST(revenue AS DOUBLE) / nullif(unique_users, 0) AS DECIMAL(18, 2)) AS revenue_per_user,
  CAST(CAST(week_revenue AS DOUBLE) / week_days AS DECIMAL(18, 2)) AS ma7_revenue,
  CAST(week_users AS DOUBLE) / week_days AS ma7_users,
  CAST(week_transactions AS DOUBLE) / nullif(week_views, 0) AS ma7_conversion,
  users_new, users_occasional, users_regular, users_premium
FROM weeks
WHERE day BETWEEN ? AND ?
ORDER BY day
LIMIT ? OFFSET ?
-- bound: [5, 5, 20, 20, 100, 100, 2026-03-01, 2026-03-31, 50, 100]
