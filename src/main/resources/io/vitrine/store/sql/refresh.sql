-- name: touched
-- The visitors whose events of some days have changed; nobody else's figures can have.
CREATE TEMP TABLE touched (visitor_key BIGINT NOT NULL)
-- name: touch
INSERT INTO touched SELECT unnest(CAST(? AS BIGINT[]))
-- name: touch_all
INSERT INTO touched SELECT DISTINCT visitor_key FROM events WHERE day BETWEEN ? AND ? AND visitor_key IS NOT NULL
-- name: pages
-- The label of a page is its path. Found once for each page, not for each event.
CREATE TEMP TABLE pages AS
SELECT page, regexp_replace(regexp_replace(page, '^https{0,1}://[^/]+', ''), '[\x3F#].*$', '') AS label
FROM (
  SELECT DISTINCT page
  FROM events
  WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched) AND "type" = 'page_view' AND page IS NOT NULL
)
-- name: label_steps
INSERT INTO step_labels
SELECT number, label
FROM (
  SELECT (SELECT coalesce(max(number), 0) FROM step_labels) + row_number() OVER (ORDER BY label) AS number, label
  FROM (
    SELECT label FROM pages
    UNION
    SELECT "type" FROM events
    WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched) AND "type" <> 'exposure'
  )
  WHERE label NOT IN (SELECT label FROM step_labels)
)
WHERE number < 524287
-- name: tagged
-- Events of those visitors with the number of their session; the sessions still open on the day
-- before stand in as one carried row each. A gap of exactly the limit stays in the session; a
-- sender's session has ended when a whole day passes without it. Of events at the same instant the
-- one that says where the visitor came from is first, and a page before what happens on it.
-- Sorted once, so that each row sees the one before it; place counts the rows, and run is the place
-- of the session's first. A row at the same instant as the one before it is tied.
CREATE TEMP TABLE tagged AS
WITH labelled AS (
  SELECT p.page, l.number FROM pages p JOIN step_labels l ON l.label = p.label
),
happened AS (
  SELECT seq, visitor_key, CASE WHEN session_id IS NULL THEN 0::UBIGINT ELSE hash(session_id) END AS sender_key,
    "timestamp"::TIMESTAMP AS moment, id_hash, day,
    "timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)) AS hour,
    hour(local_time)::INTEGER AS hour_of_day, "type" AS type, product_id, coalesce(bot, false) AS bot, false AS carried,
    NULL::TIMESTAMP AS session_start, NULL::DATE AS start_day,
    CASE WHEN "type" <> 'exposure' THEN ((epoch_ms("timestamp") - epoch_ms("timestamp"::TIMESTAMP - (local_time - date_trunc('hour', local_time)))) << 40)
      + CASE WHEN "type" IN ('page_view', 'product_view') THEN 0 ELSE 549755813888 END + CASE WHEN bot THEN 274877906944 ELSE 0 END
      + (coalesce(g.number, t.number, 524287) << 19) + coalesce(t.number, 524287) END AS step,
    CASE WHEN coalesce(utm_source, utm_medium, utm_campaign, "referrer_host") IS NULL THEN 2 ELSE 0 END
      + CASE WHEN "type" IN ('page_view', 'product_view') THEN 0 ELSE 1 END AS rank
  FROM events e
  LEFT JOIN step_labels t ON t.label = e."type"
  LEFT JOIN labelled g ON g.page = CASE WHEN e."type" = 'page_view' THEN e.page END
  WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
  UNION ALL
  SELECT NULL, visitor_key, sender_key, max(last_at), -9223372036854775808, any_value(day),
    NULL, NULL, NULL, NULL, any_value(bot), true, session_start, any_value(start_day), NULL, 0
  FROM session_hours
  WHERE day = ? AND (sender_key <> 0 OR last_at >= ?) AND visitor_key IN (SELECT visitor_key FROM touched)
  GROUP BY session_key, visitor_key, sender_key, session_start
),
marked AS (
  SELECT * EXCLUDE (id_hash, rank), row_number() OVER () AS place,
    coalesce(visitor_key = lag(visitor_key) OVER () AND sender_key = lag(sender_key) OVER ()
      AND CASE
        WHEN sender_key = 0 THEN epoch_ms(moment) - epoch_ms(lag(moment) OVER ()) <= ?
        ELSE day - lag(day) OVER () <= 1
      END, false) AS stays,
    coalesce(visitor_key = lag(visitor_key) OVER () AND sender_key = lag(sender_key) OVER () AND moment = lag(moment) OVER (), false) AS tied
  FROM (SELECT * FROM happened ORDER BY visitor_key, sender_key, moment, rank, id_hash)
)
SELECT * EXCLUDE (stays), max(CASE WHEN stays THEN NULL ELSE place END) OVER (ROWS UNBOUNDED PRECEDING) AS run
FROM marked
-- name: spans
CREATE TEMP TABLE spans AS
SELECT run, any_value(visitor_key) AS visitor_key, any_value(sender_key) AS sender_key,
  coalesce(min(session_start), min(moment)) AS session_start,
  coalesce(min(start_day), min(day)) AS start_day,
  min(day) AS opening_day,
  arg_min(bot, place) AS bot,
  max(moment) AS session_end,
  bool_or(NOT carried) AS seen,
  hash(any_value(visitor_key), any_value(sender_key), coalesce(min(session_start), min(moment))) AS session_key,
  greatest(count(*) FILTER (WHERE NOT carried AND type <> 'exposure'), 1) AS session_events,
  count(*) FILTER (WHERE type = 'product_view') AS session_views,
  count(*) FILTER (WHERE type = 'add_to_cart') AS session_carts,
  count(*) FILTER (WHERE type = 'checkout') AS session_checkouts,
  count(*) FILTER (WHERE type = 'purchase') AS session_purchases
