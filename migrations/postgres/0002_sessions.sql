-- Who is signed in where. The cookie carries a random token; its hash finds the row, and the row decides.

create table sessions (
  id text collate "C" primary key,
  token_hash text collate "C" not null unique,
  user_id text collate "C" not null references users (id) on delete cascade,
  way text collate "C" not null,
  passkey_id text collate "C" references passkeys (id) on delete set null,
  ip text collate "C" not null,
  user_agent text collate "C" not null,
  browser text collate "C" not null,
  created_at bigint not null,
  last_seen_at bigint not null,
  expires_at bigint not null,
  confirmed_at bigint
);
create index sessions_by_user on sessions (user_id);
create index sessions_by_passkey on sessions (passkey_id) where passkey_id is not null;
create index sessions_by_expiry on sessions (expires_at);

-- Browsers each person has signed in with, so that a new one is worth a letter.
create table browsers (
  user_id text collate "C" not null references users (id) on delete cascade,
  browser text collate "C" not null,
  seen_at bigint not null,
  primary key (user_id, browser)
);
