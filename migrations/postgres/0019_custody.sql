-- A recovery belongs to the address that asked for it, and its clock starts when every other address was told.

alter table recoveries add column canonical text collate "C" not null default '';
alter table recoveries add column passkey_id text collate "C";                 -- what completed it
alter table recoveries add column untold bigint not null default 0;   -- other addresses whose letter is still on its way
alter table recoveries add column told bigint not null default 0 check (told in (0, 1));   -- the provider has accepted one
drop index one_live_recovery;
create unique index one_live_recovery on recoveries (user_id, canonical) where state = 'waiting';

-- What a recovery or its owner took away, for seven days: a way in that had settled takes itself back, an address is
-- brought back by a touch.
create table retired (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  kind text collate "C" not null check (kind in ('passkey', 'totp', 'backup_codes', 'password', 'email')),
  name text collate "C" not null,                             -- a passkey's credential id, an address as it is compared
  kept text collate "C" not null,                             -- its row, or rows, as JSON
  cause text collate "C" not null check (cause in ('recovery', 'removed')),
  retired_at bigint not null
);
create index retired_by_user on retired (user_id);
create index retired_by_age on retired (retired_at);
create unique index retired_passkeys on retired (name) where kind = 'passkey';

-- A removed address has no link that brings it back, and an addition none that takes it away.
drop table email_undos;
