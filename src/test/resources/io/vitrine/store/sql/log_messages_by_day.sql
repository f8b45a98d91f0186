SELECT day AS "time",
  left(regexp_replace(split_part(coalesce(error_message, "message", error_type, error_code), chr(10), 1),
  '[A-Za-z_-]*[0-9][A-Za-z0-9_-]*', '*', 'g'), 300) AS "message",
  CASE WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) IS NULL THEN NULL WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 50 THEN '0-50' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 100 THEN '50-100' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 200 THEN '100-200'
  WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 500 THEN '200-500' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 1000 THEN '500-1000' ELSE '1000+' END AS "amount_range",
  count(*) AS "logs",
  quantile_cont(response_time, [0.50, 0.90, 0.95, 0.99])[3] AS "response_p95",
  coalesce(sum(CAST((amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) AS DECIMAL(18, 4))), 0) AS "amount",
  count(*) OVER () AS rows_before_limit
FROM events
WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
  AND "type" IN ('error', 'fraud', 'log', 'performance', 'transaction', 'user_behavior')
  AND CASE WHEN "type" = 'error' OR "level" IN ('ERROR', 'FATAL') THEN 'true' ELSE 'false' END IN (?)
  AND "level" IN (?, ?)
GROUP BY ALL
ORDER BY "logs" DESC NULLS LAST, "time" ASC NULLS LAST, "message" ASC NULLS LAST, "amount_range" ASC NULLS LAST
LIMIT ?
-- bound: [2026-02-28T23:00, 2026-03-31T22:00, true, ERROR, x' OR 1=1, 20]
