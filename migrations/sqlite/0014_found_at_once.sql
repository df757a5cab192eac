-- What every request asks for about a person is in an index of its own: the name, and the address of those that is primary.

create index users_with_name on users (id, name);
create index primary_emails on emails (user_id, address) where is_primary = 1;

-- Unless it is told that these find one row too, the planner takes the unique ones and reads the table beside them.
analyze sqlite_schema;
insert into sqlite_stat1 (tbl, idx, stat) values
  ('users', 'users_with_name', '1000000 1 1'),
  ('emails', 'primary_emails', '1000000 1 1');
