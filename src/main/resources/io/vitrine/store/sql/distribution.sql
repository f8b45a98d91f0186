-- name: order_value
-- One row per order: its figure.
SELECT CAST(sum(f.gross) - sum(f.refunded) FILTER (WHERE f.gross IS NOT NULL) AS DOUBLE) AS figure
FROM [relation]
WHERE NOT f.cancelled AND [conditions]
GROUP BY f.order_key
HAVING count(f.gross) > 0
-- name: items_per_order
SELECT CAST(sum(f.quantity) AS DOUBLE) AS figure
FROM [relation]
WHERE NOT f.cancelled AND [conditions]
GROUP BY f.order_key
-- name: session_depth
SELECT CAST(f.session_events AS DOUBLE) AS figure
FROM [relation]
WHERE f.starts AND [conditions]
-- name: session_duration
SELECT CAST([millis f.session_end] - [millis f.session_start] AS DOUBLE) / 1000 AS figure
FROM [relation]
WHERE f.starts AND [conditions]
-- name: time_between_orders
SELECT CAST([millis o.placed_at] - [millis o.previous_at] AS DOUBLE) / 3600000 AS figure
FROM [relation]
JOIN (
  SELECT order_key, placed_at, lag(placed_at) OVER (PARTITION BY visitor_key ORDER BY placed_at, order_key) AS previous_at
  FROM (SELECT DISTINCT order_key, visitor_key, placed_at FROM sales WHERE NOT cancelled AND visitor_key IS NOT NULL)
) o ON o.order_key = f.order_key AND o.previous_at IS NOT NULL
WHERE NOT f.cancelled AND [conditions]
GROUP BY f.order_key, o.placed_at, o.previous_at
-- name: time_to_first_order
SELECT CAST([millis o.placed_at] - [millis v.first_at] AS DOUBLE) / 3600000 AS figure
FROM [relation]
JOIN (
  SELECT visitor_key, min(placed_at) AS placed_at, arg_min(order_key, placed_at) AS order_key
  FROM sales
  WHERE NOT cancelled AND visitor_key IS NOT NULL
  GROUP BY visitor_key
) o ON o.order_key = f.order_key
JOIN visitors v ON v.visitor_key = o.visitor_key
WHERE NOT f.cancelled AND [conditions]
GROUP BY f.order_key, o.placed_at, v.first_at
-- name: bounds_order_value
-- Eight to twenty classes up to the 99th percentile, as wide as a round number; what lies beyond shares the last.
SELECT list_transform(range(CAST(floor(lowest / width) AS BIGINT), CAST(floor(p99 / width) AS BIGINT) + 2), lambda i: i * width) AS bounds
FROM (
  SELECT lowest, p99, greatest(0.01, size * CASE WHEN raw <= size THEN 1 WHEN raw <= 2 * size THEN 2 WHEN raw <= 5 * size THEN 5 ELSE 10 END) AS width
  FROM (
    SELECT *, pow(10, floor(log10(raw))) AS size
    FROM (SELECT least(minimum, 0) AS lowest, p99, CASE WHEN p99 > least(minimum, 0) THEN (p99 - least(minimum, 0)) / 20 ELSE 1 END AS raw FROM figures)
  )
)
-- name: bounds_items_per_order
SELECT CAST([1, 2, 3, 4, 5, 6, 11, 21, 51, 101] AS DOUBLE[]) AS bounds
-- name: bounds_session_depth
SELECT CAST([1, 2, 3, 4, 5, 6, 11, 21, 51, 101] AS DOUBLE[]) AS bounds
-- name: bounds_session_duration
-- Nothing at all, then 1, 10, 30 seconds, 1, 3, 10, 30, 60 minutes.
SELECT CAST([0, 1, 10, 30, 60, 180, 600, 1800, 3600] AS DOUBLE[]) AS bounds
-- name: bounds_time_between_orders
-- 1 hour, 1, 3, 7, 14, 30, 60, 90, 180 and 365 days.
SELECT CAST([0, 1, 24, 72, 168, 336, 720, 1440, 2160, 4320, 8760] AS DOUBLE[]) AS bounds
-- name: bounds_time_to_first_order
SELECT CAST([0, 1, 24, 72, 168, 336, 720, 1440, 2160, 4320, 8760] AS DOUBLE[]) AS bounds
-- name: figures
SELECT n, mean, minimum, q[1] AS p10, q[2] AS p25, q[3] AS p50, q[4] AS p75, q[5] AS p90, q[6] AS p95, q[7] AS p99, maximum
FROM (
  SELECT count(*) AS n, avg(figure) AS mean, min(figure) AS minimum, max(figure) AS maximum,
    quantile_cont(figure, [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]) AS q
  FROM [from]
)
-- name: placed
-- How many lie in each class; the number of a class is that of the bounds it has behind it.
SELECT len(list_filter(b.bounds, lambda bound: bound <= v.figure)) AS class, count(*) AS held
FROM [from] v, bounds b
GROUP BY class
-- name: classes
-- Every class up to the last one that holds anything.
SELECT unnest(range(1, (SELECT max(class) FROM [placed]) + 1)) AS class
