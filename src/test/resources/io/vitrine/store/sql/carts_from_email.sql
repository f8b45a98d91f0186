-- One row per cart, of those who put something in during an asked time. A cart begins with an add_to_cart where none is open; the person's next order ends it, or
-- so much time without a touch that it is over. Who left it longer than the idle time has abandoned it, until it is bought.
WITH users AS MATERIALIZED (
-- Visitors who signed in as one user and never as another are that user, also before they signed in and on each of their
-- devices. Where several people share a device, an event is the user's that it names, or the device's alone.
SELECT visitor_key, min(user_id) AS user_id
FROM events
WHERE user_id IS NOT NULL AND visitor_key IS NOT NULL
GROUP BY visitor_key
HAVING min(user_id) = max(user_id)
),
moved AS (
  SELECT seq, visitor_key, user_id, "timestamp"::TIMESTAMP AS moment, id_hash, "type" AS kind,
    CASE "type" WHEN 'add_to_cart' THEN 0 WHEN 'remove_from_cart' THEN 1 ELSE 2 END AS rank,
    product_id, coalesce(quantity, 1) AS quantity, CASE WHEN currency IS NULL THEN 1 ELSE rate END AS rate, price, items
  FROM events
  WHERE "type" IN ('add_to_cart', 'remove_from_cart', 'checkout') AND visitor_key IS NOT NULL
),
named AS (
  SELECT order_id, min(user_id) AS user_id FROM events WHERE "type" = 'purchase' AND user_id IS NOT NULL GROUP BY order_id
),
bought AS (
  SELECT o.order_key, o.placed_at, o.visitor_key, n.user_id
  FROM orders o
  LEFT JOIN named n ON n.order_id = o.order_id
  WHERE o.placed_at IS NOT NULL AND coalesce(o.visitor_key::VARCHAR, n.user_id) IS NOT NULL
),
touches AS (
  SELECT CASE WHEN coalesce(u.user_id, t.user_id) IS NULL THEN hash(t.visitor_key) ELSE hash(coalesce(u.user_id, t.user_id)) END AS person, t.*
  FROM (
    SELECT seq, visitor_key, user_id, moment, rank, id_hash, kind, NULL::BIGINT AS order_key FROM moved
    UNION ALL
    SELECT NULL, visitor_key, user_id, placed_at, 3, order_key, 'purchase', order_key FROM bought
  ) t
  LEFT JOIN users u ON u.visitor_key = t.visitor_key
),
-- Carts of an asked time are those of people who put something in then, but each of them from its person's very first touch.
asked AS (
  SELECT DISTINCT person FROM touches WHERE rank = 0 AND (moment >= CAST(? AS TIMESTAMP_MS) AND moment < CAST(? AS TIMESTAMP_MS))
),
placed AS (
  SELECT *, row_number() OVER w AS place, lag(kind) OVER w AS kind_before, lag(moment) OVER w AS moment_before
  FROM touches
  WHERE person IN (SELECT person FROM asked)
  WINDOW w AS (PARTITION BY person ORDER BY moment, rank, id_hash)
),
numbered AS (
  SELECT *, sum(CASE WHEN kind_before IS NULL OR kind_before = 'purchase' OR epoch_ms(moment) - epoch_ms(moment_before) > CAST(? AS BIGINT) THEN 1 ELSE 0 END)
    OVER (PARTITION BY person ORDER BY place ROWS UNBOUNDED PRECEDING) AS number
  FROM placed
),
kept AS MATERIALIZED (
  SELECT n.*, f.first_place
  FROM numbered n
  JOIN (
    SELECT person, number, min(place) AS first_place FROM numbered WHERE kind = 'add_to_cart' GROUP BY person, number
  ) f ON f.person = n.person AND f.number = n.number AND n.place >= f.first_place
),
lines AS (
  SELECT k.person, k.number, k.place, CASE WHEN m.kind = 'add_to_cart' THEN l.quantity ELSE -l.quantity END AS pieces, l.product_id, l.price * m.rate AS price
  FROM kept k
  JOIN moved m ON m.seq = k.seq AND m.kind <> 'checkout'
  JOIN (
    SELECT seq, coalesce(product_id, '') AS product_id, quantity, price FROM moved WHERE items IS NULL OR product_id IS NOT NULL
    UNION ALL
    SELECT seq, line.product_id, coalesce(line.quantity, 1), line.price
    FROM (
      SELECT seq, unnest(from_json(items, '[{"product_id":"VARCHAR","quantity":"BIGINT","price":"DECIMAL(18,4)"}]')) AS line
      FROM moved
      WHERE items IS NOT NULL AND product_id IS NULL
    )
  ) l ON l.seq = k.seq
),
-- More cannot be taken out than is in it.
filled AS (
  SELECT person, number, product_id, arg_max(sum_so_far, place) - least(0, min(sum_so_far)) AS pieces, arg_max(price, place) AS price
  FROM (
    SELECT *, sum(pieces) OVER (PARTITION BY person, number, product_id ORDER BY place, pieces DESC ROWS UNBOUNDED PRECEDING) AS sum_so_far
    FROM lines
  )
  GROUP BY person, number, product_id
),
held AS (
  SELECT person, number, sum(pieces) AS pieces, count(*) FILTER (WHERE pieces > 0) AS products, sum(pieces * price) FILTER (WHERE pieces > 0) AS value,
    bool_or(price IS NULL) FILTER (WHERE pieces > 0) AS unpriced
  FROM filled
  GROUP BY person, number
),
whole AS (
  SELECT person, number, arg_min(seq, place) AS first_seq, min(moment) AS began, max(moment) FILTER (WHERE kind <> 'purchase') AS touched_at,
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
JOIN events e ON e.seq = c.first_seq AND e."timestamp" >= CAST(? AS TIMESTAMP_MS) AND e."timestamp" < CAST(? AS TIMESTAMP_MS)
JOIN session_hours f ON f.visitor_key = e.visitor_key AND f.hour = e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time))
  AND f.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END AND c.began BETWEEN f.first_at AND f.last_at
WHERE f.day BETWEEN ? AND ?
  AND NOT f.bot
  AND f."channel" IN (?, ?)
  AND (f.hour_of_day > ?)
-- bound: [2026-02-28T23:00, 2026-03-31T22:00, 2592000000, 86400000, 86400000, 2026-02-28T23:00, 2026-03-31T22:00, 2026-03-01, 2026-03-31, email, x' OR 1=1, 8]