FROM tagged
GROUP BY run
-- name: said
-- The events that say anything of where a visitor is and came from, and the carried sessions.
CREATE TEMP TABLE said AS
SELECT t.run, t.place, t.day,
  "channel", utm_source AS "source", utm_medium AS "medium", utm_campaign AS "campaign", "referrer_host", "country", "device", "browser", "system", page AS "landing_page"
FROM tagged t
JOIN events e ON e.seq = t.seq
WHERE e.day BETWEEN ? AND ?
  AND coalesce("channel", utm_source, utm_medium, utm_campaign, "referrer_host", "country", "device", "browser", "system", page) IS NOT NULL
UNION ALL
SELECT t.run, t.place, t.day, s."channel", s."source", s."medium", s."campaign", s."referrer_host", s."country", s."device", s."browser", s."system", s."landing_page"
FROM tagged t
JOIN (
  SELECT visitor_key, sender_key, session_start,
    any_value("channel") AS "channel", any_value("source") AS "source", any_value("medium") AS "medium", any_value("campaign") AS "campaign", any_value("referrer_host") AS "referrer_host", any_value("country") AS "country", any_value("device") AS "device", any_value("browser") AS "browser", any_value("system") AS "system", any_value("landing_page") AS "landing_page"
  FROM session_hours
  WHERE day = ? AND visitor_key IN (SELECT visitor_key FROM touched)
  GROUP BY visitor_key, sender_key, session_start
) s ON s.visitor_key = t.visitor_key AND s.sender_key = t.sender_key AND s.session_start = t.session_start
WHERE t.carried
-- name: origins
-- Where a session comes from is what is known of it on its first day; the days after continue that.
CREATE TEMP TABLE origins AS
SELECT d.run,
  any_value("channel") FILTER (WHERE d.place = d.run) AS "channel",
  arg_min("source", place) FILTER (WHERE d.day = p.opening_day) AS "source",
  arg_min("medium", place) FILTER (WHERE d.day = p.opening_day) AS "medium",
  arg_min("campaign", place) FILTER (WHERE d.day = p.opening_day) AS "campaign",
  arg_min("referrer_host", place) FILTER (WHERE d.day = p.opening_day) AS "referrer_host",
  arg_min("country", place) FILTER (WHERE d.day = p.opening_day) AS "country",
  arg_min("device", place) FILTER (WHERE d.day = p.opening_day) AS "device",
  arg_min("browser", place) FILTER (WHERE d.day = p.opening_day) AS "browser",
  arg_min("system", place) FILTER (WHERE d.day = p.opening_day) AS "system",
  arg_min("landing_page", place) FILTER (WHERE d.day = p.opening_day) AS "landing_page"
