-- What happened to each account, every row hashed over the one before it.

create table events (
  user_id text not null references users (id) on delete cascade,
  seq integer not null,
  at integer not null,
  kind text not null,
  session_id text,
  ip text not null,
  user_agent text not null,
  details text not null,                          -- JSON
  hash text not null,
  primary key (user_id, seq)
) strict, without rowid;
