SELECT n.key,
  coalesce(n.orders_first_touch, 0) AS orders_first_touch,
  coalesce(n.revenue_first_touch, 0) AS revenue_first_touch,
  coalesce(n.orders_last_touch, 0) AS orders_last_touch,
  coalesce(n.revenue_last_touch, 0) AS revenue_last_touch,
  coalesce(n.orders_last_non_direct, 0) AS orders_last_non_direct,
  coalesce(n.revenue_last_non_direct, 0) AS revenue_last_non_direct,
  coalesce(n.orders_linear, 0) AS orders_linear,
  coalesce(n.revenue_linear, 0) AS revenue_linear,
  coalesce(n.orders_position_based, 0) AS orders_position_based,
  coalesce(n.revenue_position_based, 0) AS revenue_position_based,
  coalesce(n.orders_time_decay, 0) AS orders_time_decay,
  coalesce(n.revenue_time_decay, 0) AS revenue_time_decay,
  coalesce(b.orders_first_touch, 0) AS orders_first_touch_previous,
  coalesce(b.revenue_first_touch, 0) AS revenue_first_touch_previous,
  coalesce(b.orders_last_touch, 0) AS orders_last_touch_previous,
  coalesce(b.revenue_last_touch, 0) AS revenue_last_touch_previous,
  coalesce(b.orders_last_non_direct, 0) AS orders_last_non_direct_previous,
  coalesce(b.revenue_last_non_direct, 0) AS revenue_last_non_direct_previous,
  coalesce(b.orders_linear, 0) AS orders_linear_previous,
  coalesce(b.revenue_linear, 0) AS revenue_linear_previous,
  coalesce(b.orders_position_based, 0) AS orders_position_based_previous,
  coalesce(b.revenue_position_based, 0) AS revenue_position_based_previous,
  coalesce(b.orders_time_decay, 0) AS orders_time_decay_previous,
  coalesce(b.revenue_time_decay, 0) AS revenue_time_decay_previous
