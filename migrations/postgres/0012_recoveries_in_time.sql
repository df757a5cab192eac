-- What time does to recoveries finds those whose time has come, however many are still waiting.

drop index recoveries_waiting;
create index recoveries_to_remind on recoveries (((started_at + ready_at) / 2)) where state = 'waiting' and reminded_at is null;
create index recoveries_to_tell on recoveries (ready_at) where state = 'waiting' and ready_told_at is null;
create index recoveries_to_close on recoveries (coalesce(closes_at, requested_at + 345600000)) where state = 'waiting';
