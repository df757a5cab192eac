-- An operator may set for how long events are kept. The chain of what stays begins after the last event that went.

create table event_cuts (
  user_id text primary key references users (id) on delete cascade,
  seq integer not null,                           -- the number of the last event that went
  hash text not null                              -- and its hash, which the next event is hashed over
) strict, without rowid;

create index events_by_age on events (at);