FROM (
WITH sold AS (
SELECT f.order_key, any_value(f.visitor_key) AS visitor_key, any_value(f.placed_at) AS placed_at, any_value(f."campaign") AS key,
  any_value(f.referrer_host) AS referrer_host, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
FROM sales f
WHERE NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot
GROUP BY f.order_key
),
-- The sessions that can have led to each order, in their order: [key] is what they are credited by. An order that none led to
-- is credited to what it says of itself.
users AS MATERIALIZED (
-- Visitors who signed in as one user and never as another are that user, also before they signed in and on each of their
-- devices. Where several people share a device, an event is the user's that it names, or the device's alone.
SELECT visitor_key, min(user_id) AS user_id
FROM visitor_users
GROUP BY visitor_key
HAVING min(user_id) = max(user_id)
),
named AS (
  SELECT order_id, min(user_id) AS user_id FROM events WHERE "type" = 'purchase' AND user_id IS NOT NULL GROUP BY order_id
),
owned AS (
  SELECT d.*, coalesce(u.user_id, n.user_id) AS user_id
  FROM sold d
  JOIN orders o ON o.order_key = d.order_key
  LEFT JOIN users u ON u.visitor_key = d.visitor_key
  LEFT JOIN named n ON n.order_id = o.order_id
),
devices AS (
  SELECT order_key, visitor_key FROM owned WHERE visitor_key IS NOT NULL
  UNION
  SELECT o.order_key, u.visitor_key FROM owned o JOIN users u ON u.user_id = o.user_id
),
visited AS (
  SELECT o.order_key, o.placed_at, s.session_start, s.session_key, s."campaign" AS key, s.referrer_host,
    coalesce(lower(s."channel") = 'direct', coalesce(s."source", s."medium", s."campaign", s.referrer_host) IS NULL) AS direct
  FROM owned o
  JOIN devices d ON d.order_key = o.order_key
  JOIN session_hours s ON s.visitor_key = d.visitor_key AND s.starts AND s.session_start <= o.placed_at
    AND epoch_ms(s.session_start) >= epoch_ms(o.placed_at) - CAST(? AS BIGINT)
),
no_origins AS (
  SELECT referrer_host
  FROM (SELECT DISTINCT referrer_host FROM visited UNION SELECT DISTINCT referrer_host FROM owned) h
  JOIN (VALUES (?), (?)) n(host) ON lower(h.referrer_host) = n.host OR ends_with(lower(h.referrer_host), '.' || n.host)
),
led AS (
  SELECT order_key, placed_at, session_start, session_key, key, direct
  FROM visited
  WHERE referrer_host IS NULL OR referrer_host NOT IN (SELECT referrer_host FROM no_origins)
),
touches AS (
  SELECT * FROM led
  UNION ALL
  SELECT order_key, placed_at, placed_at, 0::UBIGINT, CASE WHEN referrer_host IN (SELECT referrer_host FROM no_origins) THEN NULL ELSE key END, true
  FROM owned
  WHERE order_key NOT IN (SELECT order_key FROM led)
),
placed AS (
  SELECT *, row_number() OVER w AS i, count(*) OVER (PARTITION BY order_key) AS n,
    pow(2, -CAST(epoch_ms(placed_at) - epoch_ms(session_start) AS DOUBLE) / 604800000) AS freshness
  FROM touches
  WINDOW w AS (PARTITION BY order_key ORDER BY session_start, session_key)
),
-- What of an order has been credited with each touch: the sum of the shares up to it, 1 with the last, so that nothing is
-- lost in rounding.
shared AS (
  SELECT order_key, key, i, n,
    1.0 AS first_touch,
    CASE WHEN i = n THEN 1.0 ELSE 0.0 END AS last_touch,
    CASE WHEN i >= coalesce(max(CASE WHEN direct THEN NULL ELSE i END) OVER o, n) THEN 1.0 ELSE 0.0 END AS last_non_direct,
    CASE WHEN i = n THEN 1.0 ELSE CAST(i AS DOUBLE) / n END AS linear,
    CASE WHEN i = n THEN 1.0 WHEN n = 2 THEN 0.5 ELSE 0.4 + 0.2 * (i - 1) / (n - 2) END AS position_based,
    CASE WHEN i = n THEN 1.0 ELSE sum(freshness) OVER (PARTITION BY order_key ORDER BY i ROWS UNBOUNDED PRECEDING) / sum(freshness) OVER o END AS time_decay
  FROM placed
  WINDOW o AS (PARTITION BY order_key)
),
parts AS (
SELECT s.key,
  CAST(round(s.first_touch, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.first_touch) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_first_touch,
  CASE WHEN s.first_touch = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.first_touch, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.first_touch) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.first_touch) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_first_touch,
  CAST(round(s.last_touch, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.last_touch) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_last_touch,
  CASE WHEN s.last_touch = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.last_touch, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.last_touch) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.last_touch) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_last_touch,
  CAST(round(s.last_non_direct, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.last_non_direct) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_last_non_direct,
  CASE WHEN s.last_non_direct = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.last_non_direct, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.last_non_direct) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.last_non_direct) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_last_non_direct,
  CAST(round(s.linear, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.linear) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_linear,
  CASE WHEN s.linear = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.linear, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.linear) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.linear) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_linear,
  CAST(round(s.position_based, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.position_based) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_position_based,
  CASE WHEN s.position_based = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.position_based, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.position_based) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.position_based) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_position_based,
  CAST(round(s.time_decay, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.time_decay) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_time_decay,
  CASE WHEN s.time_decay = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.time_decay, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.time_decay) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.time_decay) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_time_decay
