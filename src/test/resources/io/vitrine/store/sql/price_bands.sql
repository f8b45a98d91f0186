WITH -- What happened to each product in one time.
seen_now AS (
  SELECT f.product_id, f.visitor_key, sum(f.product_views) AS views, sum(f.add_to_carts) AS add_to_carts
  FROM product_sessions f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot
  GROUP BY f.product_id, f.visitor_key
),
lines_now AS (
  SELECT f.product_id, f.visitor_key, f.quantity, f.gross, f.refunded
  FROM sales f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND NOT f.cancelled AND f.product_id IS NOT NULL
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
-- bound: [2026-03-01, 2026-03-31, 2026-03-01, 2026-03-31]
