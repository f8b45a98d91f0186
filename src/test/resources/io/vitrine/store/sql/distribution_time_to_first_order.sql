WITH now AS MATERIALIZED (
SELECT CAST(epoch_ms(o.placed_at) - epoch_ms(v.first_at) AS DOUBLE) / 3600000 AS figure
FROM sales f
JOIN (
  SELECT visitor_key, min(placed_at) AS placed_at, arg_min(order_key, placed_at) AS order_key
  FROM sales
  WHERE NOT cancelled AND visitor_key IS NOT NULL
  GROUP BY visitor_key
) o ON o.order_key = f.order_key
JOIN visitors v ON v.visitor_key = o.visitor_key
WHERE NOT f.cancelled AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
GROUP BY f.order_key, o.placed_at, v.first_at
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
SELECT CAST([0, 1, 24, 72, 168, 336, 720, 1440, 2160, 4320, 8760] AS DOUBLE[]) AS bounds
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
