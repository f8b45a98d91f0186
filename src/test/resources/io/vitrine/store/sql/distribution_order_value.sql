WITH now AS MATERIALIZED (
-- One row per order: its figure.
SELECT CAST(sum(f.gross) - sum(f.refunded) FILTER (WHERE f.gross IS NOT NULL) AS DOUBLE) AS figure
FROM sales f
WHERE NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
GROUP BY f.order_key
HAVING count(f.gross) > 0
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
-- Eight to twenty classes up to the 99th percentile, as wide as a round number; what lies beyond shares the last.
SELECT list_transform(range(CAST(floor(lowest / width) AS BIGINT), CAST(floor(p99 / width) AS BIGINT) + 2), lambda i: i * width) AS bounds
FROM (
  SELECT lowest, p99, greatest(0.01, size * CASE WHEN raw <= size THEN 1 WHEN raw <= 2 * size THEN 2 WHEN raw <= 5 * size THEN 5 ELSE 10 END) AS width
  FROM (
    SELECT *, pow(10, floor(log10(raw))) AS size
    FROM (SELECT least(minimum, 0) AS lowest, p99, CASE WHEN p99 > least(minimum, 0) THEN (p99 - least(minimum, 0)) / 20 ELSE 1 END AS raw FROM figures)
  )
)
),
placed AS (
-- How many lie in each class; the number of a class is that of the bounds it has behind it.
SELECT len(list_filter(b.bounds, lambda bound: bound <= v.figure)) AS class, count(*) AS held
FROM now v, bounds b
GROUP BY class
),
before AS MATERIALIZED (
-- One row per order: its figure.
SELECT CAST(sum(f.gross) - sum(f.refunded) FILTER (WHERE f.gross IS NOT NULL) AS DOUBLE) AS figure
FROM sales f
WHERE NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
GROUP BY f.order_key
HAVING count(f.gross) > 0
),
figures_before AS (
SELECT n, mean, minimum, q[1] AS p10, q[2] AS p25, q[3] AS p50, q[4] AS p75, q[5] AS p90, q[6] AS p95, q[7] AS p99, maximum
FROM (
  SELECT count(*) AS n, avg(figure) AS mean, min(figure) AS minimum, max(figure) AS maximum,
    quantile_cont(figure, [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]) AS q
  FROM before
)
),
placed_before AS (
-- How many lie in each class; the number of a class is that of the bounds it has behind it.
SELECT len(list_filter(b.bounds, lambda bound: bound <= v.figure)) AS class, count(*) AS held
FROM before v, bounds b
GROUP BY class
),
classes AS (
-- Every class up to the last one that holds anything.
SELECT unnest(range(1, (SELECT max(class) FROM (FROM placed UNION ALL FROM placed_before)) + 1)) AS class
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
  f.maximum,
  coalesce(o.held, 0) AS count_previous,
  g.n AS n_previous,
  g.mean AS mean_previous,
  g.minimum AS minimum_previous,
  g.p10 AS p10_previous,
  g.p25 AS p25_previous,
  g.p50 AS p50_previous,
  g.p75 AS p75_previous,
  g.p90 AS p90_previous,
  g.p95 AS p95_previous,
  g.p99 AS p99_previous,
  g.maximum AS maximum_previous
FROM classes c
CROSS JOIN bounds b
CROSS JOIN figures f
CROSS JOIN figures_before g
LEFT JOIN placed p ON p.class = c.class
LEFT JOIN placed_before o ON o.class = c.class
ORDER BY c.class
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-01-29, 2026-02-28, email, x' OR 1=1, 8]
