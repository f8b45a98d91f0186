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

-- The same from the events themselves and the table of order lines, as a shop has them that keeps
-- both in PostgreSQL. A name in braces stands for the text of that name.

-- name: people
people AS (
  SELECT visitor_key, session_id, day, local_time, "timestamp" AS happened, id_hash, "type" AS type, channel, country, page,
    CASE WHEN coalesce(utm_source, utm_medium, utm_campaign, referrer_host) IS NULL THEN 2 ELSE 0 END
      + CASE WHEN "type" IN ('page_view', 'product_view') THEN 0 ELSE 1 END AS rank
  FROM events
  WHERE day BETWEEN date '{from}' - 1 AND date '{to}' + 1 AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
)
-- name: traffic by day, events
WITH {people},
s AS (
  SELECT day, count(*) AS sessions FROM (SELECT min(day) AS day FROM people GROUP BY visitor_key, session_id) started GROUP BY day
),
v AS (SELECT day, count(DISTINCT visitor_key) AS visitors, count(*) AS events FROM people GROUP BY day),
n AS (
  SELECT first_day AS day, count(*) AS new_visitors
  FROM visitors v
  WHERE first_day BETWEEN '{from}' AND '{to}'
    AND EXISTS (SELECT 1 FROM people p WHERE p.visitor_key = v.visitor_key AND p.day = v.first_day)
  GROUP BY first_day
)
SELECT v.day AS bucket, v.visitors, n.new_visitors, s.sessions, v.events
FROM v JOIN s ON s.day = v.day LEFT JOIN n ON n.day = v.day
WHERE v.day BETWEEN '{from}' AND '{to}'
ORDER BY v.day
-- name: visitors, events
SELECT count(DISTINCT visitor_key) AS visitors, count(DISTINCT visitor_key) FILTER (WHERE "type" = 'purchase') AS buyers
FROM events WHERE day BETWEEN '{from}' AND '{to}' AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
-- name: hours of the week, events
WITH {people}
SELECT extract(isodow FROM at)::text AS weekday, extract(hour FROM at)::text AS hour, count(*) AS sessions
FROM (SELECT min(local_time) AS at, min(day) AS day FROM people GROUP BY visitor_key, session_id) s
WHERE day BETWEEN '{from}' AND '{to}'
GROUP BY 1, 2
-- name: channels, events
WITH {people},
s AS (
  SELECT visitor_key, (array_agg(channel ORDER BY happened, rank, id_hash))[1] AS channel, min(day) AS day, max(day) AS last_day,
    count(*) FILTER (WHERE type = 'purchase') AS purchases
  FROM people GROUP BY visitor_key, session_id
)
SELECT s.channel, s.visitors, s.sessions, s.conversion_per_session, coalesce(r.revenue, 0) AS revenue
FROM (
  SELECT channel, count(DISTINCT visitor_key) AS visitors, count(*) FILTER (WHERE day >= '{from}') AS sessions,
    count(*) FILTER (WHERE day >= '{from}' AND purchases > 0)::float8 / nullif(count(*) FILTER (WHERE day >= '{from}'), 0) AS conversion_per_session
  FROM s WHERE day <= '{to}' AND last_day >= '{from}' GROUP BY channel
) s
LEFT JOIN (
  SELECT channel, sum(gross - refunded) FILTER (WHERE NOT cancelled) AS revenue
  FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY channel
) r ON r.channel IS NOT DISTINCT FROM s.channel
-- name: countries, events
WITH {people},
s AS (
  SELECT visitor_key, (array_agg(country ORDER BY happened, rank, id_hash) FILTER (WHERE country IS NOT NULL))[1] AS country,
    min(day) AS day, max(day) AS last_day
  FROM people GROUP BY visitor_key, session_id
)
SELECT country, count(DISTINCT visitor_key) AS visitors, count(*) FILTER (WHERE day >= '{from}') AS sessions
FROM s WHERE day <= '{to}' AND last_day >= '{from}'
GROUP BY country ORDER BY visitors DESC LIMIT 50
-- name: landing pages, events
WITH {people},
s AS (
  SELECT (array_agg(page ORDER BY happened, rank, id_hash) FILTER (WHERE page IS NOT NULL))[1] AS landing_page,
    min(day) AS day, count(*) FILTER (WHERE type <> 'exposure') AS acts
  FROM people GROUP BY visitor_key, session_id
)
SELECT landing_page, count(*) AS sessions, count(*) FILTER (WHERE acts <= 1)::float8 / count(*) AS bounce_rate
FROM s WHERE day BETWEEN '{from}' AND '{to}'
GROUP BY landing_page ORDER BY sessions DESC, landing_page LIMIT 50
-- name: rates by day, events
SELECT v.day AS bucket, v.add_to_carts::float8 / nullif(v.views, 0) AS view_to_cart, coalesce(o.order_lines, 0)::float8 / nullif(v.views, 0) AS view_to_purchase
FROM (
  SELECT day, count(*) FILTER (WHERE "type" = 'product_view') AS views, count(*) FILTER (WHERE "type" = 'add_to_cart') AS add_to_carts
  FROM events WHERE day BETWEEN '{from}' AND '{to}' AND visitor_key IS NOT NULL AND NOT coalesce(bot, false) GROUP BY day
) v
LEFT JOIN (SELECT day, count(*) FILTER (WHERE NOT cancelled) AS order_lines FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY day) o ON o.day = v.day
-- name: products, events
SELECT coalesce(v.product_id, s.product_id) AS product, v.views, v.add_to_carts, s.revenue
FROM (
  SELECT product_id, count(*) FILTER (WHERE "type" = 'product_view') AS views, count(*) FILTER (WHERE "type" = 'add_to_cart') AS add_to_carts
  FROM events
  WHERE day BETWEEN '{from}' AND '{to}' AND product_id IS NOT NULL AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
  GROUP BY product_id
) v
FULL JOIN (
  SELECT product_id, sum(gross - refunded) FILTER (WHERE NOT cancelled) AS revenue
  FROM sales WHERE day BETWEEN '{from}' AND '{to}' AND NOT bot GROUP BY product_id
) s ON s.product_id = v.product_id
