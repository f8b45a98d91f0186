-- The second factor of a person; it counts once it is confirmed. last_step is the time step of the
-- last code that was taken, so that none is taken twice.
create table second_factors (
    user_id      uuid        not null primary key references users (id) on delete cascade,
    secret       varchar(64) not null,
    confirmed_at timestamp(6) with time zone,
    last_step    bigint      not null
);

create table recovery_codes (
    user_id   uuid        not null references users (id) on delete cascade,
    code_hash varchar(64) not null,
    primary key (user_id, code_hash)
);

-- Who a person is at a provider of sign-in.
create table identities (
    issuer    varchar(500)                not null,
    subject   varchar(255)                not null,
    user_id   uuid                        not null references users (id) on delete cascade,
    linked_at timestamp(6) with time zone not null,
    primary key (issuer, subject)
);

alter table sessions add column agent varchar(300);
alter table sessions add column last_seen_at timestamp(6) with time zone;
