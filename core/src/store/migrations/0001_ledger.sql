-- 0001 the ledger: what was signed, where it stands, and what follows from it.
-- Released files are never edited. Write 0002 instead.
-- Every table is keyed by team. Log tables only grow; triggers keep it so.

-- What was signed: batches (type 0) and records. Headers stay for ever.
create table entry (
    team        blob    not null check (length(team) = 16),
    id          blob    not null check (length(id) = 32),
    type        integer not null check (type between 0 and 4294967295),
    header      blob    not null check (length(header) between 1 and 65536),
    signatures  blob    not null check (length(signatures) between 1 and 65536),
    primary key (team, id)
) strict, without rowid;

-- Bodies leave only by a logged purge.
create table body (
    team        blob    not null,
    id          blob    not null,
    bytes       blob    not null check (length(bytes) between 1 and 65536),
    primary key (team, id),
    foreign key (team, id) references entry (team, id)
) strict;

-- Where an entry stands in the team's log, once per epoch.
create table place (
    team        blob    not null,
    epoch       integer not null check (epoch >= 1),
    seq         integer not null check (seq >= 0),
    received_ms integer not null,
    id          blob    not null,
    primary key (team, epoch, seq),
    foreign key (team, id) references entry (team, id)
) strict, without rowid;
create unique index place_of_entry on place (team, id, epoch);

-- Which purge record covers which batch; written before a body is deleted.
create table purged (
    team        blob    not null,
    id          blob    not null check (length(id) = 32),
    purge       blob    not null,
    primary key (team, id),
    foreign key (team, purge) references entry (team, id)
) strict, without rowid;

-- Each device's own chain of batches.
create table chain (
    team        blob    not null,
    device      blob    not null check (length(device) = 16),
    incarnation blob    not null check (length(incarnation) = 8),
    n           integer not null check (n >= 1),
    id          blob    not null,
    primary key (team, device, incarnation, n),
    foreign key (team, id) references entry (team, id)
) strict, without rowid;

-- Full nodes of each epoch's RFC 6962 tree.
create table node (
    team        blob    not null check (length(team) = 16),
    epoch       integer not null,
    level       integer not null check (level between 0 and 63),
    position    integer not null,
    hash        blob    not null check (length(hash) = 32),
    primary key (team, epoch, level, position)
) strict, without rowid;

-- The newest checkpoint of each epoch.
create table checkpoint (
    team        blob    not null check (length(team) = 16),
    epoch       integer not null,
    size        integer not null,
    text        text    not null,
    primary key (team, epoch)
) strict, without rowid;

-- Streams: the policy and each document, in order of force.
create table stream (
    team        blob    not null check (length(team) = 16),
    name        blob    not null check (length(name) between 1 and 64),
    count       integer not null check (count >= 1),
    hash        blob    not null check (length(hash) = 32),
    last_epoch  integer not null,
    last_seq    integer not null,
    primary key (team, name)
) strict, without rowid;
create index stream_by_end on stream (team, last_epoch, last_seq);

create table member (
    team        blob    not null,
    stream      blob    not null,
    position    integer not null check (position >= 0),
    id          blob    not null,
    epoch       integer not null,
    seq         integer not null,
    received_ms integer not null,
    hash        blob    not null check (length(hash) = 32),
    primary key (team, stream, position),
    foreign key (team, id) references entry (team, id)
) strict, without rowid;
create index member_of_entry on member (team, id);

-- A phone's outbox and its proven receipts.
create table outbox (
    number      integer primary key autoincrement,
    team        blob    not null,
    id          blob    not null,
    why         integer not null check (why between 1 and 3),
    -- Where it stood before a restore of the office lost it.
    old_epoch   integer,
    old_seq     integer,
    unique (team, id),
    foreign key (team, id) references entry (team, id)
) strict;

create table receipt (
    team        blob    not null,
    id          blob    not null,
    epoch       integer not null,
    primary key (team, id, epoch),
    foreign key (team, id) references entry (team, id)
) strict, without rowid;

-- Batches that were not let in at once, and what became of them.
create table held (
    number      integer primary key autoincrement,
    team        blob    not null,
    id          blob    not null,
    cause       integer not null,
    status      integer not null check (status between 1 and 3),
    unique (team, id),
    foreign key (team, id) references entry (team, id)
) strict;
create index held_by_status on held (team, status, number);

-- Received, kept, never loaded here.
create table quarantine (
    team        blob    not null,
    id          blob    not null,
    cause       integer not null,
    primary key (team, id),
    foreign key (team, id) references entry (team, id)
) strict, without rowid;

-- Views: computed from the log, thrown away and rebuilt at will.
create table view (
    team        blob    not null check (length(team) = 16),
    view        text    not null,
    key         text    not null,
    document    text    not null,
    value       blob    not null,
    primary key (team, view, key, document)
) strict, without rowid;
create index view_of_document on view (team, document);

-- Small notes: cursor, incarnation, key id. Never a secret.
create table note (
    team        blob    not null check (length(team) = 16),
    key         text    not null,
    value       blob    not null,
    primary key (team, key)
) strict, without rowid;

-- The log only grows.
create trigger entry_stays_1 before update on entry begin select raise(abort, 'the log only grows'); end;
create trigger entry_stays_2 before delete on entry begin select raise(abort, 'the log only grows'); end;
create trigger place_stays_1 before update on place begin select raise(abort, 'the log only grows'); end;
create trigger place_stays_2 before delete on place begin select raise(abort, 'the log only grows'); end;
create trigger purged_stays_1 before update on purged begin select raise(abort, 'the log only grows'); end;
create trigger purged_stays_2 before delete on purged begin select raise(abort, 'the log only grows'); end;
create trigger chain_stays_1 before update on chain begin select raise(abort, 'the log only grows'); end;
create trigger chain_stays_2 before delete on chain begin select raise(abort, 'the log only grows'); end;
create trigger node_stays_1 before update on node begin select raise(abort, 'the log only grows'); end;
create trigger node_stays_2 before delete on node begin select raise(abort, 'the log only grows'); end;
create trigger receipt_stays_1 before update on receipt begin select raise(abort, 'the log only grows'); end;
create trigger receipt_stays_2 before delete on receipt begin select raise(abort, 'the log only grows'); end;
create trigger body_stays before update on body begin select raise(abort, 'the log only grows'); end;
create trigger body_leaves_by_purge before delete on body
    when not exists (select 1 from purged where purged.team = old.team and purged.id = old.id)
    begin select raise(abort, 'a body leaves only by a purge'); end;
create trigger body_purged before insert on body
    when exists (select 1 from purged where purged.team = new.team and purged.id = new.id)
    begin select raise(abort, 'this body was purged'); end;
