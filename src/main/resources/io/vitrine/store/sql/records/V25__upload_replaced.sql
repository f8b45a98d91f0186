-- How many bytes of an upload were no text, each kept as the sign that says so.
alter table uploads add column replaced bigint default 0 not null;
