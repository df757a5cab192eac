-- An address added later can recover only after a day; what was changed can be undone for a week.

alter table emails add column recovers_at integer not null default 0;

create table email_undos (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  change text not null check (change in ('added', 'removed', 'promoted')),
  address text not null,                          -- added: the new one; removed: the one that went; promoted: the one that was primary
  canonical text not null,
  recovers_at integer not null,
  created_at integer not null,
  expires_at integer not null,
  used_at integer
) strict;
create index email_undos_by_user on email_undos (user_id);
create index email_undos_by_age on email_undos (expires_at);
