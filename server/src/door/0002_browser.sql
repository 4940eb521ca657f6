-- 0002 browser: sign-in links, and when a session's person last showed who they
-- are. Released files are never edited. Write 0003 instead.

alter table session add column stepped_ms integer not null default 0;

-- Works once. Kept as a hash; the link itself was shown once.
create table sign_in_link (
    token_hash  blob    not null primary key check (length(token_hash) = 32),
    team        blob    not null check (length(team) = 16),
    person      blob    not null check (length(person) = 16),
    made_ms     integer not null,
    expires_ms  integer not null,
    used_ms     integer
) strict, without rowid;
create index sign_in_link_of_person on sign_in_link (team, person);
