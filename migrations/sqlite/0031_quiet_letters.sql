-- The names of the letters that a person turned off, as JSON. Only letters that merely inform can be turned off.
alter table users add column quiet_letters text not null default '[]';