FROM said d
JOIN spans p ON p.run = d.run
GROUP BY d.run
-- name: arrivals
CREATE TEMP TABLE arrivals AS
SELECT visitor_key, min(day) AS first_day, min(moment) AS first_at
FROM tagged
WHERE NOT carried
GROUP BY visitor_key
-- name: moved
CREATE TEMP TABLE moved AS
SELECT v.visitor_key, v.first_day, a.first_day AS new_first_day
FROM visitors v
JOIN arrivals a ON a.visitor_key = v.visitor_key
WHERE a.first_at < v.first_at
-- name: forget_moved
DELETE FROM visitors WHERE visitor_key IN (SELECT visitor_key FROM moved)
-- name: arrive
INSERT INTO visitors
SELECT visitor_key, first_day, first_at
FROM arrivals
WHERE visitor_key NOT IN (
  SELECT visitor_key FROM visitors WHERE visitor_key IN (SELECT visitor_key FROM touched)
)
-- name: moved_sessions
UPDATE session_hours SET arrives = false, new_visitor = session_hours.day = moved.new_first_day
FROM moved
WHERE session_hours.visitor_key = moved.visitor_key AND session_hours.day = moved.first_day
-- name: moved_sales
UPDATE sales SET new_visitor = sales.day = moved.new_first_day
FROM moved
WHERE sales.visitor_key = moved.visitor_key AND sales.day = moved.first_day
-- name: tail_before
-- What the day after the range continues from; compared with tail_after to see whether it changed.
CREATE TEMP TABLE tail AS
SELECT session_key, visitor_key, max(last_at) AS last_at, any_value(bot) AS bot,
  any_value("channel") AS "channel", any_value("source") AS "source", any_value("medium") AS "medium", any_value("campaign") AS "campaign", any_value("referrer_host") AS "referrer_host", any_value("country") AS "country", any_value("device") AS "device", any_value("browser") AS "browser", any_value("system") AS "system", any_value("landing_page") AS "landing_page"
