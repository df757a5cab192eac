-- Groups, and what people may do in apps: roles, policies, and the keys of the programs that ask. The keys of groups, roles and
-- policies are chosen by administrators and never change.

create table groups (
  key text primary key,
  name text not null,
  created_at integer not null
) strict;

-- Whoever has a primary address at the domain belongs to the group.
create table group_domains (
  domain text not null,
  group_key text not null references groups (key) on delete cascade,
  primary key (domain, group_key)
) strict;
create index group_domains_by_group on group_domains (group_key, domain);

create table members (
  group_key text not null references groups (key) on delete cascade,
  user_id text not null references users (id) on delete cascade,
  until integer,                                  -- null: for good
  created_at integer not null,
  primary key (group_key, user_id)
) strict;
create index members_by_user on members (user_id);

-- `id` is the key behind its app, like `billing/approver`. `permissions` and `includes`, roles of the same app, are JSON lists.
create table app_roles (
  id text primary key,
  app text not null,
  key text not null,
  name text not null,
  permissions text not null,
  includes text not null
) strict;
create index app_roles_by_app on app_roles (app);

create table person_roles (
  user_id text not null references users (id) on delete cascade,
  role text not null references app_roles (id) on delete cascade,
  until integer,
  created_at integer not null,
  primary key (user_id, role)
) strict;
create index person_roles_by_role on person_roles (role, user_id);

create table group_roles (
  group_key text not null references groups (key) on delete cascade,
  role text not null references app_roles (id) on delete cascade,
  until integer,
  created_at integer not null,
  primary key (group_key, role)
) strict;
create index group_roles_by_role on group_roles (role);

-- `rule` is JSON: effect, actions, type of resource and condition. `enabled` is 0 or 1.
create table policies (
  app text not null,
  id text not null,
  rule text not null,
  enabled integer not null,
  version integer not null,
  changed_at integer not null,
  primary key (app, id)
) strict;

create table service_keys (
  id text primary key,
  app text not null,
  name text not null,
  hash text not null unique,
  made_at integer not null,
  expires_at integer                              -- null: never
) strict;
