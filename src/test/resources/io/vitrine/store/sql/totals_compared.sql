SELECT coalesce(n.visitors, 0) AS "visitors",
  coalesce(n.sessions, 0) AS "sessions",
  coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS "revenue",
  CAST(coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS DOUBLE) / nullif(coalesce(n.orders, 0), 0) AS "aov",
  coalesce(b.visitors, 0) AS "visitors_previous",
  coalesce(b.sessions, 0) AS "sessions_previous",
  coalesce(b.gross, 0) - coalesce(b.refunded, 0) AS "revenue_previous",
  CAST(coalesce(b.gross, 0) - coalesce(b.refunded, 0) AS DOUBLE) / nullif(coalesce(b.orders, 0), 0) AS "aov_previous"
FROM (
SELECT sum(visitors) AS visitors,
  sum(sessions) AS sessions,
  sum(orders) AS orders,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT CAST(count(*) FILTER (WHERE f.previous_day IS NULL OR f.previous_day < CAST(? AS DATE)) AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM visitor_days f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
UNION ALL
SELECT CAST(NULL AS BIGINT) AS visitors,
  CAST(sum(f.sessions) AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM hour_totals f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
UNION ALL
SELECT CAST(NULL AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot)
) n
LEFT JOIN (
SELECT sum(visitors) AS visitors,
  sum(sessions) AS sessions,
  sum(orders) AS orders,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT CAST(count(*) FILTER (WHERE f.previous_day IS NULL OR f.previous_day < CAST(? AS DATE)) AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM visitor_days f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
UNION ALL
SELECT CAST(NULL AS BIGINT) AS visitors,
  CAST(sum(f.sessions) AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM hour_totals f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
UNION ALL
SELECT CAST(NULL AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot)
) b ON true
-- bound: [2026-03-01, 2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31, 2026-01-29, 2026-01-29, 2026-02-28, 2026-01-29, 2026-02-28, 2026-01-29, 2026-02-28]
