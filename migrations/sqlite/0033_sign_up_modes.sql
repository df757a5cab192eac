-- Who may sign up: what administrators set, every version of it, and invitations.

-- The newest version of a name counts. `value` is JSON; `changed_by` is the id of a person, or `operator`.
create table settings (
  name text not null,
  version integer not null,
  value text not null,
  changed_by text not null,
  changed_at integer not null,
  primary key (name, version)
) strict;

-- To one address, or a link for `most` people. Its token is derived from the id and a key, and is not here.
create table invitations (
  id text primary key,
  address text,                          -- null: a link
  canonical text,
  most integer not null,
  uses integer not null,
  made_by text not null,                 -- the id of a person, or `operator`
  made_at integer not null,
  expires_at integer not null,
  revoked_at integer
) strict;
create index invitations_by_expiry on invitations (expires_at);

create table invitation_uses (
  invitation_id text not null references invitations (id) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  used_at integer not null,
  primary key (invitation_id, user_id)
) strict;
create index invitation_uses_by_user on invitation_uses (user_id);

alter table users add column awaiting_since integer;    -- until an administrator approves the account
create index users_awaiting on users (id) where awaiting_since is not null;
