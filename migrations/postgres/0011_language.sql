-- In which language a person is written to: the one of the browser the account was made in, until they choose another.
alter table users add column language text collate "C" not null default 'en';
alter table outbox add column language text collate "C" not null default 'en';
