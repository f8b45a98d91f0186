-- A visitor's first day within a week or month is the one whose day before it lies in an earlier
-- one; only those days are counted. What has begun but is not over by the last known day
-- is not complete.
WITH members AS (
SELECT f.visitor_key, CAST(date_trunc('week', f.day) AS DATE) AS cohort
FROM session_hours f
WHERE f.arrives AND f.day >= ? AND f.day < ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
),
known AS (SELECT max(day) AS last_day FROM visitor_days),
sizes AS (SELECT cohort, count(*) AS size FROM members GROUP BY cohort),
active AS (
  SELECT m.cohort, (CAST(date_trunc('week', v.day) AS DATE) - m.cohort) // 7 AS age, count(DISTINCT v.visitor_key) AS active
  FROM visitor_days v
  JOIN members m ON m.visitor_key = v.visitor_key
  WHERE v.day >= m.cohort AND (v.previous_day IS NULL OR CAST(date_trunc('week', v.previous_day) AS DATE) < CAST(date_trunc('week', v.day) AS DATE)) AND NOT v.bot
  GROUP BY ALL
),
sold AS (
  SELECT m.cohort, (CAST(date_trunc('week', s.day) AS DATE) - m.cohort) // 7 AS age, count(DISTINCT s.visitor_key) AS buyers, count(DISTINCT s.order_key) AS orders,
    coalesce(sum(s.gross), 0) - coalesce(sum(s.refunded), 0) AS revenue
  FROM sales s
  JOIN members m ON m.visitor_key = s.visitor_key
  WHERE NOT s.cancelled AND s.day >= m.cohort AND NOT s.bot
  GROUP BY ALL
),
cells AS (
  SELECT cohort, size, age, cohort + CAST(7 * age AS INTEGER) AS begins, cohort + CAST(7 * (age + 1) AS INTEGER) AS ends
  FROM sizes, (SELECT unnest(range(0, 1 + (SELECT (max(last_day) - min(cohort)) // 7 FROM sizes, known))) AS age)
)
SELECT c.cohort, c.age, c.size, coalesce(a.active, 0) AS active, coalesce(a.active, 0) / c.size AS retention,
  coalesce(s.buyers, 0) AS buyers, coalesce(s.buyers, 0) / c.size AS buyer_retention, coalesce(s.orders, 0) AS orders,
  coalesce(s.revenue, 0) AS revenue,
  CAST(coalesce(s.revenue, 0) AS DOUBLE)
    / nullif(CAST(first_value(coalesce(s.revenue, 0)) OVER w AS DOUBLE), 0) AS revenue_retention,
  sum(coalesce(s.revenue, 0)) OVER w AS revenue_cumulative,
  sum(coalesce(s.revenue, 0)) OVER w / c.size AS ltv,
  c.ends <= k.last_day AS complete
FROM cells c
CROSS JOIN known k
LEFT JOIN active a ON a.cohort = c.cohort AND a.age = c.age
LEFT JOIN sold s ON s.cohort = c.cohort AND s.age = c.age
WHERE c.begins <= k.last_day
WINDOW w AS (PARTITION BY c.cohort ORDER BY c.age ROWS UNBOUNDED PRECEDING)
ORDER BY c.cohort, c.age
-- bound: [2026-02-23, 2026-04-06, email, x' OR 1=1, 8]
