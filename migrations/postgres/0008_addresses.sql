-- An address added later can recover only after a day; what was changed can be undone for a week.

alter table emails add column recovers_at bigint not null default 0;

create table email_undos (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  change text collate "C" not null check (change in ('added', 'removed', 'promoted')),
  address text collate "C" not null,                          -- added: the new one; removed: the one that went; promoted: the one that was primary
  canonical text collate "C" not null,
  recovers_at bigint not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index email_undos_by_user on email_undos (user_id);
create index email_undos_by_age on email_undos (expires_at);
