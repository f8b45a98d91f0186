-- Statements around what people type into the SQL console.

-- name: close_files
SET enable_external_access = false

-- name: limit_operators
SET operator_memory_limit = '[bytes]B'

-- name: parse
SELECT json_serialize_sql(CAST(? AS VARCHAR))

-- name: text_of
SELECT json_deserialize_sql(CAST(? AS JSON))

-- name: memory
SELECT coalesce(sum(memory_usage_bytes), 0)::BIGINT FROM duckdb_memory() WHERE tag <> 'BASE_TABLE'

-- name: columns
SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE schema_name = 'main' AND NOT internal AND list_contains(?, table_name)
ORDER BY table_name, column_index
