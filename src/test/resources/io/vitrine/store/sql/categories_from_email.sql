SELECT n.key0 AS "category",
  n.key1 AS "device",
  coalesce(n.views, 0) AS "views",
  coalesce(n.orders, 0) AS "orders",
  count(*) OVER () AS rows_before_limit
FROM (
SELECT key0,
  key1,
  sum(views) AS views,
  sum(orders) AS orders
FROM (
SELECT p.category_id AS key0,
  s."device" AS key1,
  CAST(sum(f.product_views) AS BIGINT) AS views,
  CAST(NULL AS BIGINT) AS orders
FROM product_sessions f
JOIN session_hours s ON s.session_key = f.session_key AND s.starts
LEFT JOIN products p ON p.product_id = f.product_id
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND s."channel" IN (?, ?)
  AND (f.hour_of_day > ?)
GROUP BY key0, key1
UNION ALL
SELECT p.category_id AS key0,
  f."device" AS key1,
  CAST(NULL AS BIGINT) AS views,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders
FROM sales f
LEFT JOIN products p ON p.product_id = f.product_id
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND f."channel" IN (?, ?)
  AND (f.hour_of_day > ?)
GROUP BY key0, key1)
GROUP BY key0, key1
) n
ORDER BY "views" DESC NULLS LAST, "category" ASC NULLS LAST, "device" ASC NULLS LAST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 50]
