WITH now AS MATERIALIZED (
SELECT CAST(f.session_events AS DOUBLE) AS figure
FROM session_hours f
WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
),
figures AS (
SELECT n, mean, minimum, q[1] AS p10, q[2] AS p25, q[3] AS p50, q[4] AS p75, q[5] AS p90, q[6] AS p95, q[7] AS p99, maximum
FROM (
  SELECT count(*) AS n, avg(figure) AS mean, min(figure) AS minimum, max(figure) AS maximum,
    quantile_cont(figure, [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]) AS q
  FROM now
)
),
bounds AS (
SELECT CAST([1, 2, 3, 4, 5, 6, 11, 21, 51, 101] AS DOUBLE[]) AS bounds
),
placed AS (
-- How many lie in each class; the number of a class is that of the bounds it has behind it.
SELECT len(list_filter(b.bounds, lambda bound: bound <= v.figure)) AS class, count(*) AS held
FROM now v, bounds b
GROUP BY class
),
classes AS (
-- Every class up to the last one that holds anything.
SELECT unnest(range(1, (SELECT max(class) FROM placed) + 1)) AS class
)
SELECT b.bounds[c.class] AS low,
  b.bounds[c.class + 1] AS high,
  coalesce(p.held, 0) AS count,
  f.n,
  f.mean,
  f.minimum,
  f.p10,
  f.p25,
  f.p50,
  f.p75,
  f.p90,
  f.p95,
  f.p99,
  f.maximum
FROM classes c
CROSS JOIN bounds b
CROSS JOIN figures f
LEFT JOIN placed p ON p.class = c.class
ORDER BY c.class
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8]
