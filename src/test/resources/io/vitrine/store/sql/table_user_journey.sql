WITH chosen AS (
  SELECT visitor_key, CAST(sum(events) AS BIGINT) AS total_events, min(first_at) AS began, max(last_at) AS ended,
    arg_min(local_hour + (first_at - hour), first_at) AS local_began, arg_max(local_hour + (last_at - hour), last_at) AS local_ended
  FROM (SELECT *, CAST(day AS TIMESTAMP) + to_hours(hour_of_day) AS local_hour FROM session_hours WHERE NOT bot)
  GROUP BY visitor_key
  HAVING bool_or(day BETWEEN ? AND ?)
  ORDER BY began, visitor_key
  LIMIT ? OFFSET ?
),
steps AS (
  SELECT e.visitor_key, e.visitor_id,
    CASE e."type" WHEN 'product_view' THEN 'view' WHEN 'add_to_cart' THEN 'addtocart' WHEN 'purchase' THEN 'transaction'
      ELSE e."type" END AS event,
    row_number() OVER (PARTITION BY e.visitor_key ORDER BY e."timestamp", e.id_hash, e.id, coalesce(l.line, 0)) AS place
  FROM events e
  JOIN session_hours s ON s.hour = e."timestamp"::TIMESTAMP - (e.local_time - date_trunc('hour', e.local_time))
    AND s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e.session_id IS NULL THEN 0::UBIGINT ELSE hash(e.session_id) END
    AND e."timestamp"::TIMESTAMP BETWEEN s.first_at AND s.last_at
  LEFT JOIN order_entries l ON l.seq = e.seq AND l.kind = 'purchase'
  WHERE NOT s.bot AND e.visitor_key IN (SELECT visitor_key FROM chosen)
),
journeys AS (
  SELECT visitor_key, min(visitor_id) AS visitor_id, string_agg(event, ' -> ' ORDER BY place) AS journey
  FROM steps
  WHERE place <= 10
  GROUP BY visitor_key
)
SELECT j.visitor_id AS user_id, j.journey, c.local_began AS first_time, c.local_ended AS last_time, c.total_events,
  CASE WHEN c.total_events <= ? THEN 'New' WHEN c.total_events <= ? THEN 'Occasional'
    WHEN c.total_events <= ? THEN 'Regular' ELSE 'Premium' END AS segment,
  CAST(epoch_ms(c.ended) - epoch_ms(c.began) AS DOUBLE) / 3600000 AS duration
FROM chosen c
JOIN journeys j ON j.visitor_key = c.visitor_key
ORDER BY c.began, c.visitor_key
-- bound: [2026-03-01, 2026-03-31, 50, 100, 5, 20, 100]
