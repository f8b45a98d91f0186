-- What was handed out, erased or dropped, without anybody's data.
create table privacy_receipts (
    id       uuid                        not null primary key,
    kind     varchar(16)                 not null,
    asked_by varchar(100)                not null,
    at       timestamp(6) with time zone not null,
    counts   text                        not null
);
create index privacy_receipts_by_time on privacy_receipts (at);

-- While one holds, nothing is erased or dropped.
create table legal_holds (
    id       uuid                        not null primary key,
    reason   varchar(300)                not null,
    made_by  varchar(100)                not null,
    made_at  timestamp(6) with time zone not null,
    ended_by varchar(100),
    ended_at timestamp(6) with time zone
);
