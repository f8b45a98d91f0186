WITH -- A cart of a visitor lasts from the first product put in to the purchase; without one, until 30
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
seen AS (
  SELECT e.visitor_key, e.day, e."order_id" AS order_id, e."product_id" AS product_id,
    epoch_ms(e."timestamp") AS ms, e."timestamp"::TIMESTAMP AS moment,
    CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END AS sender_key,
    e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time)) AS hour,
    e."type" = ? AND coalesce((starts_with(e."page", ?) OR starts_with(e."page", ?)), false) AS s1,
    e."type" = ? AS s2,
    e."type" = ? AS s3,
    e."type" = ? AS s4,
    e."type" = ? AS s5,
    s1 AS begins
FROM events e
  WHERE e."timestamp" >= CAST(? AS TIMESTAMP_MS) AND e."timestamp" < CAST(? AS TIMESTAMP_MS)
    AND e."type" IN (?, ?, ?, ?, ?)
    AND NOT coalesce(e."bot", false)
),
happened AS (
  SELECT hash(c.visitor_key, c.opened) AS entity, e.visitor_key, e.ms, e.s1, e.s2, e.s3, e.s4, e.s5,
    e.begins AND e.moment < ? AS enters, NULL AS part
  FROM seen e
  JOIN carts c ON c.visitor_key = e.visitor_key AND e.ms BETWEEN c.opened AND c.closed
),
lists AS (
  SELECT entity,
    any_value(visitor_key) AS visitor_key,
    arg_min(part, ms) FILTER (WHERE enters) AS part,
    list_sort(list(ms) FILTER (WHERE enters))[2] AS a1,
    list(ms) FILTER (WHERE s1) AS l1,
    list(ms) FILTER (WHERE s2) AS l2,
    list(ms) FILTER (WHERE s3) AS l3,
    list(ms) FILTER (WHERE s4) AS l4,
    list(ms) FILTER (WHERE s5) AS l5
  FROM happened
  WHERE entity IS NOT NULL
  GROUP BY entity
  HAVING a1 IS NOT NULL
),
started AS (SELECT *, a1 AS origin, a1 + CAST(? AS BIGINT) AS closes FROM lists),
tried3 AS (
  SELECT *, list_min(list_filter(l3, lambda x: x >= a1 AND x <= closes)) AS n3,
    list_min(list_filter(l2, lambda x: x >= a1 AND x <= closes)) AS n2
  FROM started
),
reached3 AS (
  SELECT *, CASE WHEN n3 IS NULL OR n2 < n3 THEN n2 END AS a2,
    CASE WHEN len(coalesce(list_filter(l5, lambda x: x > a1 AND x < n3), [])) = 0 THEN n3 END AS a3
  FROM tried3
),
tried5 AS (
  SELECT *, list_min(list_filter(l5, lambda x: x >= a3 AND x <= closes)) AS n5,
    list_min(list_filter(l4, lambda x: x >= a3 AND x <= closes)) AS n4
  FROM reached3
),
reached5 AS (
  SELECT *, CASE WHEN n5 IS NULL OR n4 < n5 THEN n4 END AS a4,
    CASE WHEN (n4 IS NULL OR n4 >= n5) AND len(coalesce(list_filter(l1, lambda x: x > a3 AND x < n5), [])) = 0 AND len(coalesce(list_filter(l2, lambda x: x > a3 AND x < n5), [])) = 0 THEN n5 END AS a5
  FROM tried5
),
reached AS (SELECT * FROM reached5),
-- What has not happened by the last event that is known may still happen.
ending AS (SELECT coalesce(max(epoch_ms(last_at)), 0) AS data_end FROM session_hours)
SELECT (least(coalesce(a5, greatest(data_end, origin)), closes) - origin) // 1000 AS seconds,
  count(a5) AS converted, count(*) - count(a5) AS censored
FROM reached, ending
GROUP BY 1
ORDER BY 1
-- bound: [2026-04-07T22:00, product_view, x' OR 1=1, /fr/, search, add_to_cart, remove_from_cart, purchase, 2026-02-28T23:00, 2026-04-07T22:00, product_view, search, add_to_cart, remove_from_cart, purchase, 2026-03-31T22:00, 604800000]
