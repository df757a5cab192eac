-- Letters, written in the transaction that causes them. No row holds a secret: codes are made from the id when a letter is rendered.

create table outbox (
  id text primary key,
  recipient text not null,
  letter text not null,
  params text not null,                           -- JSON
  created_at integer not null,
  due_at integer not null,
  attempts integer not null default 0,
  fault text,
  accepted_at integer,
  given_up_at integer
) strict;
create index outbox_due on outbox (due_at) where accepted_at is null and given_up_at is null;
create index outbox_by_recipient on outbox (recipient, created_at);
create index outbox_by_age on outbox (created_at);
