-- The 24-hour road back in, with only a mailbox left.

create table recoveries (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  state text collate "C" not null check (state in ('waiting', 'completed', 'cancelled', 'closed')),
  requested_at bigint not null,
  ip text collate "C" not null,
  user_agent text collate "C" not null,
  started_at bigint,                             -- when the mail provider took the first letter; no clock runs before
  ready_at bigint,
  closes_at bigint,
  reminded_at bigint,
  ready_told_at bigint,
  ended_at bigint,
  check (started_at is null or (ready_at >= started_at + 86400000 and closes_at > ready_at))
);
create unique index one_live_recovery on recoveries (user_id) where state = 'waiting';
create index recoveries_by_user on recoveries (user_id, requested_at);
create index recoveries_waiting on recoveries (ready_at) where state = 'waiting';

alter table users add column held_until bigint not null default 0;
