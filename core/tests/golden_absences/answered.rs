//! Sickness with its certificates, and what the employer enters.

use super::stories::{
    NOVEMBER, day, decided, entered, granted, noted, reported, taken_back, text, vacation, wish,
    withdrawn,
};
use super::story::{OCTOBER, Told, id, told};
use assistenz_core::record::events::answers::{
    AbsenceEntered, MaternityNoted, SameIllness, VacationBooked, VacationWarned,
};

fn expected(due: &str) -> MaternityNoted {
    MaternityNoted { absence: id(1), due: day(due), birth: None, nursing_until: None }
}

pub(crate) fn sickness() -> Vec<Told> {
    vec![
        reported("reported sick", &["reported"], |_| {}),
        told("a sick child", &["reported"], |story| {
            story.wish(OCTOBER, 1, &wish("child_sick", "2026-10-05", "2026-10-05"));
        }),
        told(
            "told of a maternity leave and of a ban of work",
            &["reported", "reported"],
            |story| {
                story.wish(OCTOBER, 1, &wish("maternity_leave", "2026-10-05", "2027-01-11"));
                story.wish(OCTOBER, 2, &wish("employment_ban", "2026-09-01", "2026-10-04"));
                story.write(OCTOBER, 11, &[], expected("2026-11-16"));
            },
        ),
        reported("sick for longer than thought", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-09")]);
        }),
        reported("a report withdrawn", &["withdrawn"], |story| {
            story.wish(OCTOBER, 1, &[withdrawn(true)]);
        }),
        reported("a decision does not touch a report", &["reported"], |story| {
            story.write(OCTOBER, 11, &[], decided(false, "2026-10-05", "2026-10-07"));
        }),
        reported("a grant that names no kind does not hold the days", &["reported"], |story| {
            story.write(OCTOBER, 11, &[], decided(true, "2026-10-05", "2026-10-07"));
            story.wish(OCTOBER, 1, &[text("last_day", "2026-10-09")]);
        }),
        reported("sickness turned into unpaid leave", &["granted"], |story| {
            story.write(OCTOBER, 11, &[], granted("unpaid_leave", "2026-10-05", "2026-10-06"));
        }),
        reported("a certificate told by the person", &["reported"], |story| {
            story.wish(
                OCTOBER,
                1,
                &[text("certificate", "expected"), text("certificate_day", "2026-10-05")],
            );
        }),
        reported("a certificate without its day says nothing", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("certificate", "paper")]);
        }),
        reported("certificates, one after the other", &["reported"], |story| {
            story.wish(
                OCTOBER,
                1,
                &[text("certificate", "expected"), text("certificate_day", "2026-10-05")],
            );
            story.write(OCTOBER, 11, &[], noted("expected", Some("2026-10-06")));
            story.write(OCTOBER, 12, &[11], noted("electronic", Some("2026-10-08")));
        }),
        reported("two certificates at once: the later one", &["reported"], |story| {
            story.write(OCTOBER, 12, &[], noted("paper", Some("2026-10-06")));
            story.write(OCTOBER, 11, &[], noted("electronic", Some("2026-10-07")));
        }),
        reported("a certificate taken back", &["reported"], |story| {
            story.wish(
                OCTOBER,
                1,
                &[text("certificate", "expected"), text("certificate_day", "2026-10-05")],
            );
            story.write(OCTOBER, 11, &[], noted("electronic", Some("2026-10-08")));
            story.write(OCTOBER, 12, &[11], taken_back());
        }),
        reported("none noted over what the person said", &["reported"], |story| {
            story.wish(
                OCTOBER,
                1,
                &[text("certificate", "paper"), text("certificate_day", "2026-10-05")],
            );
            story.write(OCTOBER, 11, &[], noted("none", None));
        }),
        reported("a certificate unknown here says nothing", &["reported"], |story| {
            story.write(OCTOBER, 11, &[], noted("paper", Some("2026-10-06")));
            story.write(OCTOBER, 12, &[], noted("by_pigeon", Some("2026-10-08")));
        }),
        reported("two certificates of the person are none", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("certificate_day", "2026-10-05")]);
            let (here, there) = ([text("certificate", "paper")], [text("certificate", "expected")]);
            story.wish_apart(OCTOBER, 1, &here, &there);
        }),
        reported("the same illness, says the person", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("same_illness", &id(9).to_string())]);
        }),
        reported("the same illness, says the employer", &["reported"], |story| {
            story.write(OCTOBER, 11, &[], SameIllness { absence: id(1), earlier: Some(id(8)) });
        }),
        reported("an illness of its own, says the employer", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("same_illness", &id(9).to_string())]);
            story.write(OCTOBER, 12, &[], SameIllness { absence: id(1), earlier: Some(id(8)) });
            story.write(OCTOBER, 11, &[], SameIllness { absence: id(1), earlier: None });
        }),
        reported("what the employer said of the illness taken back", &["reported"], |story| {
            story.wish(OCTOBER, 1, &[text("same_illness", &id(9).to_string())]);
            story.write(OCTOBER, 11, &[], SameIllness { absence: id(1), earlier: None });
            story.write(OCTOBER, 12, &[11], taken_back());
        }),
    ]
}

