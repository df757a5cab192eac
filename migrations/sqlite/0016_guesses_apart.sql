-- Wrong codes are counted where they are typed: at sign-in for each kind of code, in a session for that session.
-- An app that was guessed at too often is suspended, and a passkey brings it back.

create table guesses_by_kind (
  user_id text not null references users (id) on delete cascade,
  kind text not null check (kind in ('totp', 'backup_code')),
  in_round integer not null,                      -- at sign-in: since the last right one or the last pause
  in_a_row integer not null,                      -- at sign-in and, for the app, in sessions: since the last right one
  blocked_until integer not null,
  primary key (user_id, kind)
) strict, without rowid;
-- The older counter did not separate them. Only the app's code is short enough to be guessed.
insert into guesses_by_kind (user_id, kind, in_round, in_a_row, blocked_until)
  select user_id, 'totp', in_round, in_a_row, blocked_until from guesses;
drop table guesses;
alter table guesses_by_kind rename to guesses;

alter table totp add column suspended_at integer;
alter table sessions add column wrong_codes integer not null default 0;

-- A letter that was not sent yet is about an app that was removed. This one says so.
update outbox set letter = 'totp-off' where letter = 'totp-disabled' and accepted_at is null and given_up_at is null;