FROM shared s
JOIN sold d ON d.order_key = s.order_key
WINDOW w AS (PARTITION BY s.order_key ORDER BY s.i)
),
sums AS (
SELECT key,
  sum(orders_first_touch) AS orders_first_touch,
  sum(revenue_first_touch) AS revenue_first_touch,
  sum(orders_last_touch) AS orders_last_touch,
  sum(revenue_last_touch) AS revenue_last_touch,
  sum(orders_last_non_direct) AS orders_last_non_direct,
  sum(revenue_last_non_direct) AS revenue_last_non_direct,
  sum(orders_linear) AS orders_linear,
  sum(revenue_linear) AS revenue_linear,
  sum(orders_position_based) AS orders_position_based,
  sum(revenue_position_based) AS revenue_position_based,
  sum(orders_time_decay) AS orders_time_decay,
  sum(revenue_time_decay) AS revenue_time_decay
FROM parts
GROUP BY key
)
SELECT key,
  round(sum(orders_first_touch) OVER w, 4) - coalesce(round(sum(orders_first_touch) OVER b, 4), 0) AS orders_first_touch,
  round(sum(revenue_first_touch) OVER w, 2) - coalesce(round(sum(revenue_first_touch) OVER b, 2), 0) AS revenue_first_touch,
  round(sum(orders_last_touch) OVER w, 4) - coalesce(round(sum(orders_last_touch) OVER b, 4), 0) AS orders_last_touch,
  round(sum(revenue_last_touch) OVER w, 2) - coalesce(round(sum(revenue_last_touch) OVER b, 2), 0) AS revenue_last_touch,
  round(sum(orders_last_non_direct) OVER w, 4) - coalesce(round(sum(orders_last_non_direct) OVER b, 4), 0) AS orders_last_non_direct,
  round(sum(revenue_last_non_direct) OVER w, 2) - coalesce(round(sum(revenue_last_non_direct) OVER b, 2), 0) AS revenue_last_non_direct,
  round(sum(orders_linear) OVER w, 4) - coalesce(round(sum(orders_linear) OVER b, 4), 0) AS orders_linear,
  round(sum(revenue_linear) OVER w, 2) - coalesce(round(sum(revenue_linear) OVER b, 2), 0) AS revenue_linear,
  round(sum(orders_position_based) OVER w, 4) - coalesce(round(sum(orders_position_based) OVER b, 4), 0) AS orders_position_based,
  round(sum(revenue_position_based) OVER w, 2) - coalesce(round(sum(revenue_position_based) OVER b, 2), 0) AS revenue_position_based,
  round(sum(orders_time_decay) OVER w, 4) - coalesce(round(sum(orders_time_decay) OVER b, 4), 0) AS orders_time_decay,
  round(sum(revenue_time_decay) OVER w, 2) - coalesce(round(sum(revenue_time_decay) OVER b, 2), 0) AS revenue_time_decay
FROM sums
WINDOW w AS (ORDER BY key NULLS LAST ROWS UNBOUNDED PRECEDING),
  b AS (ORDER BY key NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) n
