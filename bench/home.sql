-- Home's figures in plain SQL over the table of events alone, as somebody would ask who knows the
-- data: every visitor's event names its session, and orders may arrive twice. {from} and {to} are
-- days, both included; {name} stands for the text of that name.

-- name: people
people AS (
  SELECT visitor_key, session_id, day, "type" AS type, "timestamp" AS happened, id_hash, channel,
    CASE WHEN coalesce(utm_source, utm_medium, utm_campaign, referrer_host) IS NULL THEN 2 ELSE 0 END
      + CASE WHEN "type" IN ('page_view', 'product_view') THEN 0 ELSE 1 END AS rank
  FROM events
  WHERE day BETWEEN DATE '{from}' - 1 AND DATE '{to}' + 1 AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
)
-- name: sessions
sessions AS (
  SELECT visitor_key, session_id, min(day) AS day,
    count(*) FILTER (type = 'product_view') AS views, count(*) FILTER (type = 'add_to_cart') AS carts,
    count(*) FILTER (type = 'checkout') AS checkouts, count(*) FILTER (type = 'purchase') AS purchases
  FROM people
  GROUP BY visitor_key, session_id
  HAVING min(day) BETWEEN DATE '{from}' AND DATE '{to}'
)
-- name: orders
placed AS (
  SELECT order_id, min(day) AS day, arg_min(local_time, "timestamp") AS local_time, arg_min(items, "timestamp") AS items,
    arg_min(rate, "timestamp")::DECIMAL(9, 4) AS rate, arg_min(country, "timestamp") AS country,
    arg_min(session_id, "timestamp") AS session_id
  FROM events
  WHERE "type" = 'purchase' AND day BETWEEN DATE '{from}' - 1 AND DATE '{to}' + 1 AND NOT coalesce(bot, false)
  GROUP BY order_id
  HAVING min(day) BETWEEN DATE '{from}' AND DATE '{to}'
),
kept AS (
  SELECT * FROM placed WHERE order_id NOT IN (
    SELECT order_id FROM events WHERE "type" = 'cancellation' AND day >= DATE '{from}' AND order_id IS NOT NULL)
),
lines AS (
  SELECT order_id, item.product_id AS product_id, round(item.price * item.quantity * rate, 2) AS gross
  FROM (
    SELECT order_id, rate,
      unnest(from_json(items, '[{"product_id":"VARCHAR","quantity":"INTEGER","price":"DECIMAL(9,4)"}]')) AS item
    FROM kept
  )
),
refunds AS (
  SELECT order_id, sum(round(item.price * item.quantity * rate, 2)) AS back
  FROM (
    SELECT order_id, rate::DECIMAL(9, 4) AS rate,
      unnest(from_json(items, '[{"product_id":"VARCHAR","quantity":"INTEGER","price":"DECIMAL(9,4)"}]')) AS item
    FROM events
    WHERE "type" = 'refund' AND day >= DATE '{from}'
  )
  GROUP BY order_id
),
orders AS (
  SELECT k.*, l.lines, l.gross, coalesce(r.back, 0) AS back
  FROM kept k
  JOIN (SELECT order_id, count(*) AS lines, sum(gross) AS gross FROM lines GROUP BY order_id) l ON l.order_id = k.order_id
  LEFT JOIN refunds r ON r.order_id = k.order_id
)
-- name: totals
WITH {people}, {sessions}, {orders},
v AS (SELECT count(DISTINCT visitor_key) AS visitors FROM people WHERE day BETWEEN DATE '{from}' AND DATE '{to}'),
s AS (SELECT count(*) AS sessions, count(*) FILTER (purchases > 0) AS bought FROM sessions),
o AS (SELECT count(*) AS orders, sum(gross - back) AS revenue FROM orders)
SELECT visitors, sessions, orders, revenue, round(revenue / orders, 2) AS aov, bought / sessions AS conversion_per_session
FROM v, s, o
-- name: trend
WITH {people}, {sessions}, {orders},
v AS (
  SELECT day, count(DISTINCT visitor_key) AS visitors
  FROM people WHERE day BETWEEN DATE '{from}' AND DATE '{to}' GROUP BY day
),
s AS (SELECT day, count(*) AS sessions, count(*) FILTER (purchases > 0) AS bought FROM sessions GROUP BY day),
o AS (SELECT day, count(*) AS orders, sum(gross - back) AS revenue FROM orders GROUP BY day)
SELECT v.day, visitors, sessions, orders, revenue, round(revenue / orders, 2) AS aov, bought / sessions AS conversion_per_session
FROM v JOIN s ON s.day = v.day LEFT JOIN o ON o.day = v.day
ORDER BY v.day
-- name: rates
WITH {orders},
v AS (
  SELECT count(*) FILTER ("type" = 'product_view') AS views, count(*) FILTER ("type" = 'add_to_cart') AS carts
  FROM events
  WHERE day BETWEEN DATE '{from}' AND DATE '{to}' AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
),
o AS (SELECT sum(lines) AS lines FROM orders)
SELECT carts / views AS view_to_cart, lines / carts AS cart_to_purchase, lines / views AS view_to_purchase
FROM v, o
-- name: rates_trend
WITH {orders},
v AS (
  SELECT day, count(*) FILTER ("type" = 'product_view') AS views, count(*) FILTER ("type" = 'add_to_cart') AS carts
  FROM events
  WHERE day BETWEEN DATE '{from}' AND DATE '{to}' AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
  GROUP BY day
),
o AS (SELECT day, sum(lines) AS lines FROM orders GROUP BY day)
SELECT v.day, carts / views AS view_to_cart, lines / carts AS cart_to_purchase, lines / views AS view_to_purchase
FROM v LEFT JOIN o ON o.day = v.day
ORDER BY v.day
-- name: funnel
WITH {people}, {sessions}
SELECT count(*) AS sessions, count(*) FILTER (views > 0) AS view_sessions, count(*) FILTER (carts > 0) AS cart_sessions,
  count(*) FILTER (checkouts > 0) AS checkout_sessions, count(*) FILTER (purchases > 0) AS purchase_sessions
