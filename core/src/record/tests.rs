//! Tests of effective hours: one event after the other, as people do.

use super::document::Document;
use super::events::Event;
use super::events::time::{ClockIn, ClockOut};
use super::month::{MonthOfWork, Overrides};
use crate::document::{DocumentId, EventId, PersonId};

fn id(n: u8) -> EventId {
    EventId::new([n; 16])
}

#[test]
fn smoke() {
    let ada = PersonId::new([1; 16]);
    let month = "2026-10".parse().expect("a month");
    let mut a = Document::new(DocumentId::time(ada, month), [1; 16]);
    let place =
        super::cbor::Place { zone: "Europe/Berlin".into(), land: "NW".into(), communes: vec![] };
    let t0 = 1_790_000_000_000 + 20 * 86_400_000;
    let one = a
        .record(&[(id(1), Event::new(t0, ClockIn { at_ms: t0, place, funding: vec![] }))], t0)
        .expect("in");
    let two = a
        .record(&[(id(2), Event::new(t0, ClockOut { shift: id(1), at_ms: t0 + 3_600_000 }))], t0)
        .expect("out");
    let mut b = Document::new(DocumentId::time(ada, month), [2; 16]);
    assert_eq!(crate::gate::check(&b, &two).err().map(|e| e.code()), Some("depends"));
    for raw in [&one, &two] {
        let accepted = crate::gate::check(&b, raw).expect("let in");
        b.apply(accepted);
    }
    assert_eq!(a.heads(), b.heads());
    let c = Document::load(a.id(), [3; 16], [two, one]).expect("loads");
    let m = MonthOfWork::read(ada, month, &[&c], Overrides::AsApproved);
    assert_eq!(m.settled().count(), 1, "{m:?}");
}
