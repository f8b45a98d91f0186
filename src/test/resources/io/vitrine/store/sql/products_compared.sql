SELECT n.key0 AS "product",
  p.product_name AS "product_name",
  coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS "revenue",
  coalesce(n.views, 0) AS "views",
  coalesce(b.gross, 0) - coalesce(b.refunded, 0) AS "revenue_previous",
  coalesce(b.views, 0) AS "views_previous",
  count(*) OVER () AS rows_before_limit
FROM (
SELECT key0,
  sum(views) AS views,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT f.product_id AS key0,
  CAST(sum(f.product_views) AS BIGINT) AS views,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM product_days f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0
UNION ALL
SELECT f.product_id AS key0,
  CAST(NULL AS BIGINT) AS views,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0)
GROUP BY key0
) n
LEFT JOIN (
SELECT key0,
  sum(views) AS views,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT f.product_id AS key0,
  CAST(sum(f.product_views) AS BIGINT) AS views,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM product_days f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0
UNION ALL
SELECT f.product_id AS key0,
  CAST(NULL AS BIGINT) AS views,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0)
GROUP BY key0
) b ON true AND b.key0 IS NOT DISTINCT FROM n.key0
LEFT JOIN products p ON p.product_id = n.key0
ORDER BY "revenue" DESC NULLS LAST, "product" ASC NULLS LAST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 2025-03-01, 2025-03-31, 2025-03-01, 2025-03-31, 50]
