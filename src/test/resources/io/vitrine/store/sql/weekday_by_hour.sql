SELECT n.key0 AS "weekday",
  n.key1 AS "hour",
  coalesce(n.orders, 0) AS "orders",
  count(*) OVER () AS rows_before_limit
FROM (
SELECT isodow(f.day) AS key0,
  f.hour_of_day AS key1,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0, key1
) n
ORDER BY "orders" DESC NULLS LAST, "weekday" ASC NULLS LAST, "hour" ASC NULLS LAST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 50]
