-- People: who may look, who may command, and what they did.

-- Access (writer: api) ----------------------------------------------------------------------------------------------

create table users (
    name          text        not null primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,31}$'),
    role          text        not null check (role in ('VIEWER', 'TRADER', 'ADMIN')),
    password_hash text        not null,
    enabled       boolean     not null default true,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
comment on column users.password_hash is 'bcrypt in modular crypt format';
comment on column users.version is 'grows with every change; an access token of an older one is worth nothing';

-- One login of one person. Its refresh tokens follow one another; it ends as a whole.
create table user_sessions (
    id         uuid        not null primary key,
    user_name  text        not null references users (name),
    client     text        not null,
    opened_at  timestamptz not null,
    expires_at timestamptz not null,
    ended_at   timestamptz,
    ended_why  text
);
create index user_sessions_user on user_sessions (user_name, opened_at desc);

-- A refresh token is good once. One that comes again was stolen, or its thief was faster: its session ends.
create table refresh_tokens (
    hash       bytea       not null primary key,
    session_id uuid        not null references user_sessions (id) on delete cascade,
    issued_at  timestamptz not null,
    used_at    timestamptz
);
comment on column refresh_tokens.hash is 'SHA-256 of the token, which is 32 random bytes';
create index refresh_tokens_session on refresh_tokens (session_id);

-- Written before a command is carried out, and its outcome after; a row without one is a command nobody knows the end of.
create table audit (
    id         bigint      generated always as identity primary key,
    at         timestamptz not null,
    user_name  text        not null,
    client     text        not null,
    action     text        not null,
    subject    text        not null default '',
    detail     jsonb       not null default '{}',
    outcome    text,
    words      text        not null default '',
    outcome_at timestamptz
);
comment on column audit.client is 'the address it came from, behind configured proxies the real one';
comment on column audit.detail is 'what was asked for; never a secret';
