-- How many searches a person made, beyond those that are remembered.
create table search_counts (
    owner_id uuid   not null primary key references users (id) on delete cascade,
    made     bigint not null
);
insert into search_counts (owner_id, made)
select owner_id, count(*) from past_searches group by owner_id;
create index uploads_by_owner on uploads (owner_name);
