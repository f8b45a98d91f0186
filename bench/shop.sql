-- The figures of the shop's pages in SQL for PostgreSQL, over the product's own tables, as somebody
-- would write it who knows them and their indexes. {from} and {to} are days, both included. Columns
-- have the names of the product's answers; figures that are not asked for are left out.

-- name: traffic by day
SELECT h.day AS bucket, v.visitors, h.new_visitors, h.sessions, h.events
FROM (
  SELECT day, sum(new_visitors) AS new_visitors, sum(sessions) AS sessions, sum(events) AS events
  FROM hour_totals WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY day
) h
LEFT JOIN (SELECT day, count(*) AS visitors FROM visitor_days WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY day) v ON v.day = h.day
ORDER BY h.day
-- name: visitors
SELECT count(DISTINCT visitor_key) AS visitors, count(DISTINCT visitor_key) FILTER (WHERE purchased) AS buyers
FROM visitor_days WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot
-- name: hours of the week
SELECT extract(isodow FROM day)::text AS weekday, hour_of_day::text AS hour, sum(sessions) AS sessions
FROM hour_totals WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot
GROUP BY 1, 2
-- name: channels
SELECT s.channel, s.visitors, s.sessions, s.conversion_per_session, coalesce(r.revenue, 0) AS revenue
FROM (
  SELECT channel, count(DISTINCT visitor_key) AS visitors, count(*) FILTER (WHERE starts) AS sessions,
    count(*) FILTER (WHERE starts AND session_purchases > 0)::float8 / nullif(count(*) FILTER (WHERE starts), 0) AS conversion_per_session
  FROM session_hours WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY channel
) s
LEFT JOIN (
  SELECT channel, sum(gross - refunded) FILTER (WHERE NOT cancelled) AS revenue
  FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY channel
) r ON r.channel IS NOT DISTINCT FROM s.channel
-- name: countries
SELECT s.country, s.visitors, s.sessions
FROM (
  SELECT country, count(DISTINCT visitor_key) AS visitors, count(*) FILTER (WHERE starts) AS sessions
  FROM session_hours WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY country
) s
ORDER BY visitors DESC LIMIT 50
-- name: landing pages
SELECT landing_page, count(*) FILTER (WHERE starts) AS sessions,
  count(*) FILTER (WHERE starts AND session_events = 1)::float8 / nullif(count(*) FILTER (WHERE starts), 0) AS bounce_rate
FROM session_hours WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot
GROUP BY landing_page
HAVING count(*) FILTER (WHERE starts) > 0
ORDER BY sessions DESC, landing_page LIMIT 50
-- name: rates by day
SELECT v.day AS bucket, v.add_to_carts::float8 / nullif(v.views, 0) AS view_to_cart, coalesce(o.order_lines, 0)::float8 / nullif(v.views, 0) AS view_to_purchase
FROM (
  SELECT day, sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM hour_totals WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY day
) v
LEFT JOIN (SELECT day, count(*) FILTER (WHERE NOT cancelled) AS order_lines FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY day) o ON o.day = v.day
-- name: products
SELECT coalesce(v.product_id, s.product_id) AS product, v.views, v.add_to_carts, s.revenue
FROM (
  SELECT product_id, sum(product_views) AS views, sum(add_to_carts) AS add_to_carts
  FROM product_days WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY product_id
) v
FULL JOIN (
  SELECT product_id, sum(gross - refunded) FILTER (WHERE NOT cancelled) AS revenue
  FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY product_id
) s ON s.product_id = v.product_id
-- name: revenue of a year by week
SELECT date_trunc('week', day)::date AS bucket, sum(gross - refunded) FILTER (WHERE NOT cancelled) AS revenue,
  count(DISTINCT order_key) FILTER (WHERE NOT cancelled) AS orders
FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot
GROUP BY 1
