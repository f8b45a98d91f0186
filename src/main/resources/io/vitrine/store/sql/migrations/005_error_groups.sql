-- When errors that say the same were first seen. Rows are additions: a group may have several, of
-- which the earliest holds. Counted up to the event that the fact error_groups names.
CREATE TABLE error_groups (message VARCHAR NOT NULL, service VARCHAR, first_seen TIMESTAMP NOT NULL);
