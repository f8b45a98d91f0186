-- Everything of one visitor; money of an order as the ledger has it.
WITH mine AS (
  SELECT e.*, e."timestamp"::TIMESTAMP AS moment,
    CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END AS sender_key,
    e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time)) AS hour
  FROM events e
  WHERE e."visitor_id" = ? AND e."timestamp" >= CAST(? AS TIMESTAMP_MS) AND e."timestamp" < CAST(? AS TIMESTAMP_MS)
    AND e.visitor_key IS NOT NULL
),
numbered AS (
  SELECT m.*, f.session_start, f.session_key, f."channel" AS came_by, f."source" AS came_from, f."campaign" AS came_with, f."country" AS of_country, f."device" AS of_device,
    dense_rank() OVER (ORDER BY f.session_start, f.session_key) AS session_number
  FROM mine m
  LEFT JOIN session_hours f ON f.hour = m.hour AND f.visitor_key = m.visitor_key
    AND f.sender_key = m.sender_key AND m.moment BETWEEN f.first_at AND f.last_at
)
SELECT n.moment, n.session_number, n.session_start, n."type", n."page", n."product_id", coalesce(n."product_name", p.product_name) AS product_name,
  coalesce(p.category_id, n."category_id") AS category, n."quantity", n."search_query", n."order_id",
  CASE WHEN n."type" = 'purchase' AND o.cancelled_at IS NULL THEN o.gross - coalesce(o.refunded, 0) END AS revenue,
  CASE WHEN n."type" = 'purchase' THEN o.cancelled_at IS NOT NULL END AS cancelled,
  n.came_by, n.came_from, n.came_with, n.of_country, n.of_device, n."experiment", n."variant", n."user_id",
  count(*) OVER () AS rows_before_limit
FROM numbered n
LEFT JOIN products p ON p.product_id = n."product_id"
LEFT JOIN orders o ON o.order_id = n."order_id"
ORDER BY n.moment DESC, n."type" IN ('page_view', 'product_view'), n.id_hash DESC
LIMIT ?
-- bound: [email, 2026-02-28T23:00, 2026-03-31T22:00, 100]
