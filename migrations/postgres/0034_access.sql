-- Groups, and what people may do in apps: roles, policies, and the keys of the programs that ask. The keys of groups, roles and
-- policies are chosen by administrators and never change.

create table groups (
  key text collate "C" primary key,
  name text collate "C" not null,
  created_at bigint not null
);

-- Whoever has a primary address at the domain belongs to the group.
create table group_domains (
  domain text collate "C" not null,
  group_key text collate "C" not null references groups (key) on delete cascade,
  primary key (domain, group_key)
);
create index group_domains_by_group on group_domains (group_key, domain);

create table members (
  group_key text collate "C" not null references groups (key) on delete cascade,
  user_id text collate "C" not null references users (id) on delete cascade,
  until bigint,                                  -- null: for good
  created_at bigint not null,
  primary key (group_key, user_id)
);
create index members_by_user on members (user_id);

-- `id` is the key behind its app, like `billing/approver`. `permissions` and `includes`, roles of the same app, are JSON lists.
create table app_roles (
  id text collate "C" primary key,
  app text collate "C" not null,
  key text collate "C" not null,
  name text collate "C" not null,
  permissions text collate "C" not null,
  includes text collate "C" not null
);
create index app_roles_by_app on app_roles (app);

create table person_roles (
  user_id text collate "C" not null references users (id) on delete cascade,
  role text collate "C" not null references app_roles (id) on delete cascade,
  until bigint,
  created_at bigint not null,
  primary key (user_id, role)
);
create index person_roles_by_role on person_roles (role, user_id);

create table group_roles (
  group_key text collate "C" not null references groups (key) on delete cascade,
  role text collate "C" not null references app_roles (id) on delete cascade,
  until bigint,
  created_at bigint not null,
  primary key (group_key, role)
);
create index group_roles_by_role on group_roles (role);

-- `rule` is JSON: effect, actions, type of resource and condition. `enabled` is 0 or 1.
create table policies (
  app text collate "C" not null,
  id text collate "C" not null,
  rule text collate "C" not null,
  enabled bigint not null,
  version bigint not null,
  changed_at bigint not null,
  primary key (app, id)
);

create table service_keys (
  id text collate "C" primary key,
  app text collate "C" not null,
  name text collate "C" not null,
  hash text collate "C" not null unique,
  made_at bigint not null,
  expires_at bigint                              -- null: never
);
