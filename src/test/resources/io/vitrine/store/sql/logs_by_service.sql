SELECT n.key0 AS "service",
  coalesce(n.logs, 0) AS "logs",
  CAST(coalesce(n.errors, 0) AS DOUBLE) / nullif(coalesce(n.logs, 0), 0) AS "error_rate",
  count(*) OVER () AS rows_before_limit
FROM (
SELECT f."service" AS key0,
  CAST(sum(f.logs) AS BIGINT) AS logs,
  CAST(sum(f.errors) AS BIGINT) AS errors
FROM type_hours f
WHERE f.day BETWEEN ? AND ?
  AND f.logs > 0
GROUP BY key0
) n
ORDER BY "logs" DESC NULLS LAST, "service" ASC NULLS LAST
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 50]
