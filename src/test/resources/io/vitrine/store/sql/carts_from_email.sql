-- One row per cart, of those who put something in during an asked time. A cart begins with an add_to_cart where none is open; the person's next order ends it, or
-- so much time without a touch that it is over. Who left it longer than the idle time has abandoned it, until it is bought.
WITH users AS MATERIALIZED (
-- Visitors who signed in as one user and never as another are that user, also before they signed in and on each of their
-- devices. Where several people share a device, an event is the user's that it names, or the device's alone.
SELECT visitor_key, min(user_id) AS user_id
FROM visitor_users
GROUP BY visitor_key
HAVING min(user_id) = max(user_id)
),
-- What is done with a cart: 0 put in, 1 taken out, 2 a checkout, 3 an order.
touches AS MATERIALIZED (
  SELECT CASE WHEN coalesce(u.user_id, t.user_id) IS NULL THEN hash(t.visitor_key) ELSE hash(coalesce(u.user_id, t.user_id)) END AS person, t.* EXCLUDE (visitor_key, user_id)
  FROM (
    SELECT visitor_key, user_id, moment, CASE "type" WHEN 'add_to_cart' THEN 0 WHEN 'remove_from_cart' THEN 1 ELSE 2 END AS kind, id_hash, NULL::BIGINT AS order_key,
      seq, session_key, hour, product_id, coalesce(quantity, 1) AS quantity, price, CASE WHEN currency IS NULL THEN 1 ELSE rate END AS rate,
      CASE WHEN product_id IS NULL THEN items END AS items
    FROM cart_events
    WHERE "type" <> 'purchase'
    UNION ALL
    SELECT o.visitor_key, n.user_id, o.placed_at, 3, o.order_key, o.order_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
    FROM orders o
    LEFT JOIN order_users n ON n.order_key = o.order_key
    WHERE o.placed_at IS NOT NULL AND coalesce(o.visitor_key::VARCHAR, n.user_id) IS NOT NULL
  ) t
  LEFT JOIN users u ON u.visitor_key = t.visitor_key
),
-- Carts of an asked time are those of people who put something in then, but each of them from its person's very first touch.
asked AS (
  SELECT DISTINCT person FROM touches WHERE kind = 0 AND (moment >= CAST(? AS TIMESTAMP_MS) AND moment < CAST(? AS TIMESTAMP_MS))
),
-- Sorted once, so that each row sees the one before it.
placed AS (
  SELECT *, row_number() OVER () AS place, CASE WHEN person = lag(person) OVER () THEN lag(kind) OVER () END AS kind_before,
    CASE WHEN person = lag(person) OVER () THEN lag(moment) OVER () END AS moment_before
  FROM (SELECT * FROM touches WHERE person IN (SELECT person FROM asked) ORDER BY person, moment, kind, id_hash)
),
numbered AS (
  SELECT *, sum(CASE WHEN kind_before IS NULL OR kind_before = 3 OR epoch_ms(moment) - epoch_ms(moment_before) > CAST(? AS BIGINT) THEN 1 ELSE 0 END)
    OVER (ROWS UNBOUNDED PRECEDING) AS number
  FROM placed
),
kept AS MATERIALIZED (
  SELECT n.*, f.first_place
  FROM numbered n
  JOIN (
    SELECT person, number, min(place) AS first_place FROM numbered WHERE kind = 0 GROUP BY person, number
  ) f ON f.person = n.person AND f.number = n.number AND n.place >= f.first_place
),
lines AS (
  SELECT person, number, place, CASE kind WHEN 0 THEN quantity ELSE -quantity END AS pieces, coalesce(product_id, '') AS product_id, price * rate AS price
  FROM kept
  WHERE kind < 2 AND items IS NULL
  UNION ALL
  SELECT person, number, place, CASE kind WHEN 0 THEN 1 ELSE -1 END * coalesce(line.quantity, 1), line.product_id, line.price * rate
  FROM (
    SELECT person, number, place, kind, rate, unnest(from_json(items, '[{"product_id":"VARCHAR","quantity":"BIGINT","price":"DECIMAL(18,4)"}]')) AS line
    FROM kept
    WHERE kind < 2 AND items IS NOT NULL
  )
),
-- More cannot be taken out than is in it.
filled AS (
  SELECT person, number, product_id, arg_max(price, place) AS price,
    CASE WHEN min(pieces) >= 0 THEN sum(pieces) ELSE list_reduce(list(pieces ORDER BY place, pieces DESC), lambda x, y: greatest(0, x + y), CAST(0 AS BIGINT)) END AS pieces
  FROM lines
  GROUP BY person, number, product_id
),
held AS (
  SELECT person, number, sum(pieces) AS pieces, count(*) FILTER (WHERE pieces > 0) AS products, sum(pieces * price) FILTER (WHERE pieces > 0) AS value,
    bool_or(price IS NULL) FILTER (WHERE pieces > 0) AS unpriced
  FROM filled
  GROUP BY person, number
),
whole AS (
  SELECT person, number, arg_min(seq, place) AS first_seq, arg_min(session_key, place) AS session_key, arg_min(hour, place) AS hour, min(moment) AS began, max(moment) FILTER (WHERE kind < 3) AS touched_at,
    min(order_key) AS order_key, coalesce(bool_or(epoch_ms(moment) - epoch_ms(moment_before) > CAST(? AS BIGINT)) FILTER (WHERE place > first_place), false) AS was_left
  FROM kept
  GROUP BY person, number
),
carts AS MATERIALIZED (
  SELECT w.*, h.pieces, h.products, coalesce(h.unpriced, false) AS unpriced, h.value, r.revenue,
    CASE
      WHEN w.order_key IS NOT NULL AND w.was_left THEN 'recovered'
      WHEN w.order_key IS NOT NULL THEN 'bought'
      WHEN h.pieces = 0 THEN 'emptied'
      WHEN epoch_ms(n.now) - epoch_ms(w.touched_at) > CAST(? AS BIGINT) THEN 'abandoned'
      ELSE 'open'
    END AS state
  FROM whole w
  JOIN held h ON h.person = w.person AND h.number = w.number
  CROSS JOIN (SELECT max("timestamp")::TIMESTAMP AS now FROM events) n
  LEFT JOIN (
    SELECT order_key, coalesce(sum(gross), 0) - sum(refunded) AS revenue FROM sales WHERE NOT cancelled GROUP BY order_key
  ) r ON r.order_key = w.order_key
)
SELECT count(*) AS carts,
  count(*) FILTER (WHERE c.state = 'open') AS open,
  count(*) FILTER (WHERE c.state = 'bought') AS bought,
  count(*) FILTER (WHERE c.state = 'recovered') AS recovered,
  count(*) FILTER (WHERE c.state = 'abandoned') AS abandoned,
  count(*) FILTER (WHERE c.state = 'emptied') AS emptied,
  CAST(count(*) FILTER (WHERE c.state = 'abandoned') AS DOUBLE) / nullif(count(*) FILTER (WHERE c.state IN ('abandoned', 'recovered', 'bought')), 0) AS abandonment,
  CAST(count(*) FILTER (WHERE c.state = 'recovered') AS DOUBLE) / nullif(count(*) FILTER (WHERE c.state IN ('abandoned', 'recovered')), 0) AS recovery,
  coalesce(sum(c.value) FILTER (WHERE c.state = 'abandoned'), 0) AS lost_value,
  count(*) FILTER (WHERE c.state = 'abandoned' AND c.unpriced) AS unpriced,
  coalesce(sum(c.revenue) FILTER (WHERE c.state = 'recovered'), 0) AS recovered_revenue,
  coalesce(sum(c.revenue) FILTER (WHERE c.state = 'bought'), 0) AS bought_revenue,
  coalesce(sum(c.value) FILTER (WHERE c.state = 'open'), 0) AS open_value
-- Carts with the session in which they began, which says where they came from.
FROM carts c
JOIN session_hours f ON f.session_key = c.session_key AND f.hour = c.hour
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND f."channel" IN (?, ?)
  AND (f.hour_of_day > ?)
-- bound: [2026-02-28T23:00, 2026-03-31T22:00, 2592000000, 86400000, 86400000, 2026-03-01, 2026-03-31, email, x' OR 1=1, 8]
