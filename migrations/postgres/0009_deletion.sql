-- An account that is to be deleted, and when.

alter table users add column delete_at bigint;
create index users_to_delete on users (delete_at) where delete_at is not null;