LEFT JOIN (
WITH sold AS (
SELECT f.order_key, any_value(f.visitor_key) AS visitor_key, any_value(f.placed_at) AS placed_at, any_value(f."campaign") AS key,
  any_value(f.referrer_host) AS referrer_host, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
FROM sales f
WHERE NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot
GROUP BY f.order_key
),
-- The sessions that can have led to each order, in their order: [key] is what they are credited by. An order that none led to
-- is credited to what it says of itself.
users AS MATERIALIZED (
-- Visitors who signed in as one user and never as another are that user, also before they signed in and on each of their
-- devices. Where several people share a device, an event is the user's that it names, or the device's alone.
SELECT visitor_key, min(user_id) AS user_id
FROM visitor_users
GROUP BY visitor_key
HAVING min(user_id) = max(user_id)
),
named AS (
  SELECT order_id, min(user_id) AS user_id FROM events WHERE "type" = 'purchase' AND user_id IS NOT NULL GROUP BY order_id
),
owned AS (
  SELECT d.*, coalesce(u.user_id, n.user_id) AS user_id
  FROM sold d
  JOIN orders o ON o.order_key = d.order_key
  LEFT JOIN users u ON u.visitor_key = d.visitor_key
  LEFT JOIN named n ON n.order_id = o.order_id
),
devices AS (
  SELECT order_key, visitor_key FROM owned WHERE visitor_key IS NOT NULL
  UNION
  SELECT o.order_key, u.visitor_key FROM owned o JOIN users u ON u.user_id = o.user_id
),
visited AS (
  SELECT o.order_key, o.placed_at, s.session_start, s.session_key, s."campaign" AS key, s.referrer_host,
    coalesce(lower(s."channel") = 'direct', coalesce(s."source", s."medium", s."campaign", s.referrer_host) IS NULL) AS direct
  FROM owned o
  JOIN devices d ON d.order_key = o.order_key
  JOIN session_hours s ON s.visitor_key = d.visitor_key AND s.starts AND s.session_start <= o.placed_at
    AND epoch_ms(s.session_start) >= epoch_ms(o.placed_at) - CAST(? AS BIGINT)
),
no_origins AS (
  SELECT referrer_host
  FROM (SELECT DISTINCT referrer_host FROM visited UNION SELECT DISTINCT referrer_host FROM owned) h
  JOIN (VALUES (?), (?)) n(host) ON lower(h.referrer_host) = n.host OR ends_with(lower(h.referrer_host), '.' || n.host)
),
led AS (
  SELECT order_key, placed_at, session_start, session_key, key, direct
  FROM visited
  WHERE referrer_host IS NULL OR referrer_host NOT IN (SELECT referrer_host FROM no_origins)
),
touches AS (
  SELECT * FROM led
  UNION ALL
  SELECT order_key, placed_at, placed_at, 0::UBIGINT, CASE WHEN referrer_host IN (SELECT referrer_host FROM no_origins) THEN NULL ELSE key END, true
  FROM owned
  WHERE order_key NOT IN (SELECT order_key FROM led)
),
placed AS (
  SELECT *, row_number() OVER w AS i, count(*) OVER (PARTITION BY order_key) AS n,
    pow(2, -CAST(epoch_ms(placed_at) - epoch_ms(session_start) AS DOUBLE) / 604800000) AS freshness
  FROM touches
  WINDOW w AS (PARTITION BY order_key ORDER BY session_start, session_key)
),
-- What of an order has been credited with each touch: the sum of the shares up to it, 1 with the last, so that nothing is
-- lost in rounding.
shared AS (
  SELECT order_key, key, i, n,
    1.0 AS first_touch,
    CASE WHEN i = n THEN 1.0 ELSE 0.0 END AS last_touch,
    CASE WHEN i >= coalesce(max(CASE WHEN direct THEN NULL ELSE i END) OVER o, n) THEN 1.0 ELSE 0.0 END AS last_non_direct,
    CASE WHEN i = n THEN 1.0 ELSE CAST(i AS DOUBLE) / n END AS linear,
    CASE WHEN i = n THEN 1.0 WHEN n = 2 THEN 0.5 ELSE 0.4 + 0.2 * (i - 1) / (n - 2) END AS position_based,
    CASE WHEN i = n THEN 1.0 ELSE sum(freshness) OVER (PARTITION BY order_key ORDER BY i ROWS UNBOUNDED PRECEDING) / sum(freshness) OVER o END AS time_decay
  FROM placed
  WINDOW o AS (PARTITION BY order_key)
),
parts AS (
SELECT s.key,
  CAST(round(s.first_touch, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.first_touch) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_first_touch,
  CASE WHEN s.first_touch = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.first_touch, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.first_touch) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.first_touch) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_first_touch,
  CAST(round(s.last_touch, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.last_touch) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_last_touch,
  CASE WHEN s.last_touch = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.last_touch, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.last_touch) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.last_touch) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_last_touch,
  CAST(round(s.last_non_direct, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.last_non_direct) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_last_non_direct,
  CASE WHEN s.last_non_direct = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.last_non_direct, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.last_non_direct) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.last_non_direct) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_last_non_direct,
  CAST(round(s.linear, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.linear) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_linear,
  CASE WHEN s.linear = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.linear, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.linear) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.linear) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_linear,
  CAST(round(s.position_based, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.position_based) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_position_based,
  CASE WHEN s.position_based = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.position_based, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.position_based) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.position_based) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_position_based,
  CAST(round(s.time_decay, 6) AS DECIMAL(18, 6)) - CAST(round(coalesce(lag(s.time_decay) OVER w, 0), 6) AS DECIMAL(18, 6)) AS orders_time_decay,
  CASE WHEN s.time_decay = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * s.time_decay, 4) AS DECIMAL(38, 4)) END - CASE WHEN coalesce(lag(s.time_decay) OVER w, 0) = 1 THEN CAST(d.revenue AS DECIMAL(38, 4)) ELSE CAST(round(CAST(d.revenue AS DOUBLE) * coalesce(lag(s.time_decay) OVER w, 0), 4) AS DECIMAL(38, 4)) END AS revenue_time_decay
