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
-- The session in which the exposure was says where the visitor was.
placed AS MATERIALIZED (
  SELECT e.*, s.segment
  FROM exposed e
  LEFT JOIN (
    SELECT e.visitor_key, arg_min(CASE WHEN s.new_visitor THEN 'new' ELSE 'returning' END, {'at': s.first_at, 'key': s.session_key}) AS segment
    FROM exposed e
    JOIN session_hours s ON s.visitor_key = e.visitor_key AND s.day = e.first_day AND e.first_at BETWEEN s.first_at AND s.last_at
    GROUP BY e.visitor_key
  ) s ON s.visitor_key = e.visitor_key
),
moves AS (
-- A session that the exposure is in counts as one after it.
SELECT e.visitor_key, v.session_end < e.first_at AS early, greatest(v.day, e.first_day) AS day, coalesce(count(*), 0)::DOUBLE AS sessions, coalesce(count(*) FILTER (WHERE v.session_events = 1), 0)::DOUBLE AS bounces
FROM session_hours v
JOIN exposed e ON e.visitor_key = v.visitor_key
WHERE v.starts AND v.day BETWEEN CAST(? AS DATE) - CAST(? AS INTEGER) AND ?
  AND (v.session_end >= e.first_at OR v.session_start >= e.first_at - to_days(CAST(? AS INTEGER)))
GROUP BY 1, 2, 3
),
-- What each visitor did in all.
states AS (
  SELECT e.variant, e.segment, e.variants, e.first_at, true AS first, true AS last, coalesce(m.sessions, 0) AS sessions, coalesce(m.bounces, 0) AS bounces, coalesce(m.sessions_before, 0) AS sessions_before, coalesce(m.bounces_before, 0) AS bounces_before
  FROM placed e
  LEFT JOIN (SELECT visitor_key, sum(sessions) FILTER (WHERE NOT early) AS sessions, sum(sessions) FILTER (WHERE early) AS sessions_before, sum(bounces) FILTER (WHERE NOT early) AS bounces, sum(bounces) FILTER (WHERE early) AS bounces_before FROM moves GROUP BY visitor_key) m ON m.visitor_key = e.visitor_key
),
figures AS (
  SELECT variant, segment, variants, first_at, first, last, unnest([
    {'outcome': 'bounce_rate', 'above': (bounces)::DOUBLE, 'below': (sessions)::DOUBLE, 'earlier': 0::DOUBLE, 'below_earlier': 0::DOUBLE, 'before': (bounces_before)::DOUBLE, 'before_below': (sessions_before)::DOUBLE, 'capped': false}
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
),
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
SELECT segment AS "visitor_kind", variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, quantile, quantile_low, quantile_high, ranked, clustering
FROM (
  SELECT segment, variant, outcome, first_exposure, visitors, several_variants, positive, above, above_squares, below, below_squares, product,
  before, before_squares, before_product, before_below, before_below_squares, before_own_product, above_before_below, below_before, belows,
  cap, NULL::DOUBLE AS quantile, NULL::DOUBLE AS quantile_low, NULL::DOUBLE AS quantile_high,
  NULL::BIGINT AS ranked, NULL::DOUBLE AS clustering
FROM counted
UNION ALL
SELECT b.segment, b.variant, 'response_time_p95' AS outcome, b.first_exposure, b.visitors, b.several_variants, b.visitors AS positive,
  NULL::DOUBLE AS above, NULL::DOUBLE AS above_squares, NULL::DOUBLE AS below, NULL::DOUBLE AS below_squares, NULL::DOUBLE AS product,
  NULL::DOUBLE AS before, NULL::DOUBLE AS before_squares, NULL::DOUBLE AS before_product, NULL::DOUBLE AS before_below,
  NULL::DOUBLE AS before_below_squares, NULL::DOUBLE AS before_own_product, NULL::DOUBLE AS above_before_below,
  NULL::DOUBLE AS below_before, NULL::DOUBLE AS belows, NULL::DOUBLE AS cap,
  b.quantile, b.quantile_low, b.quantile_high, b.ranked, s.clustering
FROM bounds b
JOIN spread s ON s.variant = b.variant AND s.segment IS NOT DISTINCT FROM b.segment
)
ORDER BY ALL
-- bound: [2026-03-01, 2026-03-31, checkout, phone, 2026-03-01, 28, 2026-03-31, 28, 0.99, 2026-03-01, 2026-03-31]
