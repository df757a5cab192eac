-- A browser that was not used for a year is forgotten.

create index browsers_by_age on browsers (seen_at);
