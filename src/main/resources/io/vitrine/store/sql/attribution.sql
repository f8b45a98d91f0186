-- name: touches
-- The sessions that can have led to each order, in their order: [key] is what they are credited by. An order that none led to
-- is credited to what it says of itself.
users AS MATERIALIZED (
[users]
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
  SELECT o.order_key, o.placed_at, s.session_start, s.session_key, s.[key] AS key, s.referrer_host,
    coalesce(lower(s."channel") = 'direct', coalesce(s."source", s."medium", s."campaign", s.referrer_host) IS NULL) AS direct
  FROM owned o
  JOIN devices d ON d.order_key = o.order_key
  JOIN session_hours s ON s.visitor_key = d.visitor_key AND s.starts AND s.session_start <= o.placed_at
    AND [millis s.session_start] >= [millis o.placed_at] - [window]
),
no_origins AS (
  SELECT referrer_host
  FROM (SELECT DISTINCT referrer_host FROM visited UNION SELECT DISTINCT referrer_host FROM owned) h
  JOIN (VALUES [hosts]) n(host) ON lower(h.referrer_host) = n.host OR ends_with(lower(h.referrer_host), '.' || n.host)
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
    pow(2, -CAST([millis placed_at] - [millis session_start] AS DOUBLE) / 604800000) AS freshness
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
)
-- name: sold
SELECT f.order_key, any_value(f.visitor_key) AS visitor_key, any_value(f.placed_at) AS placed_at, any_value(f.[key]) AS key,
  any_value(f.referrer_host) AS referrer_host, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
FROM [relation]
WHERE NOT f.cancelled AND [conditions]
GROUP BY f.order_key
