# Checking an evidence file.

verify-proven = In order: no findings.
verify-not-proven = Not in order: {$count ->
    [one] one finding
   *[other] {$count} findings
}.
verify-counts = Checked: {$entries} entries, {$batches} of them written by devices ({$office} by the office for a person), {$bodies} contents, {$checkpoints} checkpoints, {$statements} statements; held: {$held}, let in afterwards: {$released}, purged: {$purged}.
verify-proves = What this shows: these entries were signed by these devices, stand in this order, and up to the last checkpoint none is missing or changed. Rights held at every point as they had been given up to there. What it does not show: whether a device's clock was right, whether anybody worked, and whether there are entries after the last checkpoint.
verify-at = {$what} (entry {$position})
verify-more = And {$count} more findings.

verify-unreadable-not-evidence = This is not an evidence file.
verify-unreadable-newer = This evidence file was made by a newer version; this program cannot check it.
verify-unreadable-file = The file cannot be read.

verify-damaged = The file is damaged or cut off here; nothing behind it was read.
verify-no-seal = The seal at the end is missing: the file is not complete.
verify-bad-seal = The seal does not fit: the file is no longer as the office made it.
verify-after-seal = Something follows the seal.
verify-order = An entry is not in its place, or one before it is missing.
verify-time-back = It was received before the entry before it.
verify-duplicate = The entry stands twice.
verify-wrong-team = The entry belongs to another team.
verify-record-refused = This record may not stand here.
verify-unknown-device = The device was never added.
verify-bad-signature = The device's signature does not fit.
verify-gap = An entry of the same device before it is missing.
verify-body-hash = The content is not what was signed.
verify-body-missing = The content is missing, and no purge says so.
verify-body-unexpected = The content should not be in this file.
verify-not-held = The entry should have been held.
verify-held-without-cause = The entry was held for a cause that is not so.
verify-verdict = A decision stands where there can be none.
verify-purge = A purge names what was not there.
verify-seen = A seen mark names what was not there.
verify-withdrawal = A withdrawal names what was not in force, or what no recovered revocation covers.
verify-newer = This program does not know this kind of document; please check with a newer version.
verify-checkpoint-missing = A checkpoint is missing at the end.
verify-checkpoint = A checkpoint does not belong here.
verify-checkpoint-signature = A checkpoint is not signed by the office.
verify-checkpoint-root = A checkpoint does not fit the entries: some are missing, changed or exchanged.
verify-epoch-checkpoint = The last checkpoint before the restore does not fit the entries.
verify-statement = A statement was neither approved nor exported.

verify-note-purged = {$document}: {$count ->
    [one] one content
   *[other] {$count} contents
} purged under rule “{$rule}”.
verify-note-withheld = {$count ->
    [one] One content is
   *[other] {$count} contents are
} left out of this file on purpose.
verify-note-gap-after-restore = After a restore, entries of the same device are missing before entry {$position}.
verify-note-lost-in-restore = When the office was restored after epoch {$epoch}, {$count ->
    [one] one entry was
   *[other] {$count} entries were
} gone; what the devices still had came back.
verify-note-recovered-by-operator = The operator gave the employer a new key (entry {$position}).
