-- name: exposed
-- Who was exposed: once each, with the variant and the instant of the first exposure.
exposed AS MATERIALIZED (
  -- The first by time and then by id, as one number: comparing pairs, and counting distinct texts, take several times as long.
  SELECT visitor_key, any_value(visitor_id) AS visitor_id, arg_min(variant, epoch_ms("timestamp")::HUGEINT * 18446744073709551616 + id_hash) AS variant,
    min("timestamp")::TIMESTAMP AS first_at, min(day) AS first_day, CASE WHEN min(variant) = max(variant) THEN 1 ELSE 2 END AS variants
  FROM events
  WHERE day BETWEEN ? AND ? AND "type" = 'exposure' AND experiment = ? AND visitor_key IS NOT NULL AND variant IS NOT NULL
    AND [conditions]
  GROUP BY visitor_key
  [crossed]
)
-- name: everybody
-- Everybody who came, from the first event on: what an experiment that begins now would find.
exposed AS MATERIALIZED (
  SELECT visitor_key, any_value(visitor_id) AS visitor_id, 'everybody' AS variant, min("timestamp")::TIMESTAMP AS first_at, min(day) AS first_day,
    1 AS variants
  FROM events
  WHERE day BETWEEN ? AND ? AND visitor_key IS NOT NULL
    AND [conditions]
  GROUP BY visitor_key
)
-- name: uncrossed
HAVING min(variant) = max(variant)
-- name: placed_by
-- The session in which the exposure was says where the visitor was.
placed AS MATERIALIZED (
  SELECT e.*, s.segment
  FROM exposed e
  LEFT JOIN (
    SELECT e.visitor_key, arg_min([segment], {'at': s.first_at, 'key': s.session_key}) AS segment
    FROM exposed e
    JOIN session_hours s ON s.visitor_key = e.visitor_key AND s.day = e.first_day AND e.first_at BETWEEN s.first_at AND s.last_at
    GROUP BY e.visitor_key
  ) s ON s.visitor_key = e.visitor_key
)
-- name: placed
placed AS (SELECT *, NULL::VARCHAR AS segment FROM exposed)
-- name: hits
SELECT e.visitor_key, v."timestamp" < e.first_at AS early, v.day, [measures]
FROM events v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v."timestamp" >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
-- name: visits
-- A session that the exposure is in counts as one after it.
SELECT e.visitor_key, v.session_end < e.first_at AS early, greatest(v.day, e.first_day) AS day, [measures]
FROM session_hours v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.starts AND v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ?
  AND (v.session_end >= e.first_at OR v.session_start >= e.first_at - to_days(CAST(? AS INTEGER)))
GROUP BY 1, 2, 3
-- name: sales
SELECT e.visitor_key, v.placed_at < e.first_at AS early, v.day, [measures]
FROM sales v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v.placed_at >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
-- name: logs
-- Logs are nobody's events, but may name the visitor whom they are about.
SELECT e.visitor_key, v."timestamp" < e.first_at AS early, v.day, [measures]
FROM events v
JOIN exposed e ON e.visitor_id = v.visitor_id
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v.visitor_key IS NULL
  AND v."timestamp" >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
