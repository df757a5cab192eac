-- Wrong codes are counted where they are typed: at sign-in for each kind of code, in a session for that session.
-- An app that was guessed at too often is suspended, and a passkey brings it back.

create table guesses_by_kind (
  user_id text collate "C" not null references users (id) on delete cascade,
  kind text collate "C" not null check (kind in ('totp', 'backup_code')),
  in_round bigint not null,                      -- at sign-in: since the last right one or the last pause
  in_a_row bigint not null,                      -- at sign-in and, for the app, in sessions: since the last right one
  blocked_until bigint not null,
  primary key (user_id, kind)
);
drop table guesses;
alter table guesses_by_kind rename to guesses;

alter table totp add column suspended_at bigint;
alter table sessions add column wrong_codes bigint not null default 0;
