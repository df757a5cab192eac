-- Finding the sessions that were unused for the longest time reads this index only, in its order.
create index sessions_by_use on sessions (user_id, last_seen_at, id);
drop index sessions_by_user;
