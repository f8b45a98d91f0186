WITH -- Who was exposed: once each, with the variant and the instant of the first exposure.
exposed AS MATERIALIZED (
  -- The first by time and then by id, as one number: comparing pairs, and counting distinct texts, take several times as long.
  SELECT visitor_key, any_value(visitor_id) AS visitor_id, arg_min(variant, epoch_ms("timestamp")::HUGEINT * 18446744073709551616 + id_hash) AS variant,
    min("timestamp")::TIMESTAMP AS first_at, min(day) AS first_day, CASE WHEN min(variant) = max(variant) THEN 1 ELSE 2 END AS variants
  FROM events
  WHERE day BETWEEN ? AND ? AND "type" = 'exposure' AND experiment = ? AND visitor_key IS NOT NULL AND variant IS NOT NULL
    AND NOT coalesce(bot, false) AND "device" IN (?)
  GROUP BY visitor_key
  
),
placed AS (SELECT *, NULL::VARCHAR AS segment FROM exposed),
moves AS (
SELECT e.visitor_key, v.placed_at < e.first_at AS early, v.day, coalesce(sum(v.gross) FILTER (WHERE NOT v.cancelled), 0)::DOUBLE AS gross, coalesce(sum(v.refunded) FILTER (WHERE NOT v.cancelled), 0)::DOUBLE AS refunded, 0::DOUBLE AS logs, 0::DOUBLE AS errors
FROM sales v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v.placed_at >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
UNION ALL
-- Logs are nobody's events, but may name the visitor whom they are about.
SELECT e.visitor_key, v."timestamp" < e.first_at AS early, v.day, 0::DOUBLE AS gross, 0::DOUBLE AS refunded, coalesce(count(*), 0)::DOUBLE AS logs, coalesce(count(*) FILTER (WHERE v."type" = 'error' OR v."level" IN ('ERROR', 'FATAL')), 0)::DOUBLE AS errors
FROM events v
JOIN exposed e ON e.visitor_id = v.visitor_id
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v.visitor_key IS NULL
  AND v."timestamp" >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
),
-- What each visitor did in all.
states AS (
  SELECT e.variant, e.segment, e.variants, e.first_at, true AS first, true AS last, coalesce(m.gross, 0) AS gross, coalesce(m.refunded, 0) AS refunded, coalesce(m.logs, 0) AS logs, coalesce(m.errors, 0) AS errors, coalesce(m.gross_before, 0) AS gross_before, coalesce(m.refunded_before, 0) AS refunded_before, coalesce(m.logs_before, 0) AS logs_before, coalesce(m.errors_before, 0) AS errors_before
  FROM placed e
  LEFT JOIN (SELECT visitor_key, sum(gross) FILTER (WHERE NOT early) AS gross, sum(gross) FILTER (WHERE early) AS gross_before, sum(refunded) FILTER (WHERE NOT early) AS refunded, sum(refunded) FILTER (WHERE early) AS refunded_before, sum(logs) FILTER (WHERE NOT early) AS logs, sum(logs) FILTER (WHERE early) AS logs_before, sum(errors) FILTER (WHERE NOT early) AS errors, sum(errors) FILTER (WHERE early) AS errors_before FROM moves GROUP BY visitor_key) m ON m.visitor_key = e.visitor_key
),
figures AS (
  SELECT variant, segment, variants, first_at, first, last, unnest([
    {'outcome': 'revenue_per_visitor', 'above': (gross - refunded)::DOUBLE, 'below': (1)::DOUBLE, 'earlier': 0::DOUBLE, 'below_earlier': 0::DOUBLE, 'before': (gross_before - refunded_before)::DOUBLE, 'before_below': 0::DOUBLE, 'capped': true},
    {'outcome': 'error_rate', 'above': (errors)::DOUBLE, 'below': (logs)::DOUBLE, 'earlier': 0::DOUBLE, 'below_earlier': 0::DOUBLE, 'before': (errors_before)::DOUBLE, 'before_below': (logs_before)::DOUBLE, 'capped': false}
  ], recursive := true)
  FROM states
),
caps AS (
  SELECT outcome, quantile_cont(above, CAST(? AS DOUBLE)) AS cap
  FROM figures
  WHERE last AND above <> 0 AND capped
  GROUP BY outcome
),
cut AS (
  SELECT f.* REPLACE (
      least(f.above, coalesce(c.cap, 'infinity'::DOUBLE)) AS above,
      least(f.earlier, coalesce(c.cap, 'infinity'::DOUBLE)) AS earlier,
      least(f.before, coalesce(c.cap, 'infinity'::DOUBLE)) AS before),
    c.cap
  FROM figures f
  LEFT JOIN caps c ON c.outcome = f.outcome
),
counted AS (
  SELECT segment, variant, outcome, min(first_at) AS first_exposure, count(*) FILTER (WHERE first) AS visitors,
    count(*) FILTER (WHERE first AND variants > 1) AS several_variants,
    sum((above <> 0)::BIGINT - (earlier <> 0)::BIGINT)::BIGINT AS positive,
    sum(above - earlier) AS above, sum(above * above - earlier * earlier) AS above_squares,
    sum(below - below_earlier) AS below, sum(below * below - below_earlier * below_earlier) AS below_squares,
    sum(above * below - earlier * below_earlier) AS product,
    sum(before) FILTER (WHERE first) AS before, sum(before * before) FILTER (WHERE first) AS before_squares,
    sum(before * (above - earlier)) AS before_product, sum(before_below) FILTER (WHERE first) AS before_below,
    sum(before_below * before_below) FILTER (WHERE first) AS before_below_squares,
    sum(before * before_below) FILTER (WHERE first) AS before_own_product,
    sum(before_below * (above - earlier)) AS above_before_below, sum(before * (below - below_earlier)) AS below_before,
    sum(before_below * (below - below_earlier)) AS belows, any_value(cap) AS cap
  FROM cut
  GROUP BY segment, variant, outcome
)
SELECT variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, quantile, quantile_low, quantile_high, ranked, clustering
FROM (
  SELECT segment, variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, NULL::DOUBLE AS quantile, NULL::DOUBLE AS quantile_low, NULL::DOUBLE AS quantile_high,
  NULL::BIGINT AS ranked, NULL::DOUBLE AS clustering
FROM counted
)
ORDER BY ALL
-- bound: [2026-03-01, 2026-03-31, checkout, phone, 2026-03-01, 28, 2026-03-31, 28, 2026-03-01, 28, 2026-03-31, 28, 0.99]
