WITH chosen AS (
  SELECT e.id_hash, e."timestamp", e.local_time, e.day, e.visitor_key, e.visitor_id, e."type", e.order_id,
    coalesce(l.line, 0) AS line, CASE WHEN l.line > 0 THEN l.product_id ELSE e.product_id END AS product_id
  FROM events e
  JOIN session_hours s ON s.hour = e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time))
    AND s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END
    AND e."timestamp"::TIMESTAMP BETWEEN s.first_at AND s.last_at
  LEFT JOIN order_entries l ON l.seq = e.seq AND l.kind = 'purchase'
  WHERE NOT s.bot AND e.day BETWEEN ? AND ?
  ORDER BY e."timestamp", e.id_hash, e.id, coalesce(l.line, 0)
  LIMIT ? OFFSET ?
),
activity AS (
  SELECT visitor_key, sum(events) AS total_events
  FROM session_hours
  WHERE NOT bot AND visitor_key IN (SELECT visitor_key FROM chosen)
  GROUP BY visitor_key
),
viewed AS (
  SELECT product_id, CAST(sum(product_views) AS BIGINT) AS views
  FROM product_days
  WHERE NOT bot AND product_id IN (SELECT product_id FROM chosen)
  GROUP BY product_id
),
bought AS (
  SELECT product_id, count(*) AS lines
  FROM sales
  WHERE NOT bot AND NOT cancelled AND product_id IS NOT NULL
  GROUP BY product_id
)
SELECT epoch_ms(c."timestamp") AS "timestamp", c.visitor_id AS visitorid,
  CASE c."type" WHEN 'product_view' THEN 'view' WHEN 'add_to_cart' THEN 'addtocart' WHEN 'purchase' THEN 'transaction'
    ELSE c."type" END AS event,
  c.product_id AS itemid, c.order_id AS transactionid,
  CASE WHEN a.total_events <= ? THEN 'New' WHEN a.total_events <= ? THEN 'Occasional'
    WHEN a.total_events <= ? THEN 'Regular' ELSE 'Premium' END AS segment,
  CASE WHEN c.product_id IS NOT NULL THEN coalesce(v.views, 0) END AS view_count,
  CASE WHEN c.product_id IS NOT NULL THEN coalesce(b.lines, 0) END AS purchase_count,
  c.local_time AS "datetime", c.day AS "date", hour(c.local_time) AS "hour", dayname(c.day) AS day_of_week
FROM chosen c
JOIN activity a ON a.visitor_key = c.visitor_key
LEFT JOIN viewed v ON v.product_id = c.product_id
LEFT JOIN bought b ON b.product_id = c.product_id
ORDER BY c."timestamp", c.id_hash, c.line
-- bound: [2026-03-01, 2026-03-31, 50, 100, 5, 20, 100]
