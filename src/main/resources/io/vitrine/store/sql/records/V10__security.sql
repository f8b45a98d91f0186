create table security_findings (
    id          uuid                        not null primary key,
    kind        varchar(40)                 not null,
    category    varchar(40)                 not null,
    severity    varchar(10)                 not null,
    rule        varchar(80)                 not null,
    place       varchar(200)                not null,
    evidence    varchar(400)                not null,
    sample      varchar(600)                not null,
    origin      varchar(10)                 not null,
    service     varchar(128),
    target      varchar(400)                not null,
    address     varchar(64),
    country     varchar(2),
    agent       varchar(400),
    user_name   varchar(128),
    status      integer,
    event_id    varchar(128),
    in_hour     timestamp(6) with time zone not null,
    first_at    timestamp(6) with time zone not null,
    last_at     timestamp(6) with time zone not null,
    requests    bigint                      not null,
    state       varchar(12)                 not null,
    note        varchar(1000),
    decided_by  varchar(100),
    decided_at  timestamp(6) with time zone
);
create index security_findings_time on security_findings (first_at, id);

create table security_allowed (
    id       uuid                        not null primary key,
    kind     varchar(40),
    rule     varchar(80),
    path     varchar(400),
    place    varchar(200),
    address  varchar(64),
    note     varchar(1000),
    made_by  varchar(100)                not null,
    made_at  timestamp(6) with time zone not null
);
