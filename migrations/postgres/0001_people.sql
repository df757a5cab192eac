-- People, the addresses they read mail at, and the passkeys they sign in with.
-- Times are epoch milliseconds; ids are 128 random bits in base64url.
-- Text is compared byte by byte (collation C), as in SQLite, so that ids and letters have one order on every server.
-- Every script here ends in the same tables as the one of the same name for SQLite. No database is older than 0025, so none moves rows.

create table users (
  id text collate "C" primary key,
  handle text collate "C" not null unique,                    -- the WebAuthn user handle: 64 random bytes in base64url, for life
  name text collate "C" not null default '',
  created_at bigint not null
);

create table emails (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  address text collate "C" not null,                          -- as we write to it
  canonical text collate "C" not null unique,                 -- as we compare it
  is_primary bigint not null check (is_primary in (0, 1)),
  created_at bigint not null
);
create index emails_by_user on emails (user_id);
create unique index one_primary_email on emails (user_id) where is_primary = 1;

create table passkeys (
  id text collate "C" primary key,
  user_id text collate "C" not null references users (id) on delete cascade,
  credential_id text collate "C" not null unique check (length(credential_id) between 1 and 1364),   -- 1 to 1023 bytes in base64url
  public_key text collate "C" not null,                       -- COSE key in base64url
  sign_count bigint not null check (sign_count >= 0),
  uv_initialized bigint not null check (uv_initialized in (0, 1)),
  backup_eligible bigint not null check (backup_eligible in (0, 1)),
  backup_state bigint not null check (backup_state in (0, 1)),
  transports text collate "C" not null,                       -- JSON list
  aaguid text collate "C" not null,
  name text collate "C" not null,
  created_at bigint not null,
  last_used_at bigint,
  regressed_at bigint,                           -- when its signature counter last went backwards
  check (backup_eligible = 1 or backup_state = 0)
);
create index passkeys_by_user on passkeys (user_id);
