-- 0001 door: who is let in. Released files are never edited. Write 0002 instead.
-- Nothing here is a record: losing this file signs everyone out and ends open
-- invitations, no more. Tokens are kept as hashes only.

create table session (
    token_hash  blob    not null primary key check (length(token_hash) = 32),
    id          blob    not null unique check (length(id) = 16),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    -- What opened it: docs/sync-protocol.md § 4, desk.
    credential  integer not null check (credential between 1 and 5),
    made_ms     integer not null,
    expires_ms  integer not null,
    revoked_ms  integer
) strict, without rowid;
create index session_of_person on session (team, person);

create table invitation (
    token_hash  blob    not null primary key check (length(token_hash) = 32),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    made_ms     integer not null,
    expires_ms  integer not null,
    used_ms     integer
) strict, without rowid;

-- A device that showed a token. Whether it was let in stands in the log.
create table pairing (
    id          blob    not null primary key check (length(id) = 16),
    token_hash  blob    not null unique references invitation (token_hash),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    public_key  blob    not null check (length(public_key) = 32),
    form        integer not null,
    digits      text    not null check (length(digits) = 6),
    made_ms     integer not null,
    expires_ms  integer not null,
    refused_ms  integer,
    wrong       integer not null default 0
) strict, without rowid;
create index pairing_of_team on pairing (team, made_ms);