FROM session_hours
WHERE day = ? AND (sender_key <> 0 OR last_at >= ?) AND visitor_key IN (SELECT visitor_key FROM touched)
GROUP BY session_key, visitor_key
-- name: tail_changed
-- Visitors whose next day continues from something else than before.
SELECT DISTINCT visitor_key FROM (
  SELECT session_key, visitor_key, max(last_at) AS last_at, any_value(bot) AS bot,
    any_value("channel") AS "channel", any_value("source") AS "source", any_value("medium") AS "medium", any_value("campaign") AS "campaign", any_value("referrer_host") AS "referrer_host", any_value("country") AS "country", any_value("device") AS "device", any_value("browser") AS "browser", any_value("system") AS "system", any_value("landing_page") AS "landing_page"
  FROM session_hours
  WHERE day = ? AND (sender_key <> 0 OR last_at >= ?) AND visitor_key IN (SELECT visitor_key FROM touched)
  GROUP BY session_key, visitor_key
  EXCEPT
  SELECT * FROM tail
)
WHERE visitor_key IN (SELECT visitor_key FROM session_hours WHERE day = ?)
-- name: clear_sessions
DELETE FROM session_hours WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: sessions
INSERT INTO session_hours
WITH counted AS (
  SELECT run, day, hour, any_value(hour_of_day) AS hour_of_day,
    count(*) AS events,
    count(*) FILTER (WHERE type IN ('page_view', 'product_view')) AS page_views,
    count(*) FILTER (WHERE type = 'product_view') AS product_views,
    count(*) FILTER (WHERE type = 'add_to_cart') AS add_to_carts,
    count(*) FILTER (WHERE type = 'checkout') AS checkouts,
    count(*) FILTER (WHERE type = 'purchase') AS purchases,
    count(*) FILTER (WHERE type = 'search') AS searches,
    min(moment) AS first_at, max(moment) AS last_at,
    count(*) FILTER (WHERE type = 'exposure') AS exposures,
    list_sort(list(step) FILTER (WHERE step IS NOT NULL)) AS steps, bool_or(tied) AS tied
  FROM tagged
  WHERE NOT carried
  GROUP BY run, day, hour
),
-- Numbers of labels tell when they came: what happened at one instant stands in the order of the alphabet.
ties AS (
  SELECT t.run, t.hour, list(t.step ORDER BY t.step >> 39, k.label, l.label, t.step) AS steps
  FROM tagged t
  JOIN counted c ON c.run = t.run AND c.hour = t.hour AND c.tied
  LEFT JOIN step_labels k ON k.number = t.step & 524287
  LEFT JOIN step_labels l ON l.number = (t.step >> 19) & 524287
  WHERE t.step IS NOT NULL
  GROUP BY t.run, t.hour
),
arriving AS (
  -- Only sessions of senders can begin at the same instant as another one of the visitor.
  SELECT p.visitor_key, min(p.session_key) AS session_key
  FROM spans p
  JOIN visitors v ON v.visitor_key = p.visitor_key AND v.first_at = p.session_start
  WHERE p.seen AND p.visitor_key IN (SELECT visitor_key FROM spans WHERE sender_key <> 0)
  GROUP BY p.visitor_key
)
SELECT c.day, c.hour, c.hour_of_day, p.session_key, p.visitor_key, p.sender_key, p.session_start, p.start_day,
  c.first_at = p.session_start AS starts,
  c.first_at = v.first_at AND (a.session_key IS NULL OR p.session_key = a.session_key) AS arrives,
  c.day = v.first_day AS new_visitor, p.bot,
  o."channel", o."source", o."medium", o."campaign", o."referrer_host", o."country", o."device", o."browser", o."system", o."landing_page",
  c.events, c.page_views, c.product_views, c.add_to_carts, c.checkouts, c.purchases, c.searches, c.first_at, c.last_at,
  CASE WHEN starts THEN p.session_events END, CASE WHEN starts THEN p.session_views END,
  CASE WHEN starts THEN p.session_carts END, CASE WHEN starts THEN p.session_checkouts END,
  CASE WHEN starts THEN p.session_purchases END, CASE WHEN starts THEN p.session_end END, c.exposures, coalesce(i.steps, c.steps)
FROM counted c
JOIN spans p ON p.run = c.run
JOIN visitors v ON v.visitor_key = p.visitor_key
LEFT JOIN arriving a ON a.visitor_key = p.visitor_key
LEFT JOIN origins o ON o.run = c.run
LEFT JOIN ties i ON i.run = c.run AND i.hour = c.hour
ORDER BY c.hour
-- name: sessions_over_midnight
SELECT count(*)
FROM session_hours
WHERE day BETWEEN ? AND ? AND start_day < day AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: orders_of_touched
SELECT DISTINCT day
FROM orders
WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: whole_sessions
-- Sessions over midnight: the starting row holds the whole session's figures.
UPDATE session_hours SET
  session_events = CASE WHEN starts THEN w.events END,
  session_views = CASE WHEN starts THEN w.views END,
  session_carts = CASE WHEN starts THEN w.carts END,
  session_checkouts = CASE WHEN starts THEN w.checkouts END,
  session_purchases = CASE WHEN starts THEN w.purchases END,
  session_end = CASE WHEN starts THEN w.session_end END
