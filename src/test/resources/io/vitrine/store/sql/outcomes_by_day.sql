WITH -- Who was exposed: once each, with the variant and the instant of the first exposure.
exposed AS MATERIALIZED (
  -- The first by time and then by id, as one number: comparing pairs, and counting distinct texts, take several times as long.
  SELECT visitor_key, any_value(visitor_id) AS visitor_id, arg_min(variant, epoch_ms("timestamp")::HUGEINT * 18446744073709551616 + id_hash) AS variant,
    min("timestamp")::TIMESTAMP AS first_at, min(day) AS first_day, CASE WHEN min(variant) = max(variant) THEN 1 ELSE 2 END AS variants
  FROM events
  WHERE day BETWEEN ? AND ? AND "type" = 'exposure' AND experiment = ? AND visitor_key IS NOT NULL AND variant IS NOT NULL
    AND NOT coalesce(bot, false) AND "device" IN (?)
  GROUP BY visitor_key
  HAVING min(variant) = max(variant)
),
placed AS (SELECT *, NULL::VARCHAR AS segment FROM exposed),
moves AS (
SELECT e.visitor_key, v.placed_at < e.first_at AS early, v.day, coalesce(count(DISTINCT v.order_key) FILTER (WHERE NOT v.cancelled), 0)::DOUBLE AS placed
FROM sales v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ? AND v.placed_at >= e.first_at - to_days(CAST(? AS INTEGER))
GROUP BY 1, 2, 3
),
-- What each visitor did up to each day on which anything was added, beside what it was before that day.
states AS (
  SELECT e.variant, m.day AS segment, e.variants, e.first_at,
    row_number() OVER w = 1 AS first, lead(m.day) OVER w IS NULL AS last, sum(m.placed) OVER w AS placed, sum(m.placed) OVER w - m.placed AS placed_previous, coalesce(b.placed, 0) AS placed_before
  FROM (
    SELECT visitor_key, day, sum(placed) AS placed
    FROM (
      SELECT visitor_key, day, placed FROM moves WHERE NOT early
      UNION ALL
      SELECT visitor_key, first_day, 0 FROM exposed
    )
    GROUP BY visitor_key, day
  ) m
  JOIN placed e ON e.visitor_key = m.visitor_key
  LEFT JOIN (SELECT visitor_key, sum(placed) AS placed FROM moves WHERE early GROUP BY visitor_key) b ON b.visitor_key = e.visitor_key
  WINDOW w AS (PARTITION BY m.visitor_key ORDER BY m.day)
),
figures AS (
  SELECT variant, segment, variants, first_at, first, last, unnest([
    {'outcome': 'conversion_per_visitor', 'above': (least(placed, 1))::DOUBLE, 'below': (1)::DOUBLE, 'earlier': CASE WHEN first THEN 0 ELSE least(placed_previous, 1) END::DOUBLE, 'below_earlier': CASE WHEN first THEN 0 ELSE 1 END::DOUBLE, 'before': (least(placed_before, 1))::DOUBLE, 'before_below': 0::DOUBLE, 'capped': false}
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
SELECT segment AS "day", variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, quantile, quantile_low, quantile_high, ranked, clustering
FROM (
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
)
ORDER BY ALL
-- bound: [2026-03-01, 2026-03-31, checkout, phone, 2026-03-01, 28, 2026-03-31, 28, 0.99]
