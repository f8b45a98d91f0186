WITH bought AS (
  SELECT f.visitor_key, f.day, sum(f.gross - f.refunded) AS amount
  FROM sales f
LEFT JOIN products p ON p.product_id = f.product_id
  WHERE f.visitor_key IS NOT NULL AND NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot AND p.category_id IN (?)
  GROUP BY f.visitor_key, f.day
),
buyers AS (
  SELECT visitor_key, count(*) - 1 AS repeats, max(day) - min(day) AS recency, min(day) AS first_day,
    round(avg(amount), 2) AS mean_value
  FROM bought
  GROUP BY visitor_key
),
asked AS (SELECT greatest(1, ceil(count(*) / ?))::BIGINT AS every FROM buyers)
SELECT repeats, recency, CAST(? AS DATE) - first_day AS age, mean_value, count(*) * any_value(every) AS buyers
FROM buyers, asked
WHERE hash(visitor_key) % every = 0
GROUP BY repeats, recency, age, mean_value
ORDER BY repeats, recency, age, mean_value NULLS LAST
-- bound: [2026-03-01, 2026-03-31, lamps, 50000, 2026-03-31]
