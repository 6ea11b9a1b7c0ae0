-- The equity curve: what each portfolio was worth whenever the lane's timer fired (writer: portfolio-manager).

create table snapshots (
    id             text        not null primary key,
    ping_id        text        not null,
    broker         text        not null,
    strategy       text        not null,
    reality        text        not null check (reality in ('PAPER', 'SIMULATED', 'LIVE')),
    taken_at       timestamptz not null,
    as_of          timestamptz not null,
    version        bigint      not null,
    starting_cash  numeric(25, 10) not null,
    cash           numeric(25, 10) not null,
    realized_pnl   numeric(25, 10) not null,
    fees           numeric(25, 10) not null,
    unrealized_pnl numeric(25, 10),
    equity         numeric(25, 10),
    pricing        text        not null check (pricing in ('CURRENT', 'STALE', 'MISSING')),
    positions      integer     not null,
    price_at       timestamptz,
    price_age      bigint,
    data           jsonb       not null,
    sequences      jsonb       not null,
    recorded_at    timestamptz not null default now()
);
comment on column snapshots.taken_at is 'when the timer fired, by the wall''s clock';
comment on column snapshots.as_of is 'market time; not taken_at where recorded ticks are played';
comment on column snapshots.version is 'the portfolio''s bookings it shows';
comment on column snapshots.price_at is 'of the oldest price that went in; price_age in seconds before as_of';
comment on column snapshots.data is 'the event it was sent as';
comment on column snapshots.sequences is 'by instrument, the last fill it shows: the same bookings, for who adds them up again';
create index snapshots_curve on snapshots (broker, strategy, as_of, id);
create index snapshots_version on snapshots (broker, strategy, version);