FROM shared s
JOIN sold d ON d.order_key = s.order_key
WINDOW w AS (PARTITION BY s.order_key ORDER BY s.i)
),
sums AS (
SELECT key,
  sum(orders_first_touch) AS orders_first_touch,
  sum(revenue_first_touch) AS revenue_first_touch,
  sum(orders_last_touch) AS orders_last_touch,
  sum(revenue_last_touch) AS revenue_last_touch,
  sum(orders_last_non_direct) AS orders_last_non_direct,
  sum(revenue_last_non_direct) AS revenue_last_non_direct,
  sum(orders_linear) AS orders_linear,
  sum(revenue_linear) AS revenue_linear,
  sum(orders_position_based) AS orders_position_based,
  sum(revenue_position_based) AS revenue_position_based,
  sum(orders_time_decay) AS orders_time_decay,
  sum(revenue_time_decay) AS revenue_time_decay
FROM parts
GROUP BY key
)
SELECT key,
  round(sum(orders_first_touch) OVER w, 4) - coalesce(round(sum(orders_first_touch) OVER b, 4), 0) AS orders_first_touch,
  round(sum(revenue_first_touch) OVER w, 2) - coalesce(round(sum(revenue_first_touch) OVER b, 2), 0) AS revenue_first_touch,
  round(sum(orders_last_touch) OVER w, 4) - coalesce(round(sum(orders_last_touch) OVER b, 4), 0) AS orders_last_touch,
  round(sum(revenue_last_touch) OVER w, 2) - coalesce(round(sum(revenue_last_touch) OVER b, 2), 0) AS revenue_last_touch,
  round(sum(orders_last_non_direct) OVER w, 4) - coalesce(round(sum(orders_last_non_direct) OVER b, 4), 0) AS orders_last_non_direct,
  round(sum(revenue_last_non_direct) OVER w, 2) - coalesce(round(sum(revenue_last_non_direct) OVER b, 2), 0) AS revenue_last_non_direct,
  round(sum(orders_linear) OVER w, 4) - coalesce(round(sum(orders_linear) OVER b, 4), 0) AS orders_linear,
  round(sum(revenue_linear) OVER w, 2) - coalesce(round(sum(revenue_linear) OVER b, 2), 0) AS revenue_linear,
  round(sum(orders_position_based) OVER w, 4) - coalesce(round(sum(orders_position_based) OVER b, 4), 0) AS orders_position_based,
  round(sum(revenue_position_based) OVER w, 2) - coalesce(round(sum(revenue_position_based) OVER b, 2), 0) AS revenue_position_based,
  round(sum(orders_time_decay) OVER w, 4) - coalesce(round(sum(orders_time_decay) OVER b, 4), 0) AS orders_time_decay,
  round(sum(revenue_time_decay) OVER w, 2) - coalesce(round(sum(revenue_time_decay) OVER b, 2), 0) AS revenue_time_decay
FROM sums
WINDOW w AS (ORDER BY key NULLS LAST ROWS UNBOUNDED PRECEDING),
  b AS (ORDER BY key NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
) b ON b.key IS NOT DISTINCT FROM n.key
ORDER BY n.orders_last_non_direct DESC, n.key ASC NULLS LAST
-- bound: [2026-03-01, 2026-03-31, 604800000, paypal.com, shop.example, 2025-03-01, 2025-03-31, 604800000, paypal.com, shop.example]
