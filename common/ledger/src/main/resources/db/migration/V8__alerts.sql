-- Alerts: what rules of the read layer see, who has looked, and what is told outside the house (writer: api).
-- What the trading-engine tells of its lanes stays its own, in alarms; both are read as one list, told_alerts.

-- Raised once for as long as the condition lasts, whoever resolves it meanwhile.
create table alerts (
    id          bigint      generated always as identity primary key,
    code        text        not null,
    category    text        not null,
    severity    text        not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
    broker      text,
    subject     text        not null,
    words       text        not null,
    raised_at   timestamptz not null default now(),
    ended_at    timestamptz,
    resolved_at timestamptz,
    resolved_by text
);
comment on column alerts.broker is 'null: of the whole house';
comment on column alerts.ended_at is 'when the condition ended; until then it is not raised again';
comment on column alerts.resolved_at is 'when its condition ended, or a person said so before that';
create unique index alerts_lasting on alerts (code, coalesce(broker, ''), subject) where ended_at is null;
create index alerts_newest on alerts (raised_at desc, id desc);

create table acknowledgements (
    alert_id        text        not null primary key,
    acknowledged_by text        not null,
    acknowledged_at timestamptz not null default now()
);
comment on column acknowledgements.alert_id is 'as it is told: alert-7 of alerts, alarm-7 of alarms';

-- One row for each alert, channel and occasion: told once, tried again until it is.
create table notifications (
    id          bigint      generated always as identity primary key,
    alert_id    text        not null,
    channel     text        not null,
    occasion    text        not null check (occasion in ('RAISED', 'RESOLVED')),
    held        boolean     not null default false,
    attempts    integer     not null default 0,
    next_at     timestamptz not null,
    created_at  timestamptz not null default now(),
    sent_at     timestamptz,
    given_up_at timestamptz,
    words       text        not null default '',
    unique (alert_id, channel, occasion)
);
comment on column notifications.held is 'kept back by quiet hours';
comment on column notifications.words is 'the last answer, for people; never a secret';
create index notifications_due on notifications (next_at) where sent_at is null and given_up_at is null;

-- An alarm that halted its lane is critical: nothing trades there until a person has looked.
create view told_alerts as
select 'alarm-' || a.id as id, a.id as ordinal, 'ALARM' as source, a.code, 'EXECUTION' as category,
       case when a.halted then 'CRITICAL' else 'WARNING' end as severity, a.broker, a.subject, a.words, a.halted, a.raised_at,
       a.resolved_at, null as resolved_by, k.acknowledged_at, k.acknowledged_by
from alarms a left join acknowledgements k on k.alert_id = 'alarm-' || a.id
union all
select 'alert-' || a.id, a.id, 'RULE', a.code, a.category, a.severity, a.broker, a.subject, a.words, false, a.raised_at,
       a.resolved_at, a.resolved_by, k.acknowledged_at, k.acknowledged_by
from alerts a left join acknowledgements k on k.alert_id = 'alert-' || a.id;
