-- What keeps one-time things one-time, and counted things counted.

create table spent (
  id text collate "C" primary key,                            -- the ceremony's jti
  forget_at bigint not null                      -- once it has expired there is nothing left to spend
);
create index spent_by_age on spent (forget_at);

create table limits (
  key text collate "C" primary key,                           -- keyed hash of limit and subject: no address or IP is kept here
  count bigint not null,
  resets_at bigint not null
);
create index limits_by_age on limits (resets_at);
