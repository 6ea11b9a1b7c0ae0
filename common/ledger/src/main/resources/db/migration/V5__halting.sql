-- Halting: entries that are to end, and states that hold in every lane.

-- Execution (writer: trading-engine) --------------------------------------------------------------------------------

-- An entry that is to end without (further) fills: written before anything is asked of the broker, and asked for again
-- until the order has ended. It stays as the record of why. It refers to its order without a constraint, whose check
-- would wait for whoever holds the order: a halt waits for nobody.
create table cancellations (
    order_id text        not null primary key,
    broker   text        not null,
    reason   text        not null,
    asked_at timestamptz not null default now(),
    attempts integer     not null default 0,
    next_at  timestamptz not null default now(),
    words    text        not null default ''
);
comment on column cancellations.reason is 'the failure code the order ends with';
comment on column cancellations.attempts is 'how often the broker was asked';
comment on column cancellations.words is 'the broker''s last answer, for people; never a secret';
create index cancellations_lane on cancellations (broker);

comment on column trading_states.broker is '*: every lane';
