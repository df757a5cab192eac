-- What a settled way in was just used for: one act and its target, once. A new confirmation takes its place.

alter table sessions add column touched_for text collate "C";
alter table sessions add column touched_at bigint;
