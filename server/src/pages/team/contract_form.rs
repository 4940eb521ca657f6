//! A contract version in words, and the form for a new one: each field says what
//! it is for.

use super::contract_read::{
    OTHER_KINDS, Typed, contributions_word, is_plain, kind_words, percent_of,
};
use super::settled::{COMMUNES, lands, options};
use crate::pages::components::{
    Field, Problems, check, checks, choice, date_field, digits_field, heading, number_field,
    select, summary_list, text_area, text_field,
};
use crate::pages::visitor::Visitor;
use assistenz_core::contract::surcharge::{StatutoryHours, Surcharge};
use assistenz_core::contract::version::{BasePay, ContractVersion, KindPay, Rate};
use assistenz_core::law::employment::Employment;
use assistenz_core::law::working_time_profile::WorkingTimeProfile;
use assistenz_core::money::Cents;
use assistenz_core::words::Value;
use maud::{Markup, html};

/// What a version says, as pairs of a word and its value.
pub(super) fn summary(visitor: &Visitor, version: &ContractVersion) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let with = |key: &str, value: Value<'_>| visitor.say(key, &[("value", value)]);
    let pay = match version.pay {
        BasePay::Hourly(Rate::CentsPerHour(rate)) => {
            with("page-team-pay-hourly-is", Value::Cents(Cents::new(rate.get())))
        }
        BasePay::Hourly(Rate::MinimumWage) => say("page-team-pay-minimum"),
        BasePay::Monthly(salary) => with("page-team-pay-monthly-is", Value::Cents(salary)),
    };
    let kind = |pay: KindPay| match pay {
        KindPay::Hourly(Rate::CentsPerHour(rate)) => {
            with("page-team-pay-hourly-is", Value::Cents(Cents::new(rate.get())))
        }
        KindPay::PercentOfWage(percent) => {
            with("page-team-kind-percent-is", Value::Percent(percent))
        }
        KindPay::AsWork | KindPay::Nothing | KindPay::Hourly(Rate::MinimumWage) => {
            say(&format!("page-team-kind-{}", kind_words(pay).0))
        }
    };
    let vacation = version.absence.vacation;
    let vacation = visitor.say(
        "page-team-vacation-is",
        &[("days", Value::Number(vacation.days)), ("duty", Value::Number(vacation.duty_days))],
    );
    let region = &version.workplace.region;
    let land = say(&format!("page-team-land-{}", region.land.letters().to_lowercase()));
    let mut pairs = vec![
        (say("page-team-pay"), html! { (pay) }),
        (
            say("page-team-weekly"),
            html! { (with("page-team-hours-is", Value::Minutes(version.weekly))) },
        ),
        (say("page-team-employment"), html! { (employment(visitor, version)) }),
        (say("page-team-standby"), html! { (kind(version.standby)) }),
        (say("page-team-on_call"), html! { (kind(version.on_call)) }),
        (say("page-team-surcharges"), surcharges(visitor, version)),
        (say("page-team-vacation"), html! { (vacation) }),
        (say("page-team-land"), html! { (land) }),
    ];
    if version.call_work {
        pairs.push((say("page-team-call_work"), html! { (say("page-team-yes")) }));
    }
    if let WorkingTimeProfile::Section18Exempt { reason } = &version.working_time {
        pairs.push((
            say("page-team-working_time"),
            html! { (say("page-team-working_time-exempt")) ": " (reason) },
        ));
    }
    if let Some(number) = version.personnel_number {
        pairs.push((say("page-team-personnel_number"), html! { (number) }));
    }
    if let Some(ends) = version.ends {
        pairs.push((say("page-team-ends"), html! { (with("page-team-day-is", Value::Day(ends))) }));
    }
    let pairs: Vec<(&str, Markup)> =
        pairs.iter().map(|(word, value)| (word.as_str(), value.clone())).collect();
    summary_list(&pairs)
}

fn employment(visitor: &Visitor, version: &ContractVersion) -> String {
    let kind = visitor.say(&format!("page-team-employment-{}", version.employment.word()), &[]);
    let contributions = visitor.say(
        &format!("page-team-contributions-{}", contributions_word(version.contributions)),
        &[],
    );
    format!("{kind} ({contributions})")
}

/// Rows of the table that are not a plain percentage for hours of § 3b EStG.
fn own_rows(version: &ContractVersion) -> impl Iterator<Item = &Surcharge> {
    version
        .surcharges
        .iter()
        .filter(|row| !StatutoryHours::ALL.iter().any(|hours| is_plain(row, *hours)))
}

fn surcharges(visitor: &Visitor, version: &ContractVersion) -> Markup {
    if version.surcharges.is_empty() {
        return html! { (visitor.say("page-team-surcharges-none", &[])) };
    }
    html! {
        ul.kern-list {
            @for hours in StatutoryHours::ALL {
                @for row in version.surcharges.iter().filter(|row| is_plain(row, hours)) {
                    @if let Some(percent) = percent_of(row) {
                        li {
                            (visitor.say(&format!("page-team-{}", hours.word()), &[])) ": "
                            (visitor.say("page-team-percent-is", &[("value", Value::Percent(percent))]))
                        }
                    }
                }
            }
            @for row in own_rows(version) {
                li { (visitor.say("page-team-surcharge-own", &[("word", Value::Text(&row.word))])) }
            }
        }
    }
}

