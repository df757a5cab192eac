-- Notices that come in swarms wait for each other and leave as one letter; letters of one moment keep their order.

alter table outbox add column gathered bigint not null default 0 check (gathered in (0, 1));
alter table outbox add column seq bigint not null default 0;
create index outbox_in_order on outbox (seq);
drop index outbox_by_recipient;
create index outbox_by_recipient on outbox (recipient, seq);
