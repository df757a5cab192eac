-- Who is signed in where. The cookie carries a random token; its hash finds the row, and the row decides.

create table sessions (
  id text primary key,
  token_hash text not null unique,
  user_id text not null references users (id) on delete cascade,
  way text not null,
  passkey_id text references passkeys (id) on delete set null,
  ip text not null,
  user_agent text not null,
  browser text not null,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  confirmed_at integer
) strict;
create index sessions_by_user on sessions (user_id);
create index sessions_by_passkey on sessions (passkey_id) where passkey_id is not null;
create index sessions_by_expiry on sessions (expires_at);

-- Browsers each person has signed in with, so that a new one is worth a letter.
create table browsers (
  user_id text not null references users (id) on delete cascade,
  browser text not null,
  seen_at integer not null,
  primary key (user_id, browser)
) strict, without rowid;