FROM (
  SELECT session_key, greatest(sum(events) - sum(exposures), 1) AS events, sum(product_views) AS views, sum(add_to_carts) AS carts,
    sum(checkouts) AS checkouts, sum(purchases) AS purchases, max(last_at) AS session_end
  FROM session_hours
  WHERE session_key IN (
    SELECT session_key
    FROM session_hours
    WHERE day BETWEEN ? AND ? AND start_day < day AND visitor_key IN (SELECT visitor_key FROM touched)
  )
  GROUP BY session_key
) w
WHERE session_hours.session_key = w.session_key
-- name: clear_cart_events
DELETE FROM cart_events WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: cart_events
INSERT INTO cart_events
SELECT t.day, t.hour, t.seq, e.id_hash, p.session_key, t.visitor_key, e.user_id, t.moment, t.type, e.product_id, e.quantity, e.price, e.currency, e.rate, e.items
FROM tagged t
JOIN spans p ON p.run = t.run
JOIN events e ON e.seq = t.seq
WHERE t.type IN ('add_to_cart', 'remove_from_cart', 'checkout', 'purchase') AND NOT t.carried AND e.day BETWEEN ? AND ?
ORDER BY t.hour
-- name: clear_visitor_users
DELETE FROM visitor_users WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: visitor_users
INSERT INTO visitor_users
SELECT DISTINCT day, visitor_key, user_id
FROM events
WHERE day BETWEEN ? AND ? AND user_id IS NOT NULL AND visitor_key IN (SELECT visitor_key FROM touched)
ORDER BY day
-- name: clear_visitor_days
DELETE FROM visitor_days WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: visitor_days
INSERT INTO visitor_days
WITH fresh AS (
  SELECT day, visitor_key, bot, bool_or(purchases > 0) AS purchased
  FROM session_hours
  WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
  GROUP BY day, visitor_key, bot
),
earlier AS (
  SELECT visitor_key, bot, max(day) AS day
  FROM visitor_days
  WHERE day < ? AND visitor_key IN (SELECT visitor_key FROM fresh)
  GROUP BY visitor_key, bot
)
SELECT f.day, f.visitor_key, f.bot,
  coalesce(lag(f.day) OVER (PARTITION BY f.visitor_key, f.bot ORDER BY f.day), e.day), f.purchased
FROM fresh f
LEFT JOIN earlier e ON e.visitor_key = f.visitor_key AND e.bot = f.bot
ORDER BY f.day
-- name: has_later_visitors
SELECT count(*) FROM (SELECT 1 FROM visitor_days WHERE day > ? LIMIT 1)
-- name: later_visitor_days
UPDATE visitor_days SET previous_day = p.day
FROM (
  SELECT n.visitor_key, n.bot, n.day AS next_day, max(v.day) AS day
  FROM visitor_days n
  LEFT JOIN visitor_days v ON v.visitor_key = n.visitor_key AND v.bot = n.bot AND v.day < n.day
  WHERE n.day > ? AND (n.previous_day IS NULL OR n.previous_day <= ?)
    AND n.visitor_key IN (SELECT visitor_key FROM touched)
  GROUP BY n.visitor_key, n.bot, n.day
) p
WHERE visitor_days.visitor_key = p.visitor_key AND visitor_days.bot = p.bot
  AND visitor_days.day = p.next_day AND visitor_days.previous_day IS DISTINCT FROM p.day
