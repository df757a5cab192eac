-- A recovery belongs to the address that asked for it, and its clock starts when every other address was told.
-- A wait that was under way belongs to the main address.

alter table recoveries add column canonical text not null default '';
alter table recoveries add column passkey_id text;                 -- what completed it
alter table recoveries add column untold integer not null default 0;   -- other addresses whose letter is still on its way
alter table recoveries add column told integer not null default 0 check (told in (0, 1));   -- the provider has accepted one
update recoveries set canonical = coalesce((select canonical from emails where emails.user_id = recoveries.user_id and is_primary = 1), '')
  where state = 'waiting';
drop index one_live_recovery;
create unique index one_live_recovery on recoveries (user_id, canonical) where state = 'waiting';

-- What a recovery or its owner took away, for seven days: a way in that had settled takes itself back, an address is
-- brought back by a touch.
create table retired (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  kind text not null check (kind in ('passkey', 'totp', 'backup_codes', 'password', 'email')),
  name text not null,                             -- a passkey's credential id, an address as it is compared
  kept text not null,                             -- its row, or rows, as JSON
  cause text not null check (cause in ('recovery', 'removed')),
  retired_at integer not null
) strict;
create index retired_by_user on retired (user_id);
create index retired_by_age on retired (retired_at);
create unique index retired_passkeys on retired (name) where kind = 'passkey';

-- A removed address has no link that brings it back, and an addition none that takes it away.
drop table email_undos;

-- Letters that are stored already: what their new sentences say was not so then.
update outbox set params = json_set(params, '$.until', json_extract(params, '$.at'))
  where letter = 'recovery-completed' and json_extract(params, '$.until') is null;
update outbox set params = json_set(params, '$.address', recipient)
  where letter = 'recovery-started' and json_extract(params, '$.address') is null;
