-- A session is found by its id, which rises with time: its hash needs no index, in which each new one would lie somewhere else.
-- A cookie from before names no id: who was signed in signs in once more.
-- The passkey a session was opened with may be gone: its id stays, and means nothing any more.

drop table sessions;
create table sessions (
  id text primary key,
  token_hash text not null,                       -- of the secret in the cookie
  user_id text not null references users (id) on delete cascade,
  way text not null,
  passkey_id text,
  ip text not null,
  user_agent text not null,
  browser text not null,
  created_at integer not null,
  last_seen_at integer not null,
  expires_at integer not null,
  confirmed_at integer
) strict;
create index sessions_by_user on sessions (user_id);
create index sessions_by_expiry on sessions (expires_at);

-- 512 random bits are unique without an index, and nobody is found by them. Each person gets a number, by which their events stand together.

create table people (
  number integer primary key,
  id text not null unique,
  handle text not null,                           -- the WebAuthn user handle: 64 random bytes in base64url, for life
  name text not null default '',
  created_at integer not null,
  held_until integer not null default 0,
  delete_at integer,
  language text not null default 'en'
) strict;
insert into people (id, handle, name, created_at, held_until, delete_at, language)
  select id, handle, name, created_at, held_until, delete_at, language from users order by id;

create table chains (
  place integer primary key,                      -- the person's number times 2^32, and seq
  user_id text not null,
  seq integer not null check (seq between 1 and 4294967295 and seq = place & 4294967295),
  at integer not null,
  kind text not null,
  session_id text,
  ip text not null,
  user_agent text not null,
  details text not null,                          -- JSON
  hash text not null
) strict;
insert into chains (place, user_id, seq, at, kind, session_id, ip, user_agent, details, hash)
  select (people.number << 32) + seq, user_id, seq, at, kind, session_id, ip, user_agent, details, hash from people join events on events.user_id = people.id order by people.number, seq;

drop table events;
alter table chains rename to events;
drop table users;
alter table people rename to users;
create trigger events_go_with_their_person after delete on users begin
  delete from events where place > old.number << 32 and place < (old.number + 1) << 32;
end;
create index users_to_delete on users (delete_at) where delete_at is not null;
create index users_with_name on users (id, name);

insert into sqlite_stat1 (tbl, idx, stat) values ('users', 'users_with_name', '1000000 1 1');
