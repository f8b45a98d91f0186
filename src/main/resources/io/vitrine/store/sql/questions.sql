-- name: raw_visits
-- Rows like those of session_hours, counted from the events between two instants.
SELECT e.day, date_trunc('minute', e.moment) AS moment, s.hour, s.hour_of_day, s.session_key, s.visitor_key,
  s.session_start, bool_or(s.starts AND e.moment = s.session_start) AS starts,
  bool_or(s.arrives AND e.moment = s.first_at) AS arrives, s.new_visitor, s.bot,
  s.channel, s.source, s.medium, s.campaign, s.referrer_host, s.country, s.device, s.browser, s.system,
  s.landing_page,
  count(*) AS events,
  count(*) FILTER (WHERE e.type IN ('page_view', 'product_view')) AS page_views,
  count(*) FILTER (WHERE e.type = 'product_view') AS product_views,
  count(*) FILTER (WHERE e.type = 'add_to_cart') AS add_to_carts,
  count(*) FILTER (WHERE e.type = 'checkout') AS checkouts,
  count(*) FILTER (WHERE e.type = 'purchase') AS purchases,
  s.session_events, s.session_views, s.session_carts, s.session_checkouts, s.session_purchases, s.session_end
FROM (
  SELECT day, "timestamp"::TIMESTAMP AS moment, visitor_key, "type" AS type,
    CASE WHEN session_id IS NULL THEN 0::UBIGINT ELSE hash(session_id) END AS sender_key,
    "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour
  FROM events
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS) AND visitor_key IS NOT NULL
) e
JOIN session_hours s ON s.hour = e.hour AND s.visitor_key = e.visitor_key
  AND s.sender_key = e.sender_key AND e.moment BETWEEN s.first_at AND s.last_at
GROUP BY ALL
-- name: raw_types
SELECT day, date_trunc('minute', "timestamp") AS moment,
  "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour,
  hour(local_time) AS hour_of_day, "type", "level", service, coalesce(bot, false) AS bot,
  count(visitor_key) AS events, count(*) FILTER (WHERE "type" IN [logs]) AS logs,
  count(*) FILTER (WHERE "type" IN [logs] AND ("type" = 'error' OR "level" IN ('ERROR', 'FATAL'))) AS errors
FROM events
WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
GROUP BY ALL
-- name: orders_without_rate
SELECT count(DISTINCT f.order_key)
FROM sales f LEFT JOIN products p ON p.product_id = f.product_id
WHERE f.without_rate AND NOT f.cancelled AND
-- name: lines_without_amount
SELECT count(*)
FROM sales f LEFT JOIN products p ON p.product_id = f.product_id
WHERE f.gross IS NULL AND NOT f.without_rate AND NOT f.cancelled AND
-- name: exposures
WITH seen AS (
  SELECT visitor_key, experiment, variant, "timestamp"::TIMESTAMP AS moment, id_hash
  FROM events
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
    AND "type" = 'exposure' AND visitor_key IS NOT NULL AND experiment IS NOT NULL AND variant IS NOT NULL
    AND [conditions]
),
exposed AS (
  SELECT experiment, visitor_key, arg_min(variant, epoch_ms(moment)::HUGEINT * 18446744073709551616 + id_hash) AS variant, min(moment) AS first_at,
    CASE WHEN min(variant) = max(variant) THEN 1 ELSE 2 END AS variants
  FROM seen
  GROUP BY experiment, visitor_key
),
bought AS (
  -- Orders of the ledger, as the results count them: once each, and none that was cancelled.
  SELECT visitor_key, max(placed_at) AS last_at
  FROM sales
  WHERE placed_at >= CAST(? AS TIMESTAMP_MS) AND placed_at < CAST(? AS TIMESTAMP_MS) AND NOT cancelled AND visitor_key IS NOT NULL
  GROUP BY visitor_key
)
SELECT e.experiment, e.variant, min(e.first_at) AS first_exposure, count(*) AS visitors,
  count(*) FILTER (WHERE b.last_at >= e.first_at) AS buyers, count(*) FILTER (WHERE e.variants > 1) AS several_variants
FROM exposed e
LEFT JOIN bought b ON b.visitor_key = e.visitor_key
GROUP BY e.experiment, e.variant
ORDER BY e.experiment, e.variant
