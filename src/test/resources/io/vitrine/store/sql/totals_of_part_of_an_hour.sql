SELECT coalesce(n.visitors, 0) AS "visitors",
  coalesce(n.sessions, 0) AS "sessions",
  coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS "revenue",
  CAST(coalesce(n.gross, 0) - coalesce(n.refunded, 0) AS DOUBLE) / nullif(coalesce(n.orders, 0), 0) AS "aov"
FROM (
SELECT sum(visitors) AS visitors,
  sum(sessions) AS sessions,
  sum(orders) AS orders,
  sum(gross) AS gross,
  sum(refunded) AS refunded
FROM (
SELECT CAST(count(DISTINCT f.visitor_key) AS BIGINT) AS visitors,
  CAST(count(*) FILTER (WHERE f.starts) AS BIGINT) AS sessions,
  CAST(NULL AS BIGINT) AS orders,
  CAST(NULL AS DECIMAL(38, 4)) AS gross,
  CAST(NULL AS DECIMAL(38, 4)) AS refunded
FROM (
-- Rows like those of session_hours, counted from the events between two instants.
SELECT e.day, date_trunc('minute', e.moment) AS moment, s.hour, s.hour_of_day, s.session_key, s.visitor_key,
  s.session_start, bool_or(s.starts AND e.moment = s.session_start) AS starts,
  bool_or(s.arrives AND e.moment = s.first_at) AS arrives, s.new_visitor, s.bot,
  s.channel, s.source, s.medium, s.campaign, s.referrer_host, s.country, s.device, s.browser, s.system,
  s.landing_page,
  count(*) AS events,
  count(*) FILTER (WHERE e.type IN ('page_view', 'product_view')) AS page_views,
  count(*) FILTER (WHERE e.type = 'product_view') AS product_views,
  count(*) FILTER (WHERE e.type = 'add_to_cart') AS add_to_carts,
  count(*) FILTER (WHERE e.type = 'checkout') AS checkouts,
  count(*) FILTER (WHERE e.type = 'purchase') AS purchases,
  s.session_events, s.session_views, s.session_carts, s.session_checkouts, s.session_purchases, s.session_end
FROM (
  SELECT day, "timestamp"::TIMESTAMP AS moment, visitor_key, "type" AS type,
    CASE WHEN session_id IS NULL THEN 0::UBIGINT ELSE hash(session_id) END AS sender_key,
    "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour
  FROM events
  WHERE "timestamp" >= CAST(? AS TIMESTAMP_MS) AND "timestamp" < CAST(? AS TIMESTAMP_MS) AND visitor_key IS NOT NULL
) e
JOIN session_hours s ON s.hour = e.hour AND s.visitor_key = e.visitor_key
  AND s.sender_key = e.sender_key AND e.moment BETWEEN s.first_at AND s.last_at
GROUP BY ALL
) f
WHERE true
  AND NOT f.bot
UNION ALL
SELECT CAST(NULL AS BIGINT) AS visitors,
  CAST(NULL AS BIGINT) AS sessions,
  CAST(count(DISTINCT f.order_key) FILTER (WHERE NOT f.cancelled) AS BIGINT) AS orders,
  CAST(sum(f.gross) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS gross,
  CAST(sum(f.refunded) FILTER (WHERE NOT f.cancelled) AS DECIMAL(38, 4)) AS refunded
FROM sales f
WHERE f.placed_at >= ? AND f.placed_at < ?
  AND NOT f.bot)
) n
-- bound: [2026-03-01T10:00:30, 2026-03-01T10:10, 2026-03-01T10:00:30, 2026-03-01T10:10]
