-- name: users
-- Visitors who signed in as one user and never as another are that user, also before they signed in and on each of their
-- devices. Where several people share a device, an event is the user's that it names, or the device's alone.
SELECT visitor_key, min(user_id) AS user_id
FROM visitor_users
GROUP BY visitor_key
HAVING min(user_id) = max(user_id)
