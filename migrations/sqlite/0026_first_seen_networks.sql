-- The activity tells a new network from a usual one. What was known before counts as usual.

alter table networks add column first_seen_at integer not null default 0;
