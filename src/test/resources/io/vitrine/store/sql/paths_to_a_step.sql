-- What happened in each session, in order and without saying the same twice in a row. At one
-- instant a page is before what happens on it. Being shown an experiment is nothing a visitor does.
WITH sessions AS (
  SELECT f.session_key, f.visitor_key, f.sender_key, f.session_start, f.session_end, f.session_purchases > 0 AS bought
  FROM session_hours f
  WHERE f.starts AND f.day BETWEEN ? AND ? AND NOT f.bot AND f."channel" IN (?, ?) AND (f.hour_of_day > ?)
),
happened AS (
  SELECT s.session_key, s.bought, e."id_hash" AS id_hash, epoch_ms(e."timestamp") AS ms,
    e."type" NOT IN ('page_view', 'product_view') AS after_page, CASE WHEN e."type" = 'page_view' AND e."page" IS NOT NULL
      THEN regexp_replace(regexp_replace(e."page", '^https{0,1}://[^/]+', ''), '[\x3F#].*$', '') ELSE e."type" END AS label
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
  SELECT session_key, bought, steps, coalesce(list_position(list_transform(steps, lambda x: struct_extract(x, 'label')), CAST(? AS VARCHAR)), 0) AS place
  FROM plain
),
ways AS (
  SELECT bought, steps[greatest(1, place - 4) : place] AS way, 5 - least(place, 5) AS shift
  FROM placed
  WHERE place > 0
),
labels AS (
  SELECT label
  FROM (SELECT unnest(list_distinct(list_transform(way, lambda x: struct_extract(x, 'label')))) AS label FROM ways)
  GROUP BY label
  ORDER BY count(*) DESC, label
  LIMIT ?
),
moves AS (
  SELECT place + shift AS position, struct_extract(way[place], 'label') AS from_label,
    struct_extract(way[place + 1], 'label') AS to_label,
    struct_extract(way[place + 1], 'ms') - struct_extract(way[place], 'ms') AS took
  FROM (SELECT way, shift, unnest(range(1, len(way))) AS place FROM ways)
)
SELECT position, CASE WHEN from_label IN (SELECT label FROM labels) THEN from_label ELSE '*' END AS from_step,
  CASE WHEN to_label IS NULL THEN NULL WHEN to_label IN (SELECT label FROM labels) THEN to_label ELSE '*' END AS to_step,
  count(*) AS sessions, median(took) / 1000 AS median_seconds
FROM moves
GROUP BY ALL
ORDER BY position, sessions DESC, from_step, to_step NULLS LAST
-- bound: [2026-03-01, 2026-03-31, email, x' OR 1=1, 8, email, 20]
