-- The ledger: what decides. Redis holds only what can be rebuilt from here.
-- Each table has one writing stage, named in its comment; every stage may read.
-- Amounts and quantities are decimals of up to ten digits behind the point, as in the value types.

-- Delivery protocol (every lane stage writes its own rows) ---------------------------------------------------------

create table inbox (
    stage       text        not null,
    event_id    text        not null,
    broker      text        not null,
    received_at timestamptz not null default now(),
    primary key (stage, event_id)
);

create table outbox (
    id             bigint generated always as identity primary key,
    stage          text        not null,
    broker         text        not null,
    cause_id       text        not null,
    event_id       text        not null,
    topic          text        not null,
    type           text        not null,
    partition_key  text        not null,
    correlation_id text        not null,
    traceparent    text        not null,
    event_time     timestamptz not null,
    data           bytea       not null,
    created_at     timestamptz not null default now(),
    sent_at        timestamptz,
    unique (stage, event_id)
);
create index outbox_cause on outbox (stage, cause_id);
create index outbox_unsent on outbox (stage, broker, id) where sent_at is null;

-- Market feed (writer: market-feed) ---------------------------------------------------------------------------------

create table publishers (
    asset_class text        not null primary key,
    epoch       bigint      not null,
    holder      text        not null,
    leased_until timestamptz not null
);

-- Strategies (writer: strategy-runner) ------------------------------------------------------------------------------

create table strategies (
    id         text        not null primary key,
    version    bigint      not null,
    definition jsonb       not null,
    source     text        not null,
    changed_at timestamptz not null default now()
);
create sequence strategy_versions;

-- Risk (writer: risk-manager) ---------------------------------------------------------------------------------------

create table risk_lanes (
    broker text not null primary key
);

create table signals (
    id              text        not null primary key,
    broker          text        not null,
    correlation_id  text        not null,
    stream          text        not null,
    strategy        text        not null,
    definition      bigint      not null,
    instrument      text        not null,
    side            text        not null,
    quantity        numeric(25, 10) not null,
    price           numeric(25, 10) not null,
    reference_price numeric(25, 10) not null,
    reference_time  timestamptz not null,
    tick_ordinal    bigint      not null,
    expires_at      timestamptz not null,
    due_at          timestamptz not null,
    reason          text        not null,
    follows         text,
    recorded_at     timestamptz not null default now()
);
create index signals_idea on signals (correlation_id, broker);

create table decisions (
    signal_id      text        not null primary key references signals (id),
    broker         text        not null,
    strategy       text        not null,
    instrument     text        not null,
    side           text        not null,
    quantity       numeric(25, 10) not null,
    trading_day    date        not null,
    approved       boolean     not null,
    denial         text,
    verdicts       jsonb       not null,
    reserved       numeric(25, 10) not null,
    sequence       bigint,
    as_of          timestamptz not null,
    recorded_at    timestamptz not null default now(),
    unique (broker, strategy, instrument, sequence)
);
create index decisions_daily on decisions (broker, strategy, trading_day) where approved;

-- Approvals whose orders are not final yet: what they may still take. Cleared by the next decision of the lane.
create table reservations (
    signal_id  text not null primary key references decisions (signal_id),
    broker     text not null,
    strategy   text not null,
    instrument text not null,
    side       text not null,
    quantity   numeric(25, 10) not null,
    reserved   numeric(25, 10) not null
);
create index reservations_portfolio on reservations (broker, strategy);

-- Execution (writer: trading-engine) --------------------------------------------------------------------------------

create table orders (
    id              text        not null primary key,
    signal_id       text        not null,
    correlation_id  text        not null,
    broker          text        not null,
    kind            text        not null,
    strategy        text        not null,
    instrument      text        not null,
    side            text        not null,
    quantity        numeric(25, 10) not null,
    reference_price numeric(25, 10) not null,
    reference_time  timestamptz not null,
    expires_at      timestamptz not null,
    due_at          timestamptz not null,
    status          text        not null,
    waits_for_price boolean     not null,
    version         integer     not null,
    filled_quantity numeric(25, 10) not null,
    filled_value    numeric(25, 10) not null,
    failure         text,
    recorded_at     timestamptz not null default now(),
    changed_at      timestamptz not null default now()
);
create index orders_signal on orders (signal_id);
create index orders_idea on orders (correlation_id);
create index orders_book on orders (broker, strategy, instrument, recorded_at);
create index orders_open on orders (broker, strategy, instrument)
    where status not in ('FILLED', 'CANCELLED', 'REJECTED', 'EXPIRED', 'FAILED');

create table order_transitions (
    order_id    text        not null references orders (id),
    version     integer     not null,
    status      text        not null,
    failure     text,
    recorded_at timestamptz not null default now(),
    primary key (order_id, version)
);

create table fills (
    id          text        not null primary key,
    order_id    text        not null references orders (id),
    event_id    text        not null,
    broker      text        not null,
    strategy    text        not null,
    instrument  text        not null,
    side        text        not null,
    sequence    bigint      not null,
    quantity    numeric(25, 10) not null,
    price       numeric(25, 10) not null,
    fees        numeric(25, 10) not null,
    executed_at timestamptz not null,
    recorded_at timestamptz not null default now(),
    unique (broker, strategy, instrument, sequence)
);

create index fills_first on fills (broker, strategy, instrument) where sequence = 1;
create index orders_waiting on orders (broker) where waits_for_price;

-- Books (writer: portfolio-manager) ---------------------------------------------------------------------------------

create table portfolios (
    broker        text        not null,
    strategy      text        not null,
    starting_cash numeric(25, 10) not null,
    cash          numeric(25, 10) not null,
    realized_pnl  numeric(25, 10) not null,
    fees          numeric(25, 10) not null,
    version       bigint      not null,
    viewed        bigint      not null,
    changed_at    timestamptz not null default now(),
    primary key (broker, strategy)
);
create index portfolios_unviewed on portfolios (broker) where viewed < version;

create table positions (
    broker       text        not null,
    strategy     text        not null,
    instrument   text        not null,
    quantity     numeric(25, 10) not null,
    cost         numeric(25, 10) not null,
    realized_pnl numeric(25, 10) not null,
    fees         numeric(25, 10) not null,
    sequence     bigint      not null,
    changed_at   timestamptz not null default now(),
    primary key (broker, strategy, instrument)
);

create table bookings (
    fill_id     text        not null primary key,
    broker      text        not null,
    strategy    text        not null,
    instrument  text        not null,
    sequence    bigint      not null,
    cash_change numeric(25, 10) not null,
    realized    numeric(25, 10) not null,
    due_at      timestamptz not null,
    booked_at   timestamptz not null default clock_timestamp()
);
create index bookings_lane on bookings (broker, booked_at);

-- Dead letters (writer: whoever replays them, one at a time) --------------------------------------------------------

-- A row for each letter that was published again. A topic that was made anew begins at the same offsets, so
-- a letter is told by its time as well.
create table replays (
    topic         text        not null,
    "partition"   integer     not null,
    record_offset bigint      not null,
    letter_at     timestamptz not null,
    event_id      text        not null,
    reason        text        not null,
    times         integer     not null default 1,
    replayed_at   timestamptz not null default now(),
    primary key (topic, "partition", record_offset, letter_at)
);
create index replays_event on replays (event_id);
