SELECT n.key0 AS "segment",
  coalesce(n.visitors, 0) AS "visitors",
  coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS "revenue",
  coalesce(n.views, 0) AS "views",
  count(*) OVER () AS rows_before_limit
FROM (
SELECT key0,
  sum(visitors) AS visitors,
  sum(views) AS views,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT (SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) AS key0,
  CAST(count(DISTINCT f.visitor_key) AS BIGINT) AS visitors,
  CAST(sum(f.product_views) AS BIGINT) AS views,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM session_hours f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND ((SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) IS NULL OR NOT (SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) IN (?))
GROUP BY key0
UNION ALL
SELECT (SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) AS key0,
  CAST(NULL AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS views,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND ((SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) IS NULL OR NOT (SELECT g.segment FROM visitor_segments g WHERE g.visitor_key = f.visitor_key) IN (?))
GROUP BY key0)
GROUP BY key0
) n
ORDER BY "visitors" DESC NULLS LAST, "segment" ASC NULLS LAST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, email, 2026-03-01, 2026-03-31, email, 50]
