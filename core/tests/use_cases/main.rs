//! The whole job through the use cases: clock in offline, sync, correct,
//! approve, hand over, change afterwards.

mod team;

use assistenz_core::app::{ApprovalTerms, Device, Refusal};
use assistenz_core::contract::surcharge::Surcharge;
use assistenz_core::contract::version::{
    BasePay, ContractVersion, ContributionProfile, KindPay, Rate,
};
use assistenz_core::law::employment::Employment;
use assistenz_core::money::CentsPerHour;
use assistenz_core::payroll::example::{ExampleFor, mendato_example};
use assistenz_core::payroll::{Purpose, export};
use assistenz_core::record::month_state::MonthState;
use assistenz_core::store::Store;
use assistenz_core::time::{Minutes, Month};
use assistenz_core::work::Kind;
use std::collections::BTreeMap;
use team::{Team, at, clock, nw};

const START: &str = "2026-10-01T00:00+02:00";

fn october() -> Month {
    "2026-10".parse().expect("a month")
}

fn refused<T: std::fmt::Debug>(result: Result<T, assistenz_core::app::AppError>) -> &'static str {
    match result {
        Err(assistenz_core::app::AppError::Refused(refusal)) => refusal.code(),
        other => panic!("not refused: {other:?}"),
    }
}

fn roll() -> impl FnMut() -> [u8; 16] {
    let mut next = 0_u128;
    let start = std::time::UNIX_EPOCH.elapsed().map_or(1, |since| since.as_nanos());
    move || {
        next += 1;
        (start + next).to_be_bytes()
    }
}

fn in_at(phone: &mut Device<Store>, text: &str) {
    phone
        .act(&clock(at(text)), &mut roll(), |acting| acting.clock_in(&nw(), vec![]))
        .expect("clocked in");
}

fn out_at(phone: &mut Device<Store>, text: &str) {
    phone.act(&clock(at(text)), &mut roll(), |acting| acting.clock_out()).expect("clocked out");
}

fn contract() -> ContractVersion {
    ContractVersion {
        surcharges: Surcharge::section_3b(),
        weekly: Minutes::hours(30),
        standby: KindPay::PerHour(Rate::Agreed(CentsPerHour::new(1_390))),
        personnel_number: Some(100),
        ..ContractVersion::hourly(
            "c1",
            "2026-01-01".parse().expect("a day"),
            CentsPerHour::new(1_750),
            Employment::SocialInsurance,
            nw(),
        )
    }
}
