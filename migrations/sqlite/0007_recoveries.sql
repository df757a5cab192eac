-- The 24-hour road back in, with only a mailbox left.

create table recoveries (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  state text not null check (state in ('waiting', 'completed', 'cancelled', 'closed')),
  requested_at integer not null,
  ip text not null,
  user_agent text not null,
  started_at integer,                             -- when the mail provider took the first letter; no clock runs before
  ready_at integer,
  closes_at integer,
  reminded_at integer,
  ready_told_at integer,
  ended_at integer,
  check (started_at is null or (ready_at >= started_at + 86400000 and closes_at > ready_at))
) strict;
create unique index one_live_recovery on recoveries (user_id) where state = 'waiting';
create index recoveries_by_user on recoveries (user_id, requested_at);
create index recoveries_waiting on recoveries (ready_at) where state = 'waiting';

alter table users add column held_until integer not null default 0;
