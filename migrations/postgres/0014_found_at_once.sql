-- What every request asks for about a person is in an index of its own: the name, and the address of those that is primary.

create index users_with_name on users (id, name);
create index primary_emails on emails (user_id, address) where is_primary = 1;
