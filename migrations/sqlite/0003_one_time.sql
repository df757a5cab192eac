-- What keeps one-time things one-time, and counted things counted.

create table spent (
  id text primary key,                            -- the ceremony's jti
  forget_at integer not null                      -- once it has expired there is nothing left to spend
) strict, without rowid;
create index spent_by_age on spent (forget_at);

create table limits (
  key text primary key,                           -- keyed hash of limit and subject: no address or IP is kept here
  count integer not null,
  resets_at integer not null
) strict, without rowid;
create index limits_by_age on limits (resets_at);
