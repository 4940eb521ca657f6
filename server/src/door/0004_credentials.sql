-- 0004 credentials: what people show to be let in from a browser. Released
-- files are never edited. Write 0005 instead.

-- What the browser called itself, for the list of sessions.
alter table session add column browser text not null default '';

create table passkey (
    id          blob    not null primary key check (length(id) between 1 and 1023),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    -- As its owner called it.
    label       text    not null check (length(label) between 1 and 80),
    -- The public key and its counter, as webauthn-rs writes them (JSON).
    key         text    not null,
    made_ms     integer not null,
    used_ms     integer
) strict, without rowid;
create index passkey_of_person on passkey (team, person);

create table password (
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    -- Written in small letters; one person each.
    name        text    not null unique check (length(name) between 3 and 60),
    -- Argon2id, as a PHC string.
    hash        text    not null,
    totp_secret blob    not null check (length(totp_secret) = 20),
    -- The last step of the one-time code that was taken; each is taken once.
    totp_step   integer not null default 0,
    made_ms     integer not null,
    primary key (team, person)
) strict, without rowid;

-- Kept as hashes; shown once when they are made.
create table recovery_code (
    code_hash   blob    not null primary key check (length(code_hash) = 32),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    made_ms     integer not null,
    used_ms     integer
) strict, without rowid;
create index recovery_code_of_person on recovery_code (team, person);

-- Who helped whom back in, for everyone to see.
create table help (
    id          integer not null primary key,
    team        blob    not null check (length(team) = 16),
    helper      blob    not null check (length(helper) = 16),
    person      blob    not null check (length(person) = 16),
    made_ms     integer not null
) strict;
create index help_of_team on help (team, made_ms);