/// The fields of a new version.
pub(super) fn fields(
    visitor: &Visitor,
    typed: &Typed,
    before: Option<&ContractVersion>,
    problems: &Problems,
) -> Markup {
    let form = Form { visitor, typed, problems, optional: visitor.say("page-optional", &[]) };
    let say = |key: &str| visitor.say(key, &[]);
    html! {
        (heading(&say("page-team-part-when")))
        (form.field("valid_from", false, date_field))
        (form.field("employed_since", true, date_field))
        (form.field("ends", true, date_field))
        (heading(&say("page-team-part-employment")))
        (form.choose("employment", &Employment::ALL.map(Employment::word)))
        (form.pick("contributions", &[
            "auto", "haushaltsscheck", "gewerblich", "private_household", "social_insurance",
        ]))
        (form.field("personnel_number", true, digits_field))
        (form.field("cost_centre", true, text_field))
        (heading(&say("page-team-part-pay")))
        (form.choose("pay", &["hourly", "minimum", "monthly"]))
        (form.field("wage", true, number_field))
        (form.field("weekly", false, text_field))
        (form.check("call_work", typed.call_work))
        (heading(&say("page-team-part-kinds")))
        (form.kind("standby", &["as_work", "hourly", "minimum", "percent", "nothing"]))
        (form.field("standby_value", true, number_field))
        (form.kind("on_call", &["nothing", "hourly", "minimum", "percent"]))
        (form.field("on_call_value", true, number_field))
        @for name in OTHER_KINDS {
            @let keeps = typed.get(name) == "keep";
            (form.kind(name, if keeps { &["keep", "as_work", "nothing"] } else { &["as_work", "nothing"] }))
        }
        (heading(&say("page-team-part-surcharges")))
        p.kern-body { (say("page-team-part-surcharges-lead")) }
        @for hours in StatutoryHours::ALL { (form.field(hours.word(), true, number_field)) }
        @if let Some(before) = before {
            @for row in own_rows(before) {
                p.kern-body { (visitor.say("page-team-surcharge-keeps", &[("word", Value::Text(&row.word))])) }
            }
        }
        (heading(&say("page-team-part-absence")))
        (form.field("vacation_days", false, digits_field))
        (form.pick("vacation_basis", &["312", "260"]))
        (form.field("duty_days", false, digits_field))
        (form.field("child_sick_days", true, digits_field))
        (form.field("certificate_from_day", true, digits_field))
        (heading(&say("page-team-part-place")))
        (form.lands())
        (form.communes())
        (form.choose("working_time", if typed.get("working_time") == "keep" {
            &["keep", "standard", "exempt"]
        } else {
            &["standard", "exempt"]
        }))
        (form.field("exempt_reason", true, text_area))
    }
}

struct Form<'a> {
    visitor: &'a Visitor,
    typed: &'a Typed,
    problems: &'a Problems,
    optional: String,
}

impl Form<'_> {
    fn words(&self, name: &str) -> (String, String) {
        let say = |key: String| self.visitor.say(&key, &[]);
        (say(format!("page-team-{name}")), say(format!("page-team-{name}-hint")))
    }

    fn field(&self, name: &str, optional: bool, of: fn(&Field<'_>) -> Markup) -> Markup {
        let (label, hint) = self.words(name);
        let mut field =
            Field::new(name, &label).hint(&hint).value(self.typed.get(name)).problem(self.problems);
        if optional {
            field = field.optional(&self.optional);
        }
        of(&field)
    }

    fn labels(&self, stem: &str, words: &[&str]) -> Vec<(String, String)> {
        words
            .iter()
            .map(|word| {
                ((*word).to_owned(), self.visitor.say(&format!("page-team-{stem}-{word}"), &[]))
            })
            .collect()
    }

    fn choose(&self, name: &str, words: &[&str]) -> Markup {
        let (label, hint) = self.words(name);
        let field =
            Field::new(name, &label).hint(&hint).value(self.typed.get(name)).problem(self.problems);
        choice(&field, &options(&self.labels(name, words)))
    }

    fn select(&self, name: &str, stem: &str, words: &[&str]) -> Markup {
        let (label, hint) = self.words(name);
        let value = self.typed.get(name);
        // A value from elsewhere stays a choice: nothing is changed by looking.
        let mut words = words.to_vec();
        if !value.is_empty() && !words.contains(&value) {
            words.insert(0, value);
        }
        let field = Field::new(name, &label).hint(&hint).value(value).problem(self.problems);
        select(&field, &options(&self.labels(stem, &words)))
    }

    fn pick(&self, name: &str, words: &[&str]) -> Markup {
        self.select(name, name, words)
    }

    fn kind(&self, name: &str, words: &[&str]) -> Markup {
        self.select(name, "kind", words)
    }

    fn check(&self, name: &str, checked: bool) -> Markup {
        let (label, hint) = self.words(name);
        check(&Field::new(name, &label).hint(&hint).problem(self.problems), checked)
    }

    fn lands(&self) -> Markup {
        let (label, hint) = self.words("land");
        let lands = lands(self.visitor);
        let field = Field::new("land", &label)
            .hint(&hint)
            .value(self.typed.get("land"))
            .problem(self.problems);
        select(&field, &options(&lands))
    }

    fn communes(&self) -> Markup {
        let (label, hint) = self.words("communes");
        let labels = self.labels("commune", &COMMUNES);
        let boxes: Vec<(&str, &str, bool)> = labels
            .iter()
            .map(|(word, label)| {
                (word.as_str(), label.as_str(), self.typed.communes.iter().any(|c| c == word))
            })
            .collect();
        let field = Field::new("communes", &label)
            .hint(&hint)
            .optional(&self.optional)
            .problem(self.problems);
        checks(&field, &boxes)
    }
}
