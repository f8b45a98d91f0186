WITH -- What happened to each product in one time.
seen_now AS (
  SELECT f.product_id, f.visitor_key, sum(f.product_views) AS views, sum(f.add_to_carts) AS add_to_carts
  FROM product_sessions f
JOIN session_hours s ON s.session_key = f.session_key AND s.starts
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND s."channel" IN (?, ?) AND (f.hour_of_day > ?)
  GROUP BY f.product_id, f.visitor_key
),
lines_now AS (
  SELECT f.product_id, f.visitor_key, f.quantity, f.gross, f.refunded
  FROM sales f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND NOT f.cancelled AND f.product_id IS NOT NULL
),
visited_now AS (
  -- Of those who viewed it, the ones who bought it in the same time.
  SELECT s.product_id, sum(s.views) AS views, sum(s.add_to_carts) AS add_to_carts,
    count(*) FILTER (WHERE s.views > 0) AS viewers, count(b.visitor_key) FILTER (WHERE s.views > 0) AS buyers
  FROM seen_now s
  LEFT JOIN (SELECT DISTINCT product_id, visitor_key FROM lines_now WHERE visitor_key IS NOT NULL) b
    ON b.product_id = s.product_id AND b.visitor_key = s.visitor_key
  GROUP BY s.product_id
),
sold_now AS (
  SELECT product_id, count(*) AS order_lines, sum(quantity) AS units, coalesce(sum(gross), 0) AS gross, sum(refunded) AS refunds,
    CAST(sum(gross) AS DOUBLE) / nullif(sum(quantity) FILTER (WHERE gross IS NOT NULL), 0) AS price
  FROM lines_now
  GROUP BY product_id
),
figures_now AS (
  SELECT coalesce(v.product_id, s.product_id) AS product_id,
    CAST(coalesce(v.views, 0) AS BIGINT) AS views, coalesce(v.viewers, 0) AS viewers,
    CAST(coalesce(v.add_to_carts, 0) AS BIGINT) AS add_to_carts, coalesce(v.buyers, 0) AS buyers,
    coalesce(s.order_lines, 0) AS order_lines, CAST(coalesce(s.units, 0) AS BIGINT) AS units,
    coalesce(s.gross, 0) - coalesce(s.refunds, 0) AS revenue, coalesce(s.refunds, 0) AS refunds, s.price
  FROM visited_now v
  FULL JOIN sold_now s ON s.product_id = v.product_id
),
-- What happened to each product in one time.
seen_before AS (
  SELECT f.product_id, f.visitor_key, sum(f.product_views) AS views, sum(f.add_to_carts) AS add_to_carts
  FROM product_sessions f
JOIN session_hours s ON s.session_key = f.session_key AND s.starts
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND s."channel" IN (?, ?) AND (f.hour_of_day > ?)
  GROUP BY f.product_id, f.visitor_key
),
lines_before AS (
  SELECT f.product_id, f.visitor_key, f.quantity, f.gross, f.refunded
  FROM sales f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND NOT f.cancelled AND f.product_id IS NOT NULL
),
visited_before AS (
  -- Of those who viewed it, the ones who bought it in the same time.
  SELECT s.product_id, sum(s.views) AS views, sum(s.add_to_carts) AS add_to_carts,
    count(*) FILTER (WHERE s.views > 0) AS viewers, count(b.visitor_key) FILTER (WHERE s.views > 0) AS buyers
  FROM seen_before s
  LEFT JOIN (SELECT DISTINCT product_id, visitor_key FROM lines_before WHERE visitor_key IS NOT NULL) b
    ON b.product_id = s.product_id AND b.visitor_key = s.visitor_key
  GROUP BY s.product_id
),
sold_before AS (
  SELECT product_id, count(*) AS order_lines, sum(quantity) AS units, coalesce(sum(gross), 0) AS gross, sum(refunded) AS refunds,
    CAST(sum(gross) AS DOUBLE) / nullif(sum(quantity) FILTER (WHERE gross IS NOT NULL), 0) AS price
  FROM lines_before
  GROUP BY product_id
),
figures_before AS (
  SELECT coalesce(v.product_id, s.product_id) AS product_id,
    CAST(coalesce(v.views, 0) AS BIGINT) AS views, coalesce(v.viewers, 0) AS viewers,
    CAST(coalesce(v.add_to_carts, 0) AS BIGINT) AS add_to_carts, coalesce(v.buyers, 0) AS buyers,
    coalesce(s.order_lines, 0) AS order_lines, CAST(coalesce(s.units, 0) AS BIGINT) AS units,
    coalesce(s.gross, 0) - coalesce(s.refunds, 0) AS revenue, coalesce(s.refunds, 0) AS refunds, s.price
  FROM visited_before v
  FULL JOIN sold_before s ON s.product_id = v.product_id
),
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
  n.shop_conversion, n.adjusted_p_value,
  coalesce(b.views, 0) AS views_previous, coalesce(b.order_lines, 0) AS order_lines_previous, coalesce(b.revenue, 0) AS revenue_previous,
  CAST(b.buyers AS DOUBLE) / nullif(b.viewers, 0) AS conversion_previous, count(*) OVER () AS rows_before_limit
FROM named n
LEFT JOIN figures_before b ON b.product_id = n.product_id
WHERE n.adjusted_p_value <= 0.05 AND (contains(lower(n.product_id), lower(?)) OR contains(lower(coalesce(n.product_name, '')), lower(?)))
ORDER BY "views" DESC NULLS LAST, product
LIMIT ? OFFSET ?
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-01-29, 2026-02-28, email, x' OR 1=1, 8, 2026-01-29, 2026-02-28, email, x' OR 1=1, 8, email, email, 25, 50]
