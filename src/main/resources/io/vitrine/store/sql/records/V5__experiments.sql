create table experiments (
    experiment_key varchar(100)                not null,
    version        integer                     not null,
    content        text                        not null,
    made_at        timestamp(6) with time zone not null,
    made_by        varchar(100)                not null,
    act            varchar(32)                 not null,
    note           varchar(2000),
    primary key (experiment_key, version)
);
