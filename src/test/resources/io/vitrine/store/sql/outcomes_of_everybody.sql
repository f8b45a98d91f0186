WITH -- Everybody who came, from the first event on: what an experiment that begins now would find.
exposed AS MATERIALIZED (
  SELECT visitor_key, any_value(visitor_id) AS visitor_id, 'everybody' AS variant, min("timestamp")::TIMESTAMP AS first_at, min(day) AS first_day,
    1 AS variants
  FROM events
  WHERE day BETWEEN ? AND ? AND visitor_key IS NOT NULL
    AND NOT coalesce(bot, false)
  GROUP BY visitor_key
),
placed AS (SELECT *, NULL::VARCHAR AS segment FROM exposed),
moves AS (
-- A session that the exposure is in counts as one after it.
SELECT e.visitor_key, v.session_end < e.first_at AS early, greatest(v.day, e.first_day) AS day, coalesce(count(*), 0)::DOUBLE AS sessions, coalesce(count(*) FILTER (WHERE v.session_purchases > 0), 0)::DOUBLE AS purchase_sessions
FROM session_hours v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.starts AND v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ?
  AND (v.session_end >= e.first_at OR v.session_start >= e.first_at - to_days(CAST(? AS INTEGER)))
GROUP BY 1, 2, 3
),
-- What each visitor did in all.
states AS (
  SELECT e.variant, e.segment, e.variants, e.first_at, true AS first, true AS last, coalesce(m.sessions, 0) AS sessions, coalesce(m.purchase_sessions, 0) AS purchase_sessions, coalesce(m.sessions_before, 0) AS sessions_before, coalesce(m.purchase_sessions_before, 0) AS purchase_sessions_before
  FROM placed e
  LEFT JOIN (SELECT visitor_key, sum(sessions) FILTER (WHERE NOT early) AS sessions, sum(sessions) FILTER (WHERE early) AS sessions_before, sum(purchase_sessions) FILTER (WHERE NOT early) AS purchase_sessions, sum(purchase_sessions) FILTER (WHERE early) AS purchase_sessions_before FROM moves GROUP BY visitor_key) m ON m.visitor_key = e.visitor_key
),
figures AS (
  SELECT variant, segment, variants, first_at, first, last, unnest([
    {'outcome': 'conversion_per_session', 'above': (purchase_sessions)::DOUBLE, 'below': (sessions)::DOUBLE, 'earlier': 0::DOUBLE, 'below_earlier': 0::DOUBLE, 'before': (purchase_sessions_before)::DOUBLE, 'before_below': (sessions_before)::DOUBLE, 'capped': false}
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
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 0, 2026-03-31, 0, 1]
