WITH active AS (
  SELECT f.visitor_key, sum(f.events) AS events, count(*) FILTER (WHERE f.starts) AS sessions
  FROM session_hours f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
  GROUP BY f.visitor_key
),
bought AS (
  SELECT f.visitor_key, count(DISTINCT f.order_key) AS orders, coalesce(sum(f.gross), 0) - sum(f.refunded) AS revenue
  FROM sales f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?) AND NOT f.cancelled AND f.visitor_key IS NOT NULL
  GROUP BY f.visitor_key
),
people AS (
  SELECT coalesce(a.visitor_key, b.visitor_key) AS visitor_key, a.events, a.sessions, b.orders, b.revenue
  FROM active a
  FULL JOIN bought b ON b.visitor_key = a.visitor_key
),
counted AS (
  SELECT g.segment, count(*) AS visitors, sum(p.sessions) AS sessions, sum(p.events) AS events, count(p.orders) AS buyers,
    sum(p.orders) AS orders, coalesce(sum(p.revenue), 0) AS revenue
  FROM people p
  LEFT JOIN visitor_segments g ON g.visitor_key = p.visitor_key
  GROUP BY g.segment
)
SELECT n.segment, coalesce(c.visitors, 0) AS visitors, CAST(c.visitors AS DOUBLE) / nullif(sum(c.visitors) OVER (), 0) AS visitor_share,
  CAST(coalesce(c.events, 0) AS BIGINT) AS events, CAST(c.events AS DOUBLE) / nullif(sum(c.events) OVER (), 0) AS event_share,
  coalesce(c.buyers, 0) AS buyers, CAST(coalesce(c.orders, 0) AS BIGINT) AS orders, coalesce(c.revenue, 0) AS revenue,
  CAST(c.revenue AS DOUBLE) / nullif(sum(c.revenue) OVER (), 0) AS revenue_share,
  CAST(c.revenue AS DOUBLE) * sum(c.visitors) OVER () / nullif(sum(c.revenue) OVER () * c.visitors, 0) AS value_index,
  CAST(c.revenue AS DOUBLE) / c.visitors AS revenue_per_visitor, CAST(c.buyers AS DOUBLE) / c.visitors AS conversion,
  n.least_events, n.most_events
FROM (
  SELECT unnest([1, 2, 3, 4]) AS place, unnest(['New', 'Occasional', 'Regular', 'Premium']) AS segment,
    unnest([1, newcomer + 1, occasional + 1, regular + 1]) AS least_events, unnest([newcomer, occasional, regular, NULL]) AS most_events
  FROM segment_bounds
) n
LEFT JOIN counted c ON c.segment = n.segment
ORDER BY n.place
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, 2026-03-01, 2026-03-31, email, x' OR 1=1, 8]
