-- An operator may set for how long events are kept. The chain of what stays begins after the last event that went.

create table event_cuts (
  user_id text collate "C" primary key references users (id) on delete cascade,
  seq bigint not null,                           -- the number of the last event that went
  hash text collate "C" not null                              -- and its hash, which the next event is hashed over
);

create index events_by_age on events (at);
