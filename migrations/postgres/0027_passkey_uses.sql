-- Where each passkey was used last, for its owner. Null until its next use.
alter table passkeys add column last_used_ip text collate "C";
alter table passkeys add column last_used_user_agent text collate "C";
