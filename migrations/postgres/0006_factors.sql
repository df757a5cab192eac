-- The ways back in: authenticator app, backup codes, password, and how often somebody guessed wrong.

create table totp (
  user_id text collate "C" primary key references users (id) on delete cascade,
  secret text collate "C" not null,                           -- sealed (AES-256-GCM) for this user
  last_step bigint not null,                     -- the newest 30-second step that was accepted: never that one or an older one again
  created_at bigint not null
);

create table backup_codes (
  user_id text collate "C" not null references users (id) on delete cascade,
  selector text collate "C" not null,                         -- a code's first group, in the clear
  hash text collate "C" not null,                             -- argon2id of the rest
  created_at bigint not null,
  used_at bigint,
  primary key (user_id, selector)
);

create table passwords (
  user_id text collate "C" primary key references users (id) on delete cascade,
  hash text collate "C" not null,                             -- argon2id
  set_at bigint not null
);

create table guesses (
  user_id text collate "C" primary key references users (id) on delete cascade,
  in_round bigint not null,                      -- since the last right one or the last pause
  in_a_row bigint not null,                      -- since the last right one
  blocked_until bigint not null
);