-- name: clear_product_sessions
DELETE FROM product_sessions WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: product_sessions
INSERT INTO product_sessions
WITH counted AS (
  SELECT run, hour, product_id, any_value(day) AS day, any_value(hour_of_day) AS hour_of_day, count(*) AS events,
    count(*) FILTER (WHERE type = 'product_view') AS product_views, count(*) FILTER (WHERE type = 'add_to_cart') AS add_to_carts
  FROM tagged
  WHERE NOT carried AND product_id IS NOT NULL
  GROUP BY run, hour, product_id
)
SELECT c.day, c.hour, c.hour_of_day, p.session_key, p.visitor_key, p.bot, c.product_id, c.events, c.product_views, c.add_to_carts
FROM counted c
JOIN spans p ON p.run = c.run
ORDER BY c.hour
-- name: clear_product_days
DELETE FROM product_days
WHERE day BETWEEN ? AND ? AND product_id IN (SELECT product_id FROM tagged WHERE product_id IS NOT NULL)
-- name: product_days
INSERT INTO product_days
SELECT day, product_id, bot, sum(events), sum(product_views), sum(add_to_carts)
FROM product_sessions
WHERE day BETWEEN ? AND ? AND product_id IN (SELECT product_id FROM tagged WHERE product_id IS NOT NULL)
GROUP BY day, product_id, bot
ORDER BY day
-- name: changed_days
-- Days of sessions that have been counted again, those over midnight and moved arrivals included.
CREATE TEMP TABLE changed_days AS
SELECT DISTINCT day FROM tagged WHERE NOT carried
UNION
SELECT first_day FROM moved
UNION
SELECT unnest([start_day, day])
FROM session_hours
WHERE day BETWEEN ? AND ? AND start_day < day AND visitor_key IN (SELECT visitor_key FROM touched)
-- name: clear_hour_totals
DELETE FROM hour_totals WHERE day IN (SELECT day FROM changed_days)
-- name: hour_totals
INSERT INTO hour_totals
SELECT day, hour, hour_of_day, bot,
  count(*) FILTER (WHERE arrives), count(*) FILTER (WHERE starts), sum(events), sum(page_views), sum(product_views),
  sum(add_to_carts), sum(checkouts),
  count(*) FILTER (WHERE starts AND session_views > 0), count(*) FILTER (WHERE starts AND session_carts > 0),
  count(*) FILTER (WHERE starts AND session_checkouts > 0), count(*) FILTER (WHERE starts AND session_purchases > 0),
  count(*) FILTER (WHERE starts AND session_carts > 0 AND session_purchases > 0),
  count(*) FILTER (WHERE starts AND session_events = 1),
  coalesce(sum(epoch_ms(session_end) - epoch_ms(session_start)) FILTER (WHERE starts), 0),
  coalesce(sum(session_events) FILTER (WHERE starts), 0)
FROM session_hours
WHERE day IN (SELECT day FROM changed_days)
GROUP BY day, hour, hour_of_day, bot
ORDER BY hour
-- name: heard_of_visits
-- Once for each thing that was said of a product, when it was said last.
CREATE TEMP TABLE heard AS
SELECT product_id, product_name, category_id, max("timestamp")::TIMESTAMP AS moment
FROM events
WHERE day BETWEEN ? AND ? AND visitor_key IN (SELECT visitor_key FROM touched) AND product_id IS NOT NULL
GROUP BY product_id, product_name, category_id
-- name: heard_of_sales
CREATE TEMP TABLE heard AS
SELECT e.product_id, e.product_name, e.category_id, e.happened_at AS moment
FROM order_entries e
JOIN orders o ON o.order_key = e.order_key
WHERE o.day BETWEEN ? AND ? AND e.product_id IS NOT NULL
-- name: named
CREATE TEMP TABLE named AS
WITH known AS (
  SELECT * FROM products WHERE product_id IN (SELECT product_id FROM heard)
),
named_last AS (
  SELECT product_id, max({'moment': moment, 'name': product_name}) AS latest
  FROM (
    SELECT product_id, product_name, moment FROM heard
    UNION ALL
    SELECT product_id, product_name, named_at FROM known
  )
  WHERE product_name IS NOT NULL
  GROUP BY product_id
),
categorised_last AS (
  SELECT product_id, max({'moment': moment, 'name': category_id}) AS latest
  FROM (
    SELECT product_id, category_id, moment FROM heard
    UNION ALL
    SELECT product_id, category_id, categorised_at FROM known
  )
  WHERE category_id IS NOT NULL
  GROUP BY product_id
)
SELECT h.product_id, n.latest.name AS product_name, c.latest.name AS category_id,
  n.latest.moment AS named_at, c.latest.moment AS categorised_at
