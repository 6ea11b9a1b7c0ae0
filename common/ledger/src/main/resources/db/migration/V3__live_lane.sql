-- The live lane: what is known of an order at its broker, who may trade at all, and what a person must be told.

-- Execution (writer: trading-engine) --------------------------------------------------------------------------------

-- PAPER: simulated in the house. SIMULATED: at a simulated broker. LIVE: at a real one.
alter table orders add column reality text not null default 'PAPER'
    check (reality in ('PAPER', 'SIMULATED', 'LIVE'));

-- The broker's id of the execution; a paper fill has none.
alter table fills add column trade_id text;
create unique index fills_trade on fills (order_id, trade_id) where trade_id is not null;

-- One row an order of a live lane, written with the order and before anything is sent.
create table placements (
    order_id        text        not null primary key references orders (id),
    broker          text        not null,
    sequence        bigint      generated always as identity,
    tag             text        not null,
    exits           boolean     not null,
    send_by         timestamptz,
    book_day        date,
    broker_order_id text,
    silence         integer     not null default 0,
    words           text        not null default '',
    settled_at      timestamptz,
    recorded_at     timestamptz not null default now(),
    changed_at      timestamptz not null default now(),
    unique (broker, tag)
);
comment on column placements.exits is 'whether the order only reduced the position when it was written down';
comment on column placements.words is 'the broker''s last remark, for people; never a secret';
comment on column placements.settled_at is 'when its end was believed; the book is read for it until then, and while the day lasts';
create index placements_open on placements (broker, sequence) where settled_at is null;
create index placements_day on placements (broker, book_day);

-- Who reads a lane's order book at the broker, so that its instances don't all do. A reader that wakes up late reads
-- once more, which changes nothing.
create table book_readers (
    broker       text        not null primary key,
    holder       text        not null,
    leased_until timestamptz not null
);

-- The most restrictive of the rows that apply holds; no row is ACTIVE. Senders and whoever changes a row take the same
-- advisory lock, shared and alone: a change waits for the orders being sent at that moment.
create table trading_states (
    broker     text        not null,
    strategy   text        not null default '',
    state      text        not null check (state in ('ACTIVE', 'REDUCING', 'HALTED')),
    version    bigint      not null,
    reason     text        not null,
    changed_by text        not null,
    changed_at timestamptz not null default now(),
    primary key (broker, strategy)
);
comment on column trading_states.strategy is 'empty: the whole lane';

-- What a person must be told. Told once: a cause that lasts keeps its row.
create table alarms (
    id          bigint      generated always as identity primary key,
    broker      text        not null,
    code        text        not null,
    subject     text        not null,
    words       text        not null,
    halted      boolean     not null,
    raised_at   timestamptz not null default now(),
    resolved_at timestamptz
);
create unique index alarms_standing on alarms (broker, code, subject) where resolved_at is null;

-- A login at a broker. The token is encrypted; the key is not in the database.
create table broker_sessions (
    broker     text        not null primary key,
    version    bigint      not null,
    user_id    text        not null,
    token      bytea       not null,
    opened_at  timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_why  text
);

-- What a comparison with the broker found.
create table reconciliations (
    id       bigint      generated always as identity primary key,
    broker   text        not null,
    cause    text        not null,
    outcome  text        not null check (outcome in ('EQUAL', 'DIFFERENT', 'UNREADABLE')),
    findings jsonb       not null,
    began_at timestamptz not null,
    ended_at timestamptz not null
);
create index reconciliations_latest on reconciliations (broker, id);
