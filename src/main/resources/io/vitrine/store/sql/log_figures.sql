-- name: between
"timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
-- name: hour
"timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time))
-- name: amount_range
CASE WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) IS NULL THEN NULL WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 50 THEN '0-50' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 100 THEN '50-100' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 200 THEN '100-200'
  WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 500 THEN '200-500' WHEN (amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) < 1000 THEN '500-1000' ELSE '1000+' END
-- name: message
left(regexp_replace(split_part(coalesce(error_message, "message", error_type, error_code), chr(10), 1),
  '[A-Za-z_-]*[0-9][A-Za-z0-9_-]*', '*', 'g'), 300)
-- name: error
CASE WHEN "type" = 'error' OR "level" IN ('ERROR', 'FATAL') THEN 'true' ELSE 'false' END
-- name: logs
count(*)
-- name: errors
count(*) FILTER (WHERE "type" = 'error' OR "level" IN ('ERROR', 'FATAL'))
-- name: error_rate
count(*) FILTER (WHERE "type" = 'error' OR "level" IN ('ERROR', 'FATAL')) / nullif(count(*), 0)::DOUBLE
-- name: failed
count(*) FILTER (WHERE status_code >= 500)
-- name: failure_rate
count(*) FILTER (WHERE status_code >= 500) / nullif(count(status_code), 0)::DOUBLE
-- name: users
count(DISTINCT user_id)
-- name: services
count(DISTINCT service)
-- name: amount
coalesce(sum(CAST((amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)) AS DECIMAL(18, 4))), 0)
-- name: amount_mean
CAST(avg((amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END))) AS DECIMAL(18, 4))
-- name: amounts
count((amount * coalesce(rate, CASE WHEN currency IS NULL THEN 1 END)))
-- name: responses
count(response_time)
-- name: response_avg
avg(response_time)
-- name: response_min
min(response_time)
-- name: response_max
max(response_time)
-- name: response_p50
quantile_cont(response_time, [0.50, 0.90, 0.95, 0.99])[1]
-- name: response_p90
quantile_cont(response_time, [0.50, 0.90, 0.95, 0.99])[2]
-- name: response_p95
quantile_cont(response_time, [0.50, 0.90, 0.95, 0.99])[3]
-- name: response_p99
quantile_cont(response_time, [0.50, 0.90, 0.95, 0.99])[4]
-- name: queries
count(db_query_time)
-- name: database_avg
avg(db_query_time)
-- name: database_min
min(db_query_time)
-- name: database_max
max(db_query_time)
-- name: database_p50
quantile_cont(db_query_time, [0.50, 0.90, 0.95, 0.99])[1]
-- name: database_p90
quantile_cont(db_query_time, [0.50, 0.90, 0.95, 0.99])[2]
-- name: database_p95
quantile_cont(db_query_time, [0.50, 0.90, 0.95, 0.99])[3]
-- name: database_p99
quantile_cont(db_query_time, [0.50, 0.90, 0.95, 0.99])[4]
-- name: slow_requests
count(*) FILTER (WHERE response_time >= 1000)
-- name: slow_queries
count(*) FILTER (WHERE db_query_time >= 500)
-- name: apdex
(count(*) FILTER (WHERE response_time <= 500) + count(*) FILTER (WHERE response_time > 500 AND response_time <= 2000) / 2)
  / nullif(count(response_time), 0)::DOUBLE
-- name: cache_hit_rate
count(*) FILTER (WHERE cache_hit) / nullif(count(cache_hit), 0)::DOUBLE
-- name: duration_avg
avg(duration_ms)
-- name: first_seen
min("timestamp")::TIMESTAMP
-- name: last_seen
max("timestamp")::TIMESTAMP
-- name: add_groups
INSERT INTO error_groups
SELECT a.message, a.service, a.first_seen
FROM ({groups}) a
LEFT JOIN (SELECT message, service, min(first_seen) AS first_seen FROM error_groups GROUP BY ALL) b
  ON b.message = a.message AND b.service IS NOT DISTINCT FROM a.service
WHERE a.message IS NOT NULL AND (b.first_seen IS NULL OR a.first_seen < b.first_seen)
-- name: groups_first_seen
SELECT message, service, min(first_seen)
FROM error_groups
WHERE list_contains(CAST(? AS VARCHAR[]), message)
GROUP BY ALL
