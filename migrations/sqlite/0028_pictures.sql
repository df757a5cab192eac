-- The picture of a person, written anew by the server: WebP, 256 × 256 pixels, in base64, because every value that is
-- moved between the engines is text or a number. The picture comes last, so that the version is read without it.
create table pictures (
  user_id text primary key references users (id) on delete cascade,
  version text not null,                          -- the beginning of SHA-256 of the text
  set_at integer not null,
  webp text not null
) strict;
