-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start, f.session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot
),
happened AS (
  SELECT s.session_key, s.bought, e."id_hash" AS id_hash, epoch_ms(e."timestamp") AS ms,
    e."type" NOT IN ('page_view', 'product_view') AS after_page, e."type" AS label
  FROM events e
  JOIN sessions s ON s.visitor_key = e.visitor_key
    AND s.sender_key = CASE WHEN e."session_id" IS NULL THEN 0::UBIGINT ELSE hash(e."session_id") END
    AND e."timestamp"::TIMESTAMP BETWEEN s.session_start AND s.session_end
  WHERE e."timestamp" >= (SELECT min(session_start) FROM sessions) AND e."timestamp" <= (SELECT max(session_end) FROM sessions)
    AND e."type" <> 'exposure'
),
told AS (
  SELECT session_key, any_value(bought) AS bought,
    list({'ms': ms, 'label': label} ORDER BY ms, after_page, id_hash) AS all_steps
  FROM happened
  GROUP BY session_key
),
plain AS (
  SELECT session_key, bought,
    list_filter(all_steps, lambda x, i: i = 1 OR struct_extract(x, 'label') <> struct_extract(all_steps[i - 1], 'label')) AS steps
  FROM told
),
placed AS (
  SELECT session_key, bought, steps, 1 AS place
  FROM plain
),
ways AS (
  SELECT bought, steps[place : place + 2] AS way, 0 AS shift
  FROM placed
  WHERE place > 0
),
counted AS (
  SELECT list_transform(way, lambda x: struct_extract(x, 'label')) AS labels, count(*) AS sessions,
    count(*) / sum(count(*)) OVER () AS share, count_if(bought) AS purchase_sessions, count_if(bought) / count(*) AS conversion,
    median(struct_extract(way[len(way)], 'ms') - struct_extract(way[1], 'ms')) / 1000 AS median_seconds
  FROM ways
  GROUP BY labels
)
SELECT labels[1] AS step_1, labels[2] AS step_2, labels[3] AS step_3, sessions, share, purchase_sessions, conversion, median_seconds, count(*) OVER () AS rows_before_limit
FROM counted
ORDER BY sessions DESC, labels
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 20]