FROM (SELECT DISTINCT product_id FROM heard) h
LEFT JOIN named_last n ON n.product_id = h.product_id
LEFT JOIN categorised_last c ON c.product_id = h.product_id
EXCEPT
SELECT product_id, product_name, category_id, named_at, categorised_at FROM known
-- name: clear_products
DELETE FROM products WHERE product_id IN (SELECT product_id FROM named)
-- name: products
INSERT INTO products SELECT product_id, product_name, category_id, named_at, categorised_at FROM named
-- name: clear_sales
DELETE FROM sales WHERE day BETWEEN ? AND ?
-- name: sales
INSERT INTO sales
WITH placed AS (
  SELECT o.*, o.placed_at - (o.local_time - date_trunc('hour', o.local_time)) AS hour
  FROM orders o
  WHERE o.day BETWEEN ? AND ?
),
visited AS (
  SELECT p.order_key, s.*
  FROM placed p
  JOIN session_hours s ON s.hour = p.hour AND s.visitor_key = p.visitor_key
    AND p.placed_at BETWEEN s.first_at AND s.last_at
  WHERE s.day BETWEEN ? AND ?
  QUALIFY row_number() OVER (PARTITION BY p.order_key ORDER BY s.first_at, s.session_key) = 1
)
SELECT o.day, o.hour, hour(o.local_time)::INTEGER, o.placed_at, o.order_key, l.line = 1, o.visitor_key,
  coalesce(o.day = v.first_day, true), o.bot,
  coalesce(o."channel", s."channel"), coalesce(o."source", s."source"), coalesce(o."medium", s."medium"), coalesce(o."campaign", s."campaign"), coalesce(o."referrer_host", s."referrer_host"), coalesce(o."country", s."country"), coalesce(o."device", s."device"), coalesce(o."browser", s."browser"), coalesce(o."system", s."system"), s."landing_page",
  l.product_id, l.quantity, l.gross, l.refunded, o.cancelled_at IS NOT NULL, o.rate IS NULL
FROM placed o
JOIN order_lines l ON l.order_key = o.order_key
LEFT JOIN visited s ON s.order_key = o.order_key
LEFT JOIN visitors v ON v.visitor_key = o.visitor_key
ORDER BY o.placed_at, o.order_key, l.line
-- name: clear_order_users
DELETE FROM order_users WHERE day BETWEEN ? AND ?
-- name: order_users
INSERT INTO order_users
SELECT o.day, o.order_key, min(e.user_id)
FROM orders o
JOIN order_entries n ON n.order_key = o.order_key AND n.kind = 'purchase'
JOIN events e ON e.seq = n.seq
WHERE o.day BETWEEN ? AND ? AND e.user_id IS NOT NULL
GROUP BY o.day, o.order_key
ORDER BY o.day
-- name: drop_pages
DROP TABLE IF EXISTS pages
-- name: drop_tagged
DROP TABLE IF EXISTS tagged
-- name: drop_spans
DROP TABLE IF EXISTS spans
-- name: drop_said
DROP TABLE IF EXISTS said
-- name: drop_origins
DROP TABLE IF EXISTS origins
-- name: drop_arrivals
DROP TABLE IF EXISTS arrivals
-- name: drop_moved
DROP TABLE IF EXISTS moved
-- name: drop_tail
DROP TABLE IF EXISTS tail
-- name: drop_named
DROP TABLE IF EXISTS named
-- name: drop_touched
DROP TABLE IF EXISTS touched
-- name: drop_changed_days
DROP TABLE IF EXISTS changed_days
-- name: drop_heard
DROP TABLE IF EXISTS heard
