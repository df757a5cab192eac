-- What another engine than SQLite cannot do in the same words: people take their events along by a statement instead of a trigger,
-- a reminder is found without a division, and what belongs to the whole instance is in a table instead of a file.

drop trigger events_go_with_their_person;
drop index recoveries_to_remind;
create index recoveries_to_remind on recoveries ((started_at + ready_at)) where state = 'waiting' and reminded_at is null;

-- Two letters that were inserted at the same time may share a number.
drop index outbox_by_mailbox;
create index outbox_by_mailbox on outbox (lower(recipient), seq, id);

create table instance (
  name text primary key,
  value text not null
) strict, without rowid;

-- Nothing has read these since recoveries belong to addresses. What is kept of a removed address is a row of its table.
alter table users drop column held_until;
alter table emails drop column recovers_at;
update retired set kept = json_remove(kept, '$[0].recovers_at') where kind = 'email';
