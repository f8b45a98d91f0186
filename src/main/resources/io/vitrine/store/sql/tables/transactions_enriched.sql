-- name: rows
WITH chosen AS (
  SELECT o.order_id, s.*, CAST(s.day AS TIMESTAMP) + to_hours(s.hour_of_day) + (s.placed_at - s.hour) AS local_time
  FROM sales s
  JOIN orders o ON o.order_key = s.order_key
  WHERE NOT s.bot AND NOT s.cancelled AND s.day BETWEEN [from] AND [to]
  [page by s.placed_at, o.order_id, s.product_id, s.gross, s.refunded, s.quantity]
),
buyers AS (
  SELECT visitor_key, min(visitor_id) AS visitor_id
  FROM events
  WHERE visitor_key IS NOT NULL [paged AND visitor_key IN (SELECT visitor_key FROM chosen)]
  GROUP BY visitor_key
),
activity AS (
  SELECT visitor_key, CAST(sum(events) AS BIGINT) AS total_events
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
SELECT c.order_id AS transaction_id, c.day AS "date", c.hour_of_day AS "hour", c.local_time AS transaction_date,
  b.visitor_id AS user_id, c.product_id, c.order_id AS transactionid, 'transaction' AS event,
  CAST(c.gross AS [money]) AS amount,
  CASE WHEN a.total_events <= [newcomer] THEN 'New' WHEN a.total_events <= [occasional] THEN 'Occasional'
    WHEN a.total_events <= [regular] THEN 'Regular' WHEN a.total_events > [regular] THEN 'Premium' END AS segment,
  a.total_events, CASE WHEN c.product_id IS NOT NULL THEN coalesce(v.views, 0) END AS view_count, g.lines AS purchase_count
FROM chosen c
LEFT JOIN buyers b ON b.visitor_key = c.visitor_key
LEFT JOIN activity a ON a.visitor_key = c.visitor_key
LEFT JOIN viewed v ON v.product_id = c.product_id
LEFT JOIN bought g ON g.product_id = c.product_id
ORDER BY c.placed_at, c.order_id, c.product_id, c.gross, c.refunded, c.quantity
-- name: count
SELECT count(*) FROM sales WHERE NOT bot AND NOT cancelled AND day BETWEEN [from] AND [to]
