-- Who may administer, and what administrators did. The roles of Latchkey itself are in the code (server/roles/own-roles.ts),
-- because nobody changes them.

create table grants (
  user_id text not null references users (id) on delete cascade,
  role text not null,
  until integer,                                  -- null: for good
  created_at integer not null,
  primary key (user_id, role)
) strict;
create index grants_by_role on grants (role, user_id);

-- One hash chain. `actor` is the id of a person, or `operator` for the command line; `target` is the id of what it was done
-- to, and empty without one; `details` is JSON without secrets.
create table admin_events (
  seq integer primary key,
  at integer not null,
  actor text not null,
  act text not null,
  target text not null,
  reason text not null,
  details text not null,
  ip text not null,
  user_agent text not null,
  hash text not null
) strict;
create index admin_events_by_target on admin_events (target, seq);

alter table users add column suspended_at integer;
alter table users add column suspended_until integer;           -- null: until somebody ends it
alter table users add column roles_suspended_at integer;        -- since a recovery, until an owner confirms
