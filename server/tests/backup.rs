//! Backup and restore, with the files really there.

mod at_work;

use assistenz_server::backup::{self, BackupError, MANIFEST};
use assistenz_server::folder::Folder;
use assistenz_server::journal;
use assistenz_server::office::Office;
use std::fs;
use std::path::Path;

fn founded(folder: &Path) -> assistenz_server::ports::World {
    let (world, _) = at_work::world(7);
    let data = Folder::open(folder).expect("a folder");
    let (office, threads) = Office::open(data, world.clone()).expect("an office");
    office.write_now(journal::found).expect("founded");
    drop(office);
    threads.join();
    world
}

#[test]
fn a_backup_comes_back_in_a_new_epoch_and_overwrites_nothing() {
    let place = tempfile::tempdir().expect("a folder");
    let (from, kept, to) =
        (place.path().join("office"), place.path().join("kept"), place.path().join("again"));
    let world = founded(&from);
    // The office goes on working while it is copied.
    let (office, threads) =
        Office::open(Folder::open(&from).expect("a folder"), world.clone()).expect("an office");
    let made = backup::make(&Folder::open(&from).expect("a folder"), &kept, &world).expect("made");
    drop(office);
    threads.join();
    assert!(made.checkpoint.contains(&made.team) && made.files.contains_key("keys/log.seed"));
    let again = backup::make(&Folder::open(&from).expect("a folder"), &kept, &world);
    assert!(matches!(again, Err(BackupError::NotEmpty)), "a backup is not overwritten");
    let (manifest, epoch) = backup::restore(&kept, &to, &world).expect("restored");
    assert_eq!((manifest.team, epoch), (made.team, 2));
    let twice = backup::restore(&kept, &to, &world);
    assert!(matches!(twice, Err(BackupError::NotEmpty)), "an office is not overwritten");
    assert!(backup::inspect(&kept).is_ok(), "restoring leaves the backup as it is");
}

#[test]
fn a_backup_is_not_made_in_the_folder_that_it_is_of() {
    let place = tempfile::tempdir().expect("a folder");
    let from = place.path().join("office");
    let world = founded(&from);
    let data = Folder::open(&from).expect("a folder");
    for to in [from.clone(), from.join("kept"), from.join("keys/a/b"), from.join("../office/kept")]
    {
        let refused = backup::make(&data, &to, &world);
        assert!(matches!(refused, Err(BackupError::Inside)), "{}", to.display());
    }
    assert!(!from.join("kept").exists(), "nothing was made");
    backup::make(&data, &place.path().join("office-kept"), &world).expect("made beside it");
}

#[test]
fn a_changed_missing_or_unfinished_backup_is_refused() {
    let place = tempfile::tempdir().expect("a folder");
    let (from, kept) = (place.path().join("office"), place.path().join("kept"));
    let world = founded(&from);
    backup::make(&Folder::open(&from).expect("a folder"), &kept, &world).expect("made");
    let to = place.path().join("to");
    for name in ["ledger.sqlite", "door.sqlite", "keys/log.seed"] {
        let path = kept.join(name);
        let whole = fs::read(&path).expect("a file");
        let mut flipped = whole.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        for damaged in [flipped, whole[..whole.len() - 1].to_vec()] {
            fs::write(&path, damaged).expect("written");
            let refused = backup::restore(&kept, &to, &world);
            assert!(
                matches!(&refused, Err(BackupError::Changed(what)) if what == name),
                "{refused:?}"
            );
            assert!(!to.exists(), "nothing was begun");
        }
        fs::write(&path, whole).expect("written");
    }
    fs::remove_file(kept.join(MANIFEST)).expect("removed");
    assert!(matches!(backup::restore(&kept, &to, &world), Err(BackupError::NotABackup)));
}

#[cfg(unix)]
#[test]
fn keys_and_databases_are_for_their_owner_only() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = tempfile::tempdir().expect("a folder");
    let (from, kept) = (place.path().join("office"), place.path().join("kept"));
    let world = founded(&from);
    backup::make(&Folder::open(&from).expect("a folder"), &kept, &world).expect("made");
    for root in [from, kept] {
        for name in ["", "keys"] {
            for entry in fs::read_dir(root.join(name)).expect("a folder") {
                let path = entry.expect("an entry").path();
                let mode = fs::metadata(&path).expect("there").permissions().mode();
                assert_eq!(mode & 0o077, 0, "{}", path.display());
            }
        }
    }
}
