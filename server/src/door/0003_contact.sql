-- 0003 contact: when a device last spoke to the office. Says nothing about where
-- it was or what it sent; leaves with the device's person when they are purged.

create table contact (
    device   blob    not null primary key check (length(device) = 16),
    heard_ms integer not null
) strict, without rowid;
