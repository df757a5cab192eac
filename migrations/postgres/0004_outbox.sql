-- Letters, written in the transaction that causes them. No row holds a secret: codes are made from the id when a letter is rendered.

create table outbox (
  id text collate "C" primary key,
  recipient text collate "C" not null,
  letter text collate "C" not null,
  params text collate "C" not null,                           -- JSON
  created_at bigint not null,
  due_at bigint not null,
  attempts bigint not null default 0,
  fault text collate "C",
  accepted_at bigint,
  given_up_at bigint
);
create index outbox_due on outbox (due_at) where accepted_at is null and given_up_at is null;
create index outbox_by_recipient on outbox (recipient, created_at);
create index outbox_by_age on outbox (created_at);
