-- Whose an upload is, also after the account was renamed. Of earlier uploads only the name is known.
alter table uploads add column owner_id uuid references users (id) on delete set null;
update uploads set owner_id = (select id from users where users.username = uploads.owner_name);
drop index uploads_by_owner;
create index uploads_by_owner on uploads (owner_id);
