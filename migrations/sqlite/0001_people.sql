-- People, the addresses they read mail at, and the passkeys they sign in with.
-- Times are epoch milliseconds; ids are 128 random bits in base64url.

create table users (
  id text primary key,
  handle text not null unique,                    -- the WebAuthn user handle: 64 random bytes in base64url, for life
  name text not null default '',
  created_at integer not null
) strict;

create table emails (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  address text not null,                          -- as we write to it
  canonical text not null unique,                 -- as we compare it
  is_primary integer not null check (is_primary in (0, 1)),
  created_at integer not null
) strict;
create index emails_by_user on emails (user_id);
create unique index one_primary_email on emails (user_id) where is_primary = 1;

create table passkeys (
  id text primary key,
  user_id text not null references users (id) on delete cascade,
  credential_id text not null unique check (length(credential_id) between 1 and 1364),   -- 1 to 1023 bytes in base64url
  public_key text not null,                       -- COSE key in base64url
  sign_count integer not null check (sign_count >= 0),
  uv_initialized integer not null check (uv_initialized in (0, 1)),
  backup_eligible integer not null check (backup_eligible in (0, 1)),
  backup_state integer not null check (backup_state in (0, 1)),
  transports text not null,                       -- JSON list
  aaguid text not null,
  name text not null,
  created_at integer not null,
  last_used_at integer,
  regressed_at integer,                           -- when its signature counter last went backwards
  check (backup_eligible = 1 or backup_state = 0)
) strict;
create index passkeys_by_user on passkeys (user_id);
