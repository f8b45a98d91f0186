ALTER TABLE events ADD COLUMN "available" BOOLEAN;

-- Imports that were done. The row is written in the transaction that stores their events.
CREATE TABLE imports (
  number BIGINT NOT NULL,
  kind VARCHAR NOT NULL,
  fingerprint VARCHAR NOT NULL,
  started_at TIMESTAMP NOT NULL,
  finished_at TIMESTAMP NOT NULL,
  events BIGINT NOT NULL,
  report VARCHAR NOT NULL
);

-- Files of properties that were read whole; import_number is null until their import is done, and
-- so long their rows are nobody's.
CREATE TABLE property_parts (
  part BIGINT NOT NULL,
  fingerprint VARCHAR NOT NULL,
  import_number BIGINT
);

-- What was known of products, from when on. A property is a number, or below zero one of
-- property_names.
CREATE TABLE product_properties (
  part BIGINT NOT NULL,
  since TIMESTAMP_MS NOT NULL,
  product BIGINT NOT NULL,
  property INTEGER NOT NULL,
  "value" VARCHAR
);

CREATE TABLE property_names (property INTEGER NOT NULL, name VARCHAR NOT NULL);
