-- Who may sign up: what administrators set, every version of it, and invitations.

-- The newest version of a name counts. `value` is JSON; `changed_by` is the id of a person, or `operator`.
create table settings (
  name text collate "C" not null,
  version bigint not null,
  value text collate "C" not null,
  changed_by text collate "C" not null,
  changed_at bigint not null,
  primary key (name, version)
);

-- To one address, or a link for `most` people. Its token is derived from the id and a key, and is not here.
create table invitations (
  id text collate "C" primary key,
  address text collate "C",                          -- null: a link
  canonical text collate "C",
  most bigint not null,
  uses bigint not null,
  made_by text collate "C" not null,                 -- the id of a person, or `operator`
  made_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index invitations_by_expiry on invitations (expires_at);

create table invitation_uses (
  invitation_id text collate "C" not null references invitations (id) on delete cascade,
  user_id text collate "C" not null references users (id) on delete cascade,
  used_at bigint not null,
  primary key (invitation_id, user_id)
);
create index invitation_uses_by_user on invitation_uses (user_id);

alter table users add column awaiting_since bigint;    -- until an administrator approves the account
create index users_awaiting on users (id) where awaiting_since is not null;
