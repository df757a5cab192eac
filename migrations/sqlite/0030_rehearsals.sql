-- When a person last rehearsed losing a device.

alter table users add column rehearsed_at integer;
