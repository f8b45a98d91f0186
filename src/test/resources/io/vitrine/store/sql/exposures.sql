WITH seen AS (
  SELECT visitor_key, experiment, variant, "timestamp"::TIMESTAMP AS moment, id_hash
  FROM events
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS)
    AND "type" = 'exposure' AND visitor_key IS NOT NULL AND experiment IS NOT NULL AND variant IS NOT NULL
    AND NOT coalesce(bot, false) AND "device" IN (?) AND NOT (experiment = ? AND day < ?)
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
-- bound: [2026-02-28T23:00, 2026-03-31T22:00, phone, button, 2026-03-09, 2026-02-28T23:00, 2026-03-31T22:00]
