-- name: rows
WITH seen AS (
  SELECT product_id, sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM product_days
  WHERE NOT bot AND day BETWEEN [from] AND [to]
  GROUP BY product_id
),
sold AS (
  SELECT product_id, count(*) AS lines, coalesce(sum(gross), 0) - sum(refunded) AS revenue
  FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL AND day BETWEEN [from] AND [to]
  GROUP BY product_id
),
figures AS (
  SELECT coalesce(v.product_id, s.product_id) AS product_id, coalesce(v.views, 0) AS views,
    coalesce(v.add_to_carts, 0) AS add_to_carts, coalesce(s.lines, 0) AS lines, coalesce(s.revenue, 0) AS revenue,
    CAST(s.lines AS DOUBLE) / nullif(v.views, 0) AS conversion
  FROM seen v
  FULL JOIN sold s ON s.product_id = v.product_id
),
bounds AS (
  SELECT quantile_disc(revenue, 0.75) AS revenue, quantile_disc(conversion, 0.75) AS conversion, quantile_disc(views, 0.5) AS views
  FROM figures
  WHERE lines > 0
),
judged AS (
  SELECT f.*, f.revenue > 0 AND f.revenue >= b.revenue AS high_revenue,
    coalesce(f.conversion >= b.conversion, false) AS high_conversion, f.views >= b.views AS popular
  FROM figures f CROSS JOIN bounds b
)
SELECT j.product_id, p.product_name, p.category_id AS category, CAST(j.views AS BIGINT) AS views,
  CAST(j.add_to_carts AS BIGINT) AS add_to_carts, j.lines AS purchases, CAST(j.revenue AS [money]) AS total_revenue,
  CAST(j.add_to_carts AS DOUBLE) / nullif(j.views, 0) AS view_to_cart_rate,
  CAST(j.lines AS DOUBLE) / nullif(j.views, 0) AS view_to_purchase_rate,
  CAST(j.lines AS DOUBLE) / nullif(j.add_to_carts, 0) AS cart_to_purchase_rate,
  CASE
    WHEN j.lines = 0 THEN 'No Sales'
    WHEN j.high_revenue AND j.high_conversion THEN 'Top Performer'
    WHEN j.high_revenue THEN 'High Revenue'
    WHEN j.high_conversion THEN 'High Conversion'
    WHEN j.popular THEN 'Popular'
    ELSE 'Low Performer'
  END AS performance
FROM judged j
LEFT JOIN products p ON p.product_id = j.product_id
ORDER BY j.revenue DESC, j.product_id
[page]
-- name: count
SELECT count(*) FROM (
  SELECT product_id FROM product_days WHERE NOT bot AND day BETWEEN [from] AND [to]
  UNION
  SELECT product_id FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL AND day BETWEEN [from] AND [to]
)