-- name: states
-- What each visitor did in all.
states AS (
  SELECT e.variant, e.segment, e.variants, e.first_at, true AS first, true AS last, [now], [early]
  FROM placed e
  LEFT JOIN (SELECT visitor_key, [both] FROM moves GROUP BY visitor_key) m ON m.visitor_key = e.visitor_key
)
-- name: states_by_day
-- What each visitor did up to each day on which anything was added, beside what it was before that day.
states AS (
  SELECT e.variant, m.day AS segment, e.variants, e.first_at,
    row_number() OVER w = 1 AS first, lead(m.day) OVER w IS NULL AS last, [now], [previous], [early]
  FROM (
    SELECT visitor_key, day, [sums]
    FROM (
      SELECT visitor_key, day, [names] FROM moves WHERE NOT early
      UNION ALL
      SELECT visitor_key, first_day, [noughts] FROM exposed
    )
    GROUP BY visitor_key, day
  ) m
  JOIN placed e ON e.visitor_key = m.visitor_key
  LEFT JOIN (SELECT visitor_key, [sums] FROM moves WHERE early GROUP BY visitor_key) b ON b.visitor_key = e.visitor_key
  WINDOW w AS (PARTITION BY m.visitor_key ORDER BY m.day)
)
-- name: figures
figures AS (
  SELECT variant, segment, variants, first_at, first, last, unnest([
    [figures]
  ], recursive := true)
  FROM states
),
caps AS (
  SELECT outcome, quantile_cont(above, CAST([cap] AS DOUBLE)) AS cap
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
-- name: answer
SELECT [key]variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, quantile, quantile_low, quantile_high, ranked, clustering
FROM (
  [parts]
)
ORDER BY ALL
-- name: part
SELECT segment, variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, NULL::DOUBLE AS quantile, NULL::DOUBLE AS quantile_low, NULL::DOUBLE AS quantile_high,
  NULL::BIGINT AS ranked, NULL::DOUBLE AS clustering
FROM counted
-- name: part_by_day
SELECT segment, variant, outcome, min(first_exposure) OVER w AS first_exposure, sum(visitors) OVER w AS visitors,
  sum(several_variants) OVER w AS several_variants, sum(positive) OVER w AS positive, sum(above) OVER w AS above,
  sum(above_squares) OVER w AS above_squares, sum(below) OVER w AS below, sum(below_squares) OVER w AS below_squares,
  sum(product) OVER w AS product, sum(before) OVER w AS before, sum(before_squares) OVER w AS before_squares,
  sum(before_product) OVER w AS before_product, sum(before_below) OVER w AS before_below,
  sum(before_below_squares) OVER w AS before_below_squares, sum(before_own_product) OVER w AS before_own_product,
  sum(above_before_below) OVER w AS above_before_below, sum(below_before) OVER w AS below_before, sum(belows) OVER w AS belows, cap, NULL::DOUBLE AS quantile, NULL::DOUBLE AS quantile_low,
  NULL::DOUBLE AS quantile_high, NULL::BIGINT AS ranked, NULL::DOUBLE AS clustering
FROM counted
WINDOW w AS (PARTITION BY variant, outcome ORDER BY segment)
-- name: waits
-- The quantile of each variant with the order statistics about it, and how much more the share below it varies than that of
-- independent values would, because a visitor's values hang together.
waits AS MATERIALIZED (
  SELECT e.visitor_key, e.variant, e.segment, e.variants, e.first_at, v.response_time AS took
  FROM events v
  JOIN placed e ON e.visitor_id = v.visitor_id
  WHERE v.day BETWEEN ? AND ? AND v.response_time IS NOT NULL AND v."timestamp" >= e.first_at
),
ranks AS (
  SELECT variant, segment, list_sort(list(took)) AS took, count(*) AS ranked, count(DISTINCT visitor_key) AS visitors,
    count(DISTINCT visitor_key) FILTER (WHERE variants > 1) AS several_variants, min(first_at) AS first_exposure,
    1.959963984540054 * sqrt(0.95 * 0.05 / count(*)) AS reach
  FROM waits
  GROUP BY variant, segment
),
bounds AS (
  SELECT * EXCLUDE (took, reach), took[greatest(1, ceil(0.95 * ranked))::BIGINT] AS quantile,
    took[greatest(1, ceil((0.95 - reach) * ranked))::BIGINT] AS quantile_low,
    took[least(ranked, ceil((0.95 + reach) * ranked))::BIGINT] AS quantile_high
  FROM ranks
),
clusters AS (
  SELECT w.variant, w.segment, w.visitor_key, count(*)::DOUBLE AS had, count(*) FILTER (WHERE w.took <= b.quantile)::DOUBLE AS below
  FROM waits w
  JOIN bounds b ON b.variant = w.variant AND b.segment IS NOT DISTINCT FROM w.segment
  GROUP BY w.variant, w.segment, w.visitor_key
),
spread AS (
  SELECT variant, segment,
    count(*) / (count(*) - 1) * (sum(below * below) - 2 * share * sum(below * had) + share * share * sum(had * had)) / sum(had)
      / (0.95 * 0.05) AS clustering
  FROM (SELECT *, sum(below) OVER p / sum(had) OVER p AS share FROM clusters WINDOW p AS (PARTITION BY variant, segment))
  GROUP BY variant, segment, share
)
-- name: part_of_waits
SELECT b.segment, b.variant, 'response_time_p95' AS outcome, b.first_exposure, b.visitors, b.several_variants, b.visitors AS positive,
  NULL::DOUBLE AS above, NULL::DOUBLE AS above_squares, NULL::DOUBLE AS below, NULL::DOUBLE AS below_squares, NULL::DOUBLE AS product,
  NULL::DOUBLE AS before, NULL::DOUBLE AS before_squares, NULL::DOUBLE AS before_product, NULL::DOUBLE AS before_below,
  NULL::DOUBLE AS before_below_squares, NULL::DOUBLE AS before_own_product, NULL::DOUBLE AS above_before_below,
  NULL::DOUBLE AS below_before, NULL::DOUBLE AS belows, NULL::DOUBLE AS cap,
  b.quantile, b.quantile_low, b.quantile_high, b.ranked, s.clustering
FROM bounds b
JOIN spread s ON s.variant = b.variant AND s.segment IS NOT DISTINCT FROM b.segment
