//! A team founded by an employer with a phone, for tests of sync.

use assistenz_core::document::{PersonId, TeamId};
use assistenz_core::ledger::Engine as _;
use assistenz_core::log::{
    DeviceForm, DeviceKey, Founding, LogKey, RecordContent, RecordDraft, Signer,
};
use assistenz_core::store::Store;
use assistenz_core::sync::Office;

/// Founds it in these books, which are empty.
pub(crate) fn founded(
    (office, books): (&mut Office, &mut Store),
    team: TeamId,
    (employer, device): (PersonId, &DeviceKey),
    log_key: &LogKey,
    now_ms: i64,
) {
    let founding = Founding {
        employer,
        device: device.public(),
        form: DeviceForm::Phone,
        log_key: log_key.public(),
        nonce: [1; 8],
    };
    let record = |nonce: u8, content: RecordContent, keys: &[&dyn Signer]| {
        let draft =
            RecordDraft { team, nonce: [nonce; 16], issued_ms: now_ms, content, desk: None };
        draft.seal(keys).expect("in form")
    };
    let [epoch, found] = founding.contents();
    let epoch = record(1, epoch, &[log_key]);
    let found = record(2, found, &[log_key, device]);
    books.write(|ledger| office.found(ledger, [&epoch, &found], log_key, now_ms)).expect("founds");
}
