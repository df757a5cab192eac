-- A mailbox is found however its address is written, without reading everybody's letters.

drop index outbox_by_recipient;
create index outbox_by_mailbox on outbox (lower(recipient), seq);