pub(crate) fn by_the_employer() -> Vec<Told> {
    let leave = || entered("vacation", "2026-10-12", "2026-10-16");
    vec![
        told("entered", &["entered"], |story| {
            let agreed = AbsenceEntered { vacation_days: Some(500), ..leave() };
            story.write(OCTOBER, 1, &[], agreed);
        }),
        told("entered, with a certificate", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], entered("sick", "2026-10-05", "2026-10-07"));
            story.write(OCTOBER, 11, &[], noted("paper", Some("2026-10-06")));
        }),
        told("a holiday entered", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], entered("holiday_not_worked", "2026-10-03", "2026-10-03"));
        }),
        told("entered and changed, and changed again", &["entered"], |story| {
            story.write(OCTOBER, 9, &[], leave());
            story.write(OCTOBER, 3, &[9], entered("vacation", "2026-10-12", "2026-10-14"));
            story.write(OCTOBER, 5, &[3], entered("unpaid_leave", "2026-10-12", "2026-10-15"));
        }),
        told("changed twice at once", &["unsettled"], |story| {
            story.write(OCTOBER, 1, &[], leave());
            story.write(OCTOBER, 2, &[1], entered("vacation", "2026-10-12", "2026-10-14"));
            story.write(OCTOBER, 3, &[1], entered("vacation", "2026-10-12", "2026-10-15"));
        }),
        told("changed twice at once to the same", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], leave());
            story.write(OCTOBER, 2, &[1], entered("vacation", "2026-10-12", "2026-10-14"));
            story.write(OCTOBER, 3, &[1], entered("vacation", "2026-10-12", "2026-10-14"));
        }),
        told("entered and taken back", &["taken_back"], |story| {
            story.write(OCTOBER, 1, &[], leave());
            story.write(OCTOBER, 2, &[1], taken_back());
        }),
        told("changed and taken back", &["taken_back"], |story| {
            story.write(OCTOBER, 1, &[], leave());
            story.write(OCTOBER, 2, &[1], entered("vacation", "2026-10-12", "2026-10-14"));
            story.write(OCTOBER, 3, &[2], taken_back());
        }),
        told("taken back and changed at once: it stays", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], leave());
            story.write(OCTOBER, 2, &[1], taken_back());
            story.write(OCTOBER, 3, &[1], entered("vacation", "2026-10-12", "2026-10-14"));
        }),
        told(
            "entered with 1,101 days, and of a kind unknown here",
            &["unsettled", "unsettled"],
            |story| {
                story.write(OCTOBER, 1, &[], entered("unpaid_leave", "2026-10-01", "2029-10-05"));
                story.write(OCTOBER, 2, &[], entered("sabbatical", "2026-10-01", "2026-10-02"));
            },
        ),
        told("vacation booked, changed, taken back; told of a year twice", &[], |story| {
            let booked = |on, hundredths| VacationBooked {
                day: day(on),
                hundredths,
                reason: "Übertrag".into(),
            };
            story.write(OCTOBER, 1, &[], booked("2026-10-31", 300));
            story.write(OCTOBER, 2, &[1], booked("2026-10-30", 250));
            story.write(OCTOBER, 3, &[], booked("2026-10-01", -100));
            story.write(OCTOBER, 4, &[], booked("2026-10-02", 900));
            story.write(OCTOBER, 5, &[4], taken_back());
            story.write(OCTOBER, 6, &[], VacationWarned { year: 2026, day: day("2026-10-20") });
            story.write(OCTOBER, 7, &[], VacationWarned { year: 2026, day: day("2026-10-10") });
            story.write(OCTOBER, 8, &[], VacationWarned { year: 2025, day: day("2026-10-10") });
        }),
        told(
            "two months, each with both of its documents",
            &["granted", "reported", "entered"],
            |story| {
                story.wish(OCTOBER, 1, &vacation());
                story.write(OCTOBER, 11, &[], granted("vacation", "2026-10-12", "2026-10-16"));
                story.wish(NOVEMBER, 2, &wish("sick", "2026-11-02", "2026-11-03"));
                story.write(NOVEMBER, 3, &[], entered("special_leave", "2026-11-20", "2026-11-20"));
            },
        ),
        told(
            "weeks around a birth, expected, then born: what was noted last",
            &["entered"],
            |story| {
                story.write(
                    OCTOBER,
                    1,
                    &[],
                    entered("maternity_leave", "2026-10-05", "2027-01-11"),
                );
                story.write(OCTOBER, 2, &[], expected("2026-11-16"));
                let born = MaternityNoted {
                    birth: Some(day("2026-11-10")),
                    nursing_until: Some(day("2027-05-31")),
                    ..expected("2026-11-16")
                };
                story.write(OCTOBER, 3, &[2], born);
            },
        ),
        told("what was noted of a birth taken back", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], entered("maternity_leave", "2026-10-05", "2027-01-11"));
            story.write(OCTOBER, 2, &[], expected("2026-11-16"));
            story.write(OCTOBER, 3, &[2], taken_back());
        }),
        told(
            "a note about a birth speaks of every absence of that time under the same law",
            &["entered", "entered", "entered", "entered"],
            |story| {
                story.write(
                    OCTOBER,
                    1,
                    &[],
                    entered("maternity_leave", "2026-10-05", "2027-01-11"),
                );
                story.write(OCTOBER, 2, &[], entered("employment_ban", "2026-01-20", "2026-10-04"));
                // 301 days before the expected day: another pregnancy.
                story.write(OCTOBER, 3, &[], entered("employment_ban", "2026-01-19", "2026-01-19"));
                story.write(OCTOBER, 4, &[], entered("sick", "2026-10-01", "2026-10-02"));
                story.write(OCTOBER, 5, &[], expected("2026-11-16"));
            },
        ),
        told("a note about a birth beside a sickness says nothing", &["entered"], |story| {
            story.write(OCTOBER, 1, &[], entered("sick", "2026-10-05", "2026-10-07"));
            story.write(OCTOBER, 2, &[], expected("2026-11-16"));
        }),
        told("an event of another type does not replace", &["granted"], |story| {
            story.wish(OCTOBER, 1, &vacation());
            story.write(OCTOBER, 11, &[], granted("vacation", "2026-10-12", "2026-10-16"));
            story.write(OCTOBER, 12, &[11], noted("none", None));
        }),
    ]
}
