-- Being shown an experiment is nothing that a visitor does: the events of a session leave it out.
ALTER TABLE session_hours ADD COLUMN exposures INTEGER DEFAULT 0;
ALTER TABLE hour_totals ADD COLUMN session_events BIGINT DEFAULT 0;
INSERT INTO dirty_days
SELECT DISTINCT 'visits', day FROM events
WHERE visitor_key IS NOT NULL AND day NOT IN (SELECT day FROM dirty_days WHERE kind = 'visits')
