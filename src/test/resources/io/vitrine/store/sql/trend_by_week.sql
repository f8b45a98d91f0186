SELECT n.key0 AS bucket,
  coalesce(n.visitors, 0) AS "visitors",
  coalesce(n.sessions, 0) AS "sessions",
  coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS "revenue",
  CAST(coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS DOUBLE) / nullif(coalesce(n.orders, 0), 0) AS "aov"
FROM (
SELECT key0,
  sum(visitors) AS visitors,
  sum(sessions) AS sessions,
  sum(orders) AS orders,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT CAST(date_trunc('week', f.day) AS DATE) AS key0,
  CAST(count(*) FILTER (WHERE f.previous_day IS NULL OR f.previous_day < greatest(CAST(date_trunc('week', f.day) AS DATE), CAST(? AS DATE))) AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM visitor_days f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0
UNION ALL
SELECT CAST(date_trunc('week', f.day) AS DATE) AS key0,
  CAST(NULL AS BIGINT) AS visitors,
  CAST(sum(f.sessions) AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM hour_totals f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0
UNION ALL
SELECT CAST(date_trunc('week', f.day) AS DATE) AS key0,
  CAST(NULL AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
GROUP BY key0)
GROUP BY key0
) n
ORDER BY bucket
-- bound: [2026-03-01, 2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31]
