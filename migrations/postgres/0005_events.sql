-- What happened to each account, every row hashed over the one before it.

create table events (
  user_id text collate "C" not null references users (id) on delete cascade,
  seq bigint not null,
  at bigint not null,
  kind text collate "C" not null,
  session_id text collate "C",
  ip text collate "C" not null,
  user_agent text collate "C" not null,
  details text collate "C" not null,                          -- JSON
  hash text collate "C" not null,
  primary key (user_id, seq)
);
