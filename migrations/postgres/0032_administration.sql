-- Who may administer, and what administrators did. The roles of Latchkey itself are in the code (server/roles/own-roles.ts),
-- because nobody changes them.

create table grants (
  user_id text collate "C" not null references users (id) on delete cascade,
  role text collate "C" not null,
  until bigint,                                  -- null: for good
  created_at bigint not null,
  primary key (user_id, role)
);
create index grants_by_role on grants (role, user_id);

-- One hash chain. `actor` is the id of a person, or `operator` for the command line; `target` is the id of what it was done
-- to, and empty without one; `details` is JSON without secrets.
create table admin_events (
  seq bigint primary key,
  at bigint not null,
  actor text collate "C" not null,
  act text collate "C" not null,
  target text collate "C" not null,
  reason text collate "C" not null,
  details text collate "C" not null,
  ip text collate "C" not null,
  user_agent text collate "C" not null,
  hash text collate "C" not null
);
create index admin_events_by_target on admin_events (target, seq);

alter table users add column suspended_at bigint;
alter table users add column suspended_until bigint;           -- null: until somebody ends it
alter table users add column roles_suspended_at bigint;        -- since a recovery, until an owner confirms
