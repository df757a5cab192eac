-- The ways back in: authenticator app, backup codes, password, and how often somebody guessed wrong.

create table totp (
  user_id text primary key references users (id) on delete cascade,
  secret text not null,                           -- sealed (AES-256-GCM) for this user
  last_step integer not null,                     -- the newest 30-second step that was accepted: never that one or an older one again
  created_at integer not null
) strict, without rowid;

create table backup_codes (
  user_id text not null references users (id) on delete cascade,
  selector text not null,                         -- a code's first group, in the clear
  hash text not null,                             -- argon2id of the rest
  created_at integer not null,
  used_at integer,
  primary key (user_id, selector)
) strict, without rowid;

create table passwords (
  user_id text primary key references users (id) on delete cascade,
  hash text not null,                             -- argon2id
  set_at integer not null
) strict, without rowid;

create table guesses (
  user_id text primary key references users (id) on delete cascade,
  in_round integer not null,                      -- since the last right one or the last pause
  in_a_row integer not null,                      -- since the last right one
  blocked_until integer not null
) strict, without rowid;
