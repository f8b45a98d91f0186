-- A row for every payment that was judged. Details are kept from level low on.
create table fraud_scores (
    transaction_id varchar(128)                not null primary key,
    happened_at    timestamp(6) with time zone not null,
    happened_on    date                        not null,
    score          double precision            not null,
    level          varchar(8)                  not null,
    worth          double precision,
    user_id        varchar(512),
    card           varchar(512),
    device         varchar(512),
    address        varchar(512),
    email          varchar(512),
    delivery       varchar(512),
    indicators     varchar(1000)               not null,
    content        text,
    state          varchar(8)                  not null,
    assignee       varchar(100),
    decision       varchar(8),
    decided_at     timestamp(6) with time zone,
    decided_by     varchar(100),
    note           varchar(2000)
);
create index fraud_scores_time on fraud_scores (happened_at);
create index fraud_scores_state on fraud_scores (state, happened_at);
create index fraud_scores_user on fraud_scores (user_id);
create index fraud_scores_card on fraud_scores (card);
create index fraud_scores_device on fraud_scores (device);
create index fraud_scores_address on fraud_scores (address);
create index fraud_scores_email on fraud_scores (email);
create index fraud_scores_delivery on fraud_scores (delivery);

create table fraud_rules (
    version integer                     not null primary key,
    content text                        not null,
    made_at timestamp(6) with time zone not null,
    made_by varchar(100)                not null,
    note    varchar(2000)
);

create table fraud_lists (
    link           varchar(16)                 not null,
    entry          varchar(512)                not null,
    blocked        boolean                     not null,
    transaction_id varchar(128)                not null,
    made_at        timestamp(6) with time zone not null,
    made_by        varchar(100)                not null,
    primary key (link, entry)
);
