-- name: rows
WITH chosen AS (
  SELECT e.seq, s.session_key, e.id_hash, e."timestamp", e.local_time, e.day, e.visitor_key, e.visitor_id, e."type", e.order_id,
    coalesce(l.line, 0) AS line, CASE WHEN l.line > 0 THEN l.product_id ELSE e.product_id END AS product_id
  FROM events e
  JOIN session_hours s ON s.hour = e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time))
    AND s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END
    AND e."timestamp"::TIMESTAMP BETWEEN s.first_at AND s.last_at
  LEFT JOIN order_entries l ON l.seq = e.seq AND l.kind = 'purchase'
  WHERE NOT s.bot AND e.day BETWEEN [from] AND [to]
  [page by e."timestamp", e.id_hash, e.id, coalesce(l.line, 0)]
),
ledger AS (
  SELECT o.order_key, l.product_id, l.gross,
    row_number() OVER (PARTITION BY o.order_key, l.product_id ORDER BY l.line) AS place
  FROM orders o
  JOIN order_lines l ON l.order_key = o.order_key
  WHERE o.placed_at IS NOT NULL AND o.cancelled_at IS NULL AND NOT o.bot
),
named AS (
  -- Rows that name a product of an order; those of known people and of the event that counts come first.
  SELECT l.seq, l.line, l.order_key, l.product_id,
    row_number() OVER (PARTITION BY l.order_key, l.product_id
      ORDER BY l.visitor_key IS NULL OR l.bot, l.event_id IS DISTINCT FROM o.event_id, l.happened_at, l.event_id, l.line) AS place
  FROM order_entries l
  JOIN orders o ON o.order_key = l.order_key
  WHERE l.kind = 'purchase'
),
carried AS (
  SELECT n.seq, n.line, l.gross
  FROM named n
  JOIN ledger l ON l.order_key = n.order_key AND l.product_id IS NOT DISTINCT FROM n.product_id AND l.place = n.place
),
activity AS (
  SELECT visitor_key, sum(events) AS total_events
  FROM session_hours
  WHERE NOT bot [paged AND visitor_key IN (SELECT visitor_key FROM chosen)]
  GROUP BY visitor_key
),
viewed AS (
  SELECT product_id, CAST(sum(product_views) AS BIGINT) AS views
  FROM product_days
  WHERE NOT bot [paged AND product_id IN (SELECT product_id FROM chosen)]
  GROUP BY product_id
),
bought AS (
  SELECT product_id, count(*) AS lines
  FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL
  GROUP BY product_id
)
SELECT c.visitor_id AS user_id, CAST(c.session_key AS VARCHAR) AS session_id, c.local_time AS "timestamp", c.day AS "date",
  hour(c.local_time) AS "hour", dayname(c.day) AS day_of_week,
  CASE c."type" WHEN 'product_view' THEN 'view' WHEN 'add_to_cart' THEN 'addtocart' WHEN 'purchase' THEN 'transaction'
    ELSE c."type" END AS event_type,
  c.product_id, c.order_id AS transaction_id, CAST(m.gross AS [money]) AS amount,
  CASE WHEN a.total_events <= [newcomer] THEN 'New' WHEN a.total_events <= [occasional] THEN 'Occasional'
    WHEN a.total_events <= [regular] THEN 'Regular' ELSE 'Premium' END AS segment,
  CASE WHEN c.product_id IS NOT NULL THEN coalesce(v.views, 0) END AS product_views,
  CASE WHEN c.product_id IS NOT NULL THEN coalesce(b.lines, 0) END AS product_purchases
FROM chosen c
LEFT JOIN carried m ON m.seq = c.seq AND m.line = c.line
JOIN activity a ON a.visitor_key = c.visitor_key
LEFT JOIN viewed v ON v.product_id = c.product_id
LEFT JOIN bought b ON b.product_id = c.product_id
ORDER BY c."timestamp", c.id_hash, c.line
-- name: count
-- Events of visitors, and the lines beyond the first of purchases that name several.
SELECT (
  SELECT coalesce(sum(events), 0) FROM hour_totals WHERE NOT bot AND day BETWEEN [from] AND [to]
) + (
  SELECT count(*)
  FROM events e
  JOIN session_hours s ON s.hour = e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time))
    AND s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END
    AND e."timestamp"::TIMESTAMP BETWEEN s.first_at AND s.last_at
  JOIN order_entries l ON l.seq = e.seq AND l.kind = 'purchase' AND l.line > 1
  WHERE NOT s.bot AND e.day BETWEEN [from] AND [to] AND e."type" = 'purchase'
)
