-- A name stands in letters ten days after it was set, so that no stolen session writes its own words above a warning.

alter table users add column named_at bigint;
