-- What another engine than SQLite cannot do in the same words: people take their events along by a statement instead of a trigger,
-- a reminder is found without a division, and what belongs to the whole instance is in a table instead of a file.

drop index recoveries_to_remind;
create index recoveries_to_remind on recoveries ((started_at + ready_at)) where state = 'waiting' and reminded_at is null;

-- Two letters that were inserted at the same time may share a number.
drop index outbox_by_mailbox;
create index outbox_by_mailbox on outbox (lower(recipient), seq, id);

create table instance (
  name text collate "C" primary key,
  value text collate "C" not null
);

-- Nothing has read these since recoveries belong to addresses.
alter table users drop column held_until;
alter table emails drop column recovers_at;
