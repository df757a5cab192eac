-- A stranger cannot use up the letters that carry a code: the browsers and networks of an account have a budget of their own,
-- and requests past a budget share the next letter.

create table networks (
  user_id text collate "C" not null references users (id) on delete cascade,
  network text collate "C" not null,                          -- keyed hash of the person and the network: no IP is kept here
  seen_at bigint not null,
  primary key (user_id, network)
);
create index networks_by_age on networks (seen_at);

create table joined_letters (
  key text collate "C" primary key,                           -- keyed hash of flow and address: no address is kept here
  letter_id text collate "C" not null,                        -- the newest letter that requests share
  leaves_at bigint not null
);
create index joined_letters_by_age on joined_letters (leaves_at);
create index joined_letters_by_letter on joined_letters (letter_id);

alter table recoveries add column browser text collate "C";   -- the one that started it
