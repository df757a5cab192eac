-- Letters that somebody waits for at a page leave before notices when the mail provider takes only a few at a time.

alter table outbox add column urgent bigint not null default 0 check (urgent in (0, 1));
drop index outbox_due;
create index outbox_due on outbox (urgent, due_at) where accepted_at is null and given_up_at is null;
