-- name: figures
-- What happened to each product in one time.
seen_[time] AS (
  SELECT f.product_id, f.visitor_key, sum(f.product_views) AS views, sum(f.add_to_carts) AS add_to_carts
  FROM [goods]
  WHERE [goods_where]
  GROUP BY f.product_id, f.visitor_key
),
lines_[time] AS (
  SELECT f.product_id, f.visitor_key, f.quantity, f.gross, f.refunded
  FROM [sales]
  WHERE [sales_where] AND NOT f.cancelled AND f.product_id IS NOT NULL
),
visited_[time] AS (
  -- Of those who viewed it, the ones who bought it in the same time.
  SELECT s.product_id, sum(s.views) AS views, sum(s.add_to_carts) AS add_to_carts,
    count(*) FILTER (WHERE s.views > 0) AS viewers, count(b.visitor_key) FILTER (WHERE s.views > 0) AS buyers
  FROM seen_[time] s
  LEFT JOIN (SELECT DISTINCT product_id, visitor_key FROM lines_[time] WHERE visitor_key IS NOT NULL) b
    ON b.product_id = s.product_id AND b.visitor_key = s.visitor_key
  GROUP BY s.product_id
),
sold_[time] AS (
  SELECT product_id, count(*) AS order_lines, sum(quantity) AS units, coalesce(sum(gross), 0) AS gross, sum(refunded) AS refunds,
    CAST(sum(gross) AS DOUBLE) / nullif(sum(quantity) FILTER (WHERE gross IS NOT NULL), 0) AS price
  FROM lines_[time]
  GROUP BY product_id
),
figures_[time] AS (
  SELECT coalesce(v.product_id, s.product_id) AS product_id,
    CAST(coalesce(v.views, 0) AS BIGINT) AS views, coalesce(v.viewers, 0) AS viewers,
    CAST(coalesce(v.add_to_carts, 0) AS BIGINT) AS add_to_carts, coalesce(v.buyers, 0) AS buyers,
    coalesce(s.order_lines, 0) AS order_lines, CAST(coalesce(s.units, 0) AS BIGINT) AS units,
    coalesce(s.gross, 0) - coalesce(s.refunds, 0) AS revenue, coalesce(s.refunds, 0) AS refunds, s.price
  FROM visited_[time] v
  FULL JOIN sold_[time] s ON s.product_id = v.product_id
)
-- name: rows
shop AS (
  SELECT CAST(sum(buyers) AS DOUBLE) / nullif(sum(viewers), 0) AS conversion FROM figures_now
),
judged AS (
  -- Exact binomial test: how likely so few buyers would be if the product converted as the shop does. A product is
  -- tested where viewers are enough to tell no buyer at all from chance.
  SELECT f.*, CAST(f.buyers AS DOUBLE) / nullif(f.viewers, 0) AS conversion, s.conversion AS shop_conversion,
    CASE
      WHEN NOT coalesce(s.conversion > 0 AND s.conversion < 1 AND pow(1 - s.conversion, f.viewers) <= 0.05, false) THEN NULL
      WHEN f.buyers >= f.viewers * s.conversion THEN 1.0
      ELSE least(1.0, list_sum(list_transform(range(0, f.buyers + 1), lambda k: exp(lgamma(f.viewers + 1) - lgamma(k + 1)
        - lgamma(f.viewers - k + 1) + k * ln(s.conversion) + (f.viewers - k) * ln(1 - s.conversion)))))
    END AS p_value
  FROM figures_now f CROSS JOIN shop s
),
corrected AS (
  -- Benjamini and Hochberg (1995) over the products tested.
  SELECT *, CASE WHEN p_value IS NOT NULL THEN least(1.0, min(p_value * tested / place)
    OVER (ORDER BY place DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) END AS adjusted_p_value
  FROM (
    SELECT *, count(p_value) OVER () AS tested, row_number() OVER (ORDER BY p_value ASC NULLS LAST, product_id) AS place
    FROM judged
  )
),
named AS (
  SELECT c.*, p.product_name, p.category_id
  FROM corrected c
  LEFT JOIN products p ON p.product_id = c.product_id
)
SELECT n.product_id AS product, n.product_name, n.category_id AS category, n.views, n.viewers, n.add_to_carts, n.order_lines, n.units,
  n.revenue, n.refunds, n.price, n.buyers, n.conversion,
  -- Wilson (1927) score interval of 95 %.
  CASE WHEN n.viewers > 0 THEN greatest(0.0, (n.conversion + 1.920729 / n.viewers
    - 1.959964 * sqrt(n.conversion * (1 - n.conversion) / n.viewers + 0.960365 / (n.viewers * n.viewers))) / (1 + 3.841459 / n.viewers)) END AS conversion_low,
  CASE WHEN n.viewers > 0 THEN least(1.0, (n.conversion + 1.920729 / n.viewers
    + 1.959964 * sqrt(n.conversion * (1 - n.conversion) / n.viewers + 0.960365 / (n.viewers * n.viewers))) / (1 + 3.841459 / n.viewers)) END AS conversion_high,
  n.shop_conversion, n.adjusted_p_value[previous], count(*) OVER () AS rows_before_limit
FROM named n[joined]
WHERE [group] AND [search]
ORDER BY [order]
LIMIT [limit] OFFSET [offset]
-- name: previous
,
  coalesce(b.views, 0) AS views_previous, coalesce(b.order_lines, 0) AS order_lines_previous, coalesce(b.revenue, 0) AS revenue_previous,
  CAST(b.buyers AS DOUBLE) / nullif(b.viewers, 0) AS conversion_previous
-- name: price_bands
banded AS (
  SELECT *, decade * CASE WHEN price < 2 * decade THEN 1 WHEN price < 5 * decade THEN 2 ELSE 5 END AS price_from,
    decade * CASE WHEN price < 2 * decade THEN 2 WHEN price < 5 * decade THEN 5 ELSE 10 END AS price_to
  FROM (SELECT *, pow(10, floor(log10(price))) AS decade FROM figures_now WHERE price > 0)
)
SELECT price_from, price_to, count(*) AS products, CAST(sum(views) AS BIGINT) AS views, CAST(sum(viewers) AS BIGINT) AS viewers,
  CAST(sum(buyers) AS BIGINT) AS buyers, CAST(sum(order_lines) AS BIGINT) AS order_lines, CAST(sum(units) AS BIGINT) AS units,
  sum(revenue) AS revenue, CAST(sum(buyers) AS DOUBLE) / nullif(sum(viewers), 0) AS conversion
FROM banded
GROUP BY price_from, price_to
ORDER BY price_from
