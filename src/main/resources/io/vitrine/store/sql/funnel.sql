-- name: orders_with_lines
SELECT o.order_id
FROM orders o JOIN order_lines n ON n.order_key = o.order_key LEFT JOIN products p ON p.product_id = n.product_id
WHERE
-- name: carts
-- A cart of a visitor lasts from the first product put in to the purchase; without one, until 30
-- days after the last thing done with it. The next product put in opens another.
cart_actions AS (
  SELECT visitor_key, "type" AS type, epoch_ms(moment) AS ms, "type" = 'purchase' AS bought
  FROM cart_events
  WHERE moment < ?
),
-- Sorted once, so that each row sees the one before it.
cart_breaks AS (
  SELECT *, coalesce(NOT visitor_key = lag(visitor_key) OVER () OR lag(bought) OVER () OR ms - lag(ms) OVER () > 2592000000, true) AS opens
  FROM (SELECT * FROM cart_actions ORDER BY visitor_key, ms, bought)
),
cart_numbers AS (
  SELECT visitor_key, type, ms, bought, count_if(opens) OVER (ROWS UNBOUNDED PRECEDING) AS number
  FROM cart_breaks
),
carts AS (
  SELECT visitor_key, number, min(ms) FILTER (WHERE type = 'add_to_cart') AS opened,
    coalesce(max(ms) FILTER (WHERE bought), max(ms) + 2592000000) AS closed
  FROM cart_numbers
  GROUP BY visitor_key, number
  HAVING opened IS NOT NULL
),
-- name: seen
seen AS (
  SELECT e.visitor_key, e.day, e."order_id" AS order_id, e."product_id" AS product_id,[category]
    epoch_ms(e."timestamp") AS ms, e."timestamp"::TIMESTAMP AS moment,
    CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END AS sender_key,
    e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time)) AS hour
-- name: seen_from
  FROM events e[products]
  WHERE e."timestamp" >= CAST(? AS TIMESTAMP_MS) AND e."timestamp" < CAST(? AS TIMESTAMP_MS)
-- name: stepped
-- Where nothing but known types of events is asked for, sessions tell what happened in them.
stepped AS (
  SELECT *, epoch_ms(hour) AS millis, unnest(steps) AS step
  FROM session_hours
  WHERE last_at >= ? AND first_at < ?
),
known AS (
  SELECT *, millis + (step >> 40) AS ms, make_timestamp((millis + (step >> 40)) * 1000) AS moment, (step >> 38) & 1 = 1 AS robot, l.label
  FROM stepped
  JOIN step_labels l ON l.number = step & 524287
),
seen AS (
  SELECT e.*
-- name: stepped_from
  FROM known e
  WHERE e.moment >= ? AND e.moment < ?
-- name: stepped_kind
e.label = ?
-- name: stepped_kinds
e.label IN (
-- name: seen_category
p.category_id AS category_id,
-- name: seen_products
LEFT JOIN products p ON p.product_id = e."product_id"
-- name: every_session
  JOIN session_hours f ON f.hour = e.hour AND f.visitor_key = e.visitor_key
    AND f.sender_key = e.sender_key AND e.moment BETWEEN f.first_at AND f.last_at
-- name: entering_session
  LEFT JOIN session_hours f ON f.hour = CASE WHEN e.begins THEN e.hour END AND f.visitor_key = e.visitor_key
    AND f.sender_key = e.sender_key AND e.moment BETWEEN f.first_at AND f.last_at
-- name: cart
  JOIN carts c ON c.visitor_key = e.visitor_key AND e.ms BETWEEN c.opened AND c.closed
-- name: ending
-- What has not happened by the last event that is known may still happen.
ending AS (SELECT coalesce(max(epoch_ms(last_at)), 0) AS data_end FROM session_hours)
-- name: times
SELECT (least(coalesce({last}, greatest(data_end, origin)), closes) - origin) // 1000 AS seconds,
  count({last}) AS converted, count(*) - count({last}) AS censored
FROM reached, ending
GROUP BY 1
ORDER BY 1
-- name: trend
SELECT bucket, entered, converted, converted / entered AS from_first_step, complete, friction_below,
  coalesce(complete AND converted / entered < friction_below, false) AS friction
FROM (
  SELECT *, avg(converted / entered) FILTER (WHERE complete) OVER ()
    - stddev_samp(converted / entered) FILTER (WHERE complete) OVER () AS friction_below
  FROM (
    SELECT part AS bucket, count(*) AS entered, count({last}) AS converted, max(closes) <= any_value(data_end) AS complete
    FROM reached, ending
    GROUP BY part
  )
)
ORDER BY bucket
-- name: visitors
page AS (
  SELECT visitor_key, origin, {moment} AS moment, count(*) OVER () AS rows_before_limit
  FROM reached
  WHERE {condition}
  ORDER BY origin DESC, visitor_key
  LIMIT ?
)
SELECT v.visitor_id, v.user_id, make_timestamp(origin * 1000) AS entered_at,
  make_timestamp(moment * 1000) AS reached_at, rows_before_limit
FROM page
LEFT JOIN (
  SELECT visitor_key, any_value("visitor_id") AS visitor_id, any_value("user_id") AS user_id
  FROM events
  WHERE visitor_key IN (SELECT visitor_key FROM page)
  GROUP BY visitor_key
) v ON v.visitor_key = page.visitor_key
ORDER BY origin DESC, page.visitor_key
-- name: steps
SELECT part, step, event_type, mode, entered, converted, entered - converted - still_open AS gone, still_open,
  entered / nullif(could, 0) AS from_previous_step, entered / nullif(starting, 0) AS from_first_step, median_seconds,
  dense_rank() OVER (ORDER BY starting DESC, part NULLS LAST) AS place, count(*) OVER () AS rows_before_limit
FROM (SELECT part, starting, unnest(rows, recursive := true) FROM summed)