FROM sessions
-- name: channels
WITH {people}, {orders},
sessions AS (
  SELECT session_id, min(day) AS day, arg_min(channel, {'at': happened, 'rank': rank, 'id': id_hash}) AS channel,
    count(*) FILTER (type = 'purchase') AS purchases
  FROM people
  GROUP BY visitor_key, session_id
  HAVING min(day) BETWEEN DATE '{from}' AND DATE '{to}'
),
s AS (SELECT channel, count(*) AS sessions, count(*) FILTER (purchases > 0) AS bought FROM sessions GROUP BY channel),
o AS (
  SELECT s.channel, sum(gross - back) AS revenue
  FROM orders JOIN sessions s ON s.session_id = orders.session_id
  GROUP BY s.channel
)
SELECT s.channel, sessions, bought / sessions AS conversion_per_session, coalesce(revenue, 0) AS revenue
FROM s LEFT JOIN o ON o.channel IS NOT DISTINCT FROM s.channel
ORDER BY sessions DESC
LIMIT 12
-- name: heatmap
WITH {orders}
SELECT isodow(day) AS weekday, hour(local_time) AS hour, count(*) AS orders
FROM orders
GROUP BY ALL
ORDER BY orders DESC
-- name: weekdays
WITH {people}, {sessions}, {orders},
s AS (SELECT isodow(day) AS weekday, count(*) AS sessions FROM sessions GROUP BY ALL),
o AS (SELECT isodow(day) AS weekday, count(*) AS orders, sum(gross - back) AS revenue FROM orders GROUP BY ALL)
SELECT s.weekday, revenue, orders, sessions
FROM s LEFT JOIN o ON o.weekday = s.weekday
-- name: products
WITH {orders},
back AS (
  SELECT item.product_id AS product_id, sum(round(item.price * item.quantity * rate, 2)) AS back
  FROM (
    SELECT e.rate::DECIMAL(9, 4) AS rate,
      unnest(from_json(e.items, '[{"product_id":"VARCHAR","quantity":"INTEGER","price":"DECIMAL(9,4)"}]')) AS item
    FROM events e JOIN kept k ON k.order_id = e.order_id
    WHERE e."type" = 'refund' AND e.day >= DATE '{from}'
  )
  GROUP BY ALL
),
sold AS (SELECT product_id, count(DISTINCT order_id) AS orders, sum(gross) AS gross FROM lines GROUP BY product_id)
SELECT s.product_id, gross - coalesce(back, 0) AS revenue
FROM sold s LEFT JOIN back b ON b.product_id = s.product_id
ORDER BY revenue DESC
LIMIT 1000
-- name: countries
WITH {orders}
SELECT country, sum(gross - back) AS revenue, count(*) AS orders
FROM orders
GROUP BY country
ORDER BY revenue DESC
-- name: insights
WITH {people}, {sessions}, {orders},
s AS (
  SELECT count(*) AS sessions, count(*) FILTER (purchases > 0) AS bought, count(*) FILTER (carts > 0) AS carts,
    count(*) FILTER (carts > 0 AND purchases > 0) AS bought_carts
  FROM sessions
),
o AS (SELECT count(*) AS orders, sum(gross) AS gross, sum(back) AS back FROM orders),
l AS (
  SELECT count(*) AS logs, count(*) FILTER ("type" = 'error' OR "level" IN ('ERROR', 'FATAL')) AS errors
  FROM events
  WHERE day BETWEEN DATE '{from}' AND DATE '{to}'
    AND "type" IN ('transaction', 'error', 'user_behavior', 'performance', 'fraud', 'log')
)
SELECT gross - back AS revenue, gross AS gross_revenue, back AS refunds, orders, sessions, bought AS purchase_sessions,
  bought / sessions AS conversion_per_session, carts AS cart_sessions, 1 - bought_carts / carts AS cart_abandonment,
  logs, errors
FROM s, o, l
-- name: revenue_days
WITH {orders}
SELECT day, sum(gross - back) AS revenue
FROM orders
GROUP BY day
ORDER BY day
-- name: visitor_days
SELECT day, count(DISTINCT visitor_key) AS visitors
FROM events
WHERE day BETWEEN DATE '{from}' AND DATE '{to}' AND visitor_key IS NOT NULL AND NOT coalesce(bot, false)
GROUP BY day
ORDER BY day
-- name: covered
SELECT count(*) FROM events WHERE day BETWEEN DATE '{from}' AND DATE '{to}'
-- name: read
SELECT * FROM events WHERE seq > ? AND seq <= ? ORDER BY seq
