-- name: rows
WITH chosen AS (
  SELECT p.since, p.product, p.property, p."value"
  FROM product_properties p
  WHERE p.part IN (SELECT part FROM property_parts WHERE import_number IS NOT NULL)
    AND p.since::DATE BETWEEN [from] AND [to]
  [page by p.since, p.product, p.property, p."value"]
),
words AS (
  SELECT c.*, string_split(c."value", ' ') AS words,
    list_filter(string_split(c."value", ' '), lambda word: regexp_full_match(word, 'n-{0,1}[0-9]+(\.[0-9]+){0,1}')) AS numbers
  FROM chosen c
)
SELECT epoch_ms(w.since) AS "timestamp", CAST(w.product AS VARCHAR) AS itemid,
  coalesce(n.name, CAST(w.property AS VARCHAR)) AS property, w."value" AS "value",
  CASE WHEN len(w.numbers) > 0 AND len(w.words) = 1 THEN 'numeric' WHEN len(w.numbers) > 0 THEN 'mixed'
    WHEN len(w.words) > 1 THEN 'multiple' ELSE 'text' END AS value_type,
  CAST(w.numbers[1][2:] AS DOUBLE) AS value_numeric,
  nullif(array_to_string(list_filter(w.words, lambda word: NOT list_contains(w.numbers, word)), ' '), '') AS value_text,
  starts_with(w."value", 'n') AS has_n_prefix,
  CAST(len(w.words) AS BIGINT) AS value_count
FROM words w
LEFT JOIN property_names n ON n.property = w.property
ORDER BY w.since, w.product, w.property, w."value"
-- name: count
SELECT count(*)
FROM product_properties p
WHERE p.part IN (SELECT part FROM property_parts WHERE import_number IS NOT NULL)
  AND p.since::DATE BETWEEN [from] AND [to]
