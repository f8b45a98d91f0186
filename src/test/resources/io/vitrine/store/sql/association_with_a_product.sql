WITH baskets AS (
SELECT DISTINCT f.session_key AS basket, f.product_id AS item
  FROM product_sessions f
  WHERE f.day BETWEEN ? AND ? AND NOT f.bot AND f.product_views > 0 AND f.product_id IS NOT NULL
),
-- Counted over numbers: pairs of texts would cost several times as much.
things AS (
  SELECT item, count(*) AS occurrences, row_number() OVER (ORDER BY item) AS number
  FROM baskets
  GROUP BY item
  HAVING count(*) >= ?
),
total AS (
  SELECT (SELECT count(DISTINCT basket) FROM baskets) AS baskets, (SELECT count(*) - 1 FROM things) AS tested
),
kept AS (
  SELECT b.basket, t.number FROM baskets b JOIN things t ON t.item = b.item
),
pairs AS (
  SELECT a.number AS one, b.number AS other, count(*) AS together
  FROM kept a
  JOIN kept b ON b.basket = a.basket AND b.number <> a.number AND a.number = (SELECT number FROM things WHERE item = ?)
  GROUP BY a.number, b.number
  HAVING count(*) >= ?
),
counted AS (
  SELECT a.item AS one, b.item AS other, a.occurrences AS baskets_one, b.occurrences AS baskets_other, p.together, t.baskets, t.tested
  FROM pairs p
  JOIN things a ON a.number = p.one
  JOIN things b ON b.number = p.other
  CROSS JOIN total t
),
-- Fisher's exact test (1922), one-sided: the chance that so many of the baskets with the one hold the other too, or more,
-- if they were dealt at random. Where chances still rise at the pair, those below it are fewer and are summed in its place.
dealt AS (
  SELECT *, CAST(baskets_one AS DOUBLE) * baskets_other / baskets AS expected,
    CAST(baskets_one - together AS DOUBLE) * (baskets_other - together) / ((together + 1) * (baskets - baskets_one - baskets_other + together + 1)) AS falls,
    lgamma(baskets_one + 1) + lgamma(baskets - baskets_one + 1) + lgamma(baskets_other + 1) + lgamma(baskets - baskets_other + 1) - lgamma(baskets + 1) AS shared
  FROM counted
),
-- From the pair on upwards, with m together, the first chance is at most `falls` times the one before, the i-th after it at
-- most falls * (m + 1) / (m + i); after the product of j of them is below exp(-32), what follows adds nothing to a double.
-- ln(1 + i / (m + 1)) >= i / (m + j) makes that a quadratic inequality in j.
bounded AS (
  SELECT *, CAST(ceil((32.5 - rate * together + sqrt(pow(32.5 - rate * together, 2) + 128 * together * (rate + 0.5))) / (2 * rate + 1)) AS BIGINT) AS j
  FROM (SELECT *, CASE WHEN falls < 1 THEN -ln(greatest(falls, 1e-9)) END AS rate FROM dealt)
),
summed AS (
  SELECT *, coalesce(list_sum(list_transform(
      CASE WHEN falls < 1
        THEN range(together, least(baskets_one, baskets_other, together + j) + 1)
        ELSE range(greatest(0, baskets_one + baskets_other - baskets), together) END,
      lambda k: exp(shared - lgamma(k + 1) - lgamma(baskets_one - k + 1) - lgamma(baskets_other - k + 1)
        - lgamma(baskets - baskets_one - baskets_other + k + 1)))), 0.0) AS chance
  FROM bounded
),
judged AS (
  SELECT *, CASE WHEN falls < 1 THEN chance ELSE greatest(0.0, 1.0 - chance) END AS p_value FROM summed
),
-- Benjamini and Hochberg (1995) over all pairs that could have been found; those that are too few together count as chance.
corrected AS (
  SELECT *, least(1.0, min(p_value * tested / place) OVER (ORDER BY place DESC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS adjusted_p_value
  FROM (SELECT * REPLACE (least(1.0, p_value) AS p_value), row_number() OVER (ORDER BY p_value, one, other) AS place FROM judged)
)
SELECT c.one, p1.product_name AS one_name, c.other, p2.product_name AS other_name, c.baskets, c.baskets_one, c.baskets_other, c.together,
  CAST(c.together AS DOUBLE) / c.baskets AS support,
  CAST(c.together AS DOUBLE) / c.baskets_one AS confidence,
  CAST(c.together AS DOUBLE) / c.baskets_other AS confidence_back,
  c.together / c.expected AS lift, c.p_value, c.adjusted_p_value, c.tested,
  count(*) OVER () AS rows_before_limit
FROM corrected c
LEFT JOIN products p1 ON p1.product_id = c.one
LEFT JOIN products p2 ON p2.product_id = c.other
ORDER BY c.adjusted_p_value <= 0.05 DESC, lift DESC, c.together DESC, c.one, c.other
LIMIT ?
-- bound: [2026-03-01, 2026-03-31, 5, email, 5, 20]
