use super::*;

const TEAM: TeamId = TeamId::new([1; 16]);
const PERSON: PersonId = PersonId::new([2; 16]);
const NOW: i64 = 1_800_000_000_000;

fn door() -> (tempfile::TempDir, Door) {
    let folder = tempfile::tempdir().expect("a folder");
    let door = Door::open(&folder.path().join("door.sqlite")).expect("a new door");
    (folder, door)
}

fn session(expires_ms: i64) -> Session {
    Session {
        id: [3; 16],
        team: TEAM,
        person: PERSON,
        credential: Credential::CommandLine,
        stepped_ms: NOW,
        expires_ms,
    }
}

#[test]
fn a_session_ends_at_its_time_or_when_it_is_ended() {
    let (_folder, door) = door();
    let given = session(NOW + 10);
    door.add_session("secret", &given, NOW).expect("kept");
    assert_eq!(door.session("secret", NOW + 9).expect("read"), Some(given));
    assert_eq!(door.session("secret", NOW + 10).expect("read"), None, "expired");
    assert_eq!(door.session("other", NOW).expect("read"), None);
    door.end_session(&[3; 16], NOW).expect("ended");
    assert_eq!(door.session("secret", NOW + 1).expect("read"), None, "ended");
}

#[test]
fn the_file_holds_no_token() {
    let (folder, door) = door();
    door.add_session("bearer-in-clear", &session(NOW + 10), NOW).expect("kept");
    door.invite(b"token-in-clear!!", TEAM, PERSON, NOW, ON_SCREEN_MS).expect("kept");
    drop(door);
    for entry in std::fs::read_dir(folder.path()).expect("the folder") {
        let bytes = std::fs::read(entry.expect("a file").path()).expect("readable");
        for secret in [&b"bearer-in-clear"[..], b"token-in-clear"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret));
        }
    }
}

#[test]
fn a_token_is_used_once_and_a_lost_answer_is_given_again() {
    let (_folder, mut door) = door();
    let token = [7; 16];
    door.invite(&token, TEAM, PERSON, NOW, ON_SCREEN_MS).expect("kept");
    let shown = door.show(&token, &[8; 32], 1, "123456", [9; 16], NOW + 1).expect("shown");
    let Shown::Waiting(first) = shown else { panic!("{shown:?}") };
    assert_eq!((first.id, first.person, first.digits.as_str()), ([9; 16], PERSON, "123456"));
    let again = door.show(&token, &[8; 32], 1, "123456", [10; 16], NOW + 2).expect("shown");
    assert_eq!(again, Shown::Waiting(first), "the same device gets the same answer");
    let other = door.show(&token, &[11; 32], 1, "654321", [12; 16], NOW + 3).expect("shown");
    assert_eq!(other, Shown::Used);
    let unknown = door.show(&[0; 16], &[8; 32], 1, "123456", [13; 16], NOW).expect("shown");
    assert_eq!(unknown, Shown::Unknown);
}

#[test]
fn a_code_on_screen_lasts_fifteen_minutes_and_one_by_letter_seven_days() {
    for (lasts_ms, what) in [(15 * 60_000, "screen"), (7 * 24 * 60 * 60_000, "letter")] {
        for (late_ms, lets_in) in [(-1, true), (0, false), (1, false)] {
            let (_folder, mut door) = door();
            let given = if what == "screen" { ON_SCREEN_MS } else { BY_LETTER_MS };
            let expires_ms = door.invite(&[7; 16], TEAM, PERSON, NOW, given).expect("kept");
            assert_eq!(expires_ms, NOW + lasts_ms);
            let at = NOW + lasts_ms + late_ms;
            let shown = door.show(&[7; 16], &[8; 32], 1, "123456", [9; 16], at).expect("shown");
            assert_eq!(matches!(shown, Shown::Waiting(_)), lets_in, "{what} {late_ms}");
            assert_eq!(shown == Shown::Expired, !lets_in, "{what} {late_ms}");
        }
    }
}

#[test]
fn too_many_wrong_digits_turn_the_device_away() {
    let (_folder, mut door) = door();
    door.invite(&[7; 16], TEAM, PERSON, NOW, ON_SCREEN_MS).expect("kept");
    door.show(&[7; 16], &[8; 32], 1, "123456", [9; 16], NOW).expect("shown");
    for tries in 1..=WRONG_DIGITS {
        assert_eq!(door.pairings(TEAM, NOW).expect("read").len(), 1, "before try {tries}");
        door.wrong_digits(&[9; 16], NOW).expect("counted");
    }
    assert!(door.pairings(TEAM, NOW).expect("read").is_empty());
    assert!(door.pairing(&[9; 16]).expect("read").expect("there").refused);
}
