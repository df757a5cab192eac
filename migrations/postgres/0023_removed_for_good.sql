-- A way in that was removed for good is kept for seven days like any other, but cannot take itself back.
alter table retired add column final bigint not null default 0 check (final in (0, 1));

-- A code of the account lets its owner in with an address that was removed in the last seven days.
create index retired_emails on retired (name, retired_at) where kind = 'email';
