-- name: parquet_texts
SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(?)
-- name: parquet_columns
DESCRIBE SELECT * FROM read_parquet(?)
-- name: load_csv
CREATE TEMP TABLE inspected AS SELECT * FROM read_csv(?, sample_size = 200000, header = true)
-- name: load_json
CREATE TEMP TABLE inspected AS SELECT * FROM read_json(?, format = 'auto', maximum_object_size = 16777216)
-- name: load_parquet
CREATE TEMP TABLE inspected AS SELECT * FROM read_parquet(?)
-- name: columns
DESCRIBE inspected
-- name: rows
SELECT count(*) FROM inspected
-- name: distinct_rows
SELECT count(*) FROM (SELECT DISTINCT * FROM inspected)
-- name: column_facts
SELECT count({column}), count(DISTINCT {column}), CAST(min({column}) AS VARCHAR), CAST(max({column}) AS VARCHAR)
FROM inspected
-- name: forget
DROP TABLE IF EXISTS inspected
