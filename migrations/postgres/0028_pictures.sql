-- The picture of a person, written anew by the server: WebP, 256 × 256 pixels, in base64, because every value that is
-- moved between the engines is text or a number.
create table pictures (
  user_id text collate "C" primary key references users (id) on delete cascade,
  version text collate "C" not null,             -- the beginning of SHA-256 of the text
  set_at bigint not null,
  webp text collate "C" not null
);
