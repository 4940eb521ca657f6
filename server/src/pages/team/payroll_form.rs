//! The settings of a payroll office as a form holds them, and back.

use super::settled::options;
use super::typed;
use crate::pages::components::{
    Field, Problems, Weight, actions, button, check, details, digits_field, form, heading, hidden,
    select, text_field,
};
use crate::pages::visitor::{Fields, Visitor};
use assistenz_core::payroll::encode::Encoding;
use assistenz_core::payroll::layout::{Column, Field as Cell};
use assistenz_core::payroll::program::{
    LexwareRate, LodasProfile, LugColumns, LugCostField, LugEntry, LugMonthField, Program,
    Separator,
};
use assistenz_core::payroll::settings::{
    Corrections, CostCentreCharacters, CostCentreRule, DecimalMark, NegativeValues, OfficeSettings,
    SendAs, Unmappable, WageType,
};
use assistenz_core::payroll::settings_check::SettingsRefusal;
use assistenz_core::words::Value;
use maud::{Markup, html};
use std::collections::{BTreeMap, BTreeSet};

/// The programs by their words.
pub(super) const PROGRAMS: [&str; 7] =
    ["lodas", "lug", "lexware", "addison", "lohnag", "csv", "xlsx"];

/// What we can pay, by the words of the mapping, in the order of the form.
const KINDS: [&str; 23] = [
    "work",
    "standby",
    "call_out",
    "on_call",
    "travel",
    "meeting",
    "training",
    "monthly_salary",
    "night_25",
    "night_40",
    "sunday_50",
    "holiday_125",
    "holiday_150",
    "vacation",
    "sick",
    "child_sick",
    "holiday_not_worked",
    "special_leave",
    "unpaid_leave",
    "maternity_pay",
    "maternity_allowance",
    "absence_surcharge",
    "hours_account",
];

const SEND_AS: [&str; 7] = ["", "hours", "days", "count", "amount", "by_hand", "not_sent"];

/// Every field of the form by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Typed(BTreeMap<String, String>);

impl Typed {
    /// As it was sent.
    pub(super) fn sent(fields: &Fields) -> Self {
        Self(fields.0.iter().map(|(name, text)| (name.clone(), text.trim().to_owned())).collect())
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn put(&mut self, name: &str, text: impl Into<String>) {
        self.0.insert(name.to_owned(), text.into());
    }

    /// Words of the mapping that stand in it.
    fn kinds(&self) -> BTreeSet<String> {
        let named = self.0.keys().filter_map(|name| name.strip_prefix("as-"));
        named.map(str::to_owned).collect()
    }
}

/// The program that a form is for.
pub(super) fn program_of(typed: &Typed) -> &str {
    let asked = typed.get("program");
    if PROGRAMS.contains(&asked) { asked } else { "lodas" }
}

/// A word of an enum as JSON writes it.
fn word<T: serde::Serialize>(value: &T) -> String {
    let told = serde_json::to_value(value).unwrap_or_default();
    told.as_str().unwrap_or_default().to_owned()
}

fn from_word<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_value(serde_json::Value::from(text)).unwrap_or_default()
}

/// The settings as the form of this program shows them.
pub(super) fn of(settings: Option<&OfficeSettings>, program: &str) -> Typed {
    let mut typed = Typed::default();
    typed.put("program", program);
    let Some(settings) = settings else {
        typed.put("cost_centre_length", CostCentreRule::default().max_length.to_string());
        return typed;
    };
    let number = |number: Option<u32>| number.map(|one| one.to_string()).unwrap_or_default();
    typed.put("office", settings.office.clone());
    typed.put("adviser_number", number(settings.adviser_number));
    typed.put("client_number", number(settings.client_number));
    typed.put("encoding", word(&settings.encoding));
    typed.put("decimal", word(&settings.decimal));
    typed.put("cost_centre_length", settings.cost_centre.max_length.to_string());
    typed.put("cost_centre_characters", word(&settings.cost_centre.characters));
    if settings.cost_centre.required {
        typed.put("cost_centre_required", "ja");
    }
    let corrections = match settings.corrections {
        Corrections::Retro => "retro",
        Corrections::ByHand => "by_hand",
        Corrections::NetLine { .. } => "net_line",
    };
    typed.put("corrections", corrections);
    typed.put("negative_values", word(&settings.negative_values));
    typed.put("unmappable", word(&settings.unmappable));
    for (kind, entry) in &settings.wage_types {
        typed.put(&format!("as-{kind}"), word(&entry.send_as));
        typed.put(&format!("type-{kind}"), number(entry.wage_type));
        typed.put(&format!("key-{kind}"), number(entry.bs_nr));
        typed.put(&format!("absence-{kind}"), entry.absence_key.clone().unwrap_or_default());
    }
    match &settings.program {
        Program::Lodas { profile } => typed.put("lodas_profile", word(profile)),
        Program::Lug { entry, columns, month_hours_in, cost_centre_in } => {
            typed.put("lug_entry", word(entry));
            typed.put("lug_columns", word(columns));
            typed.put("lug_month_hours_in", word(month_hours_in));
            typed.put("lug_cost_centre_in", word(cost_centre_in));
        }
        Program::Lexware { header, currency, rate } => {
            typed.put("lexware_rate", word(rate));
            typed.put("lexware_header", if *header { "ja" } else { "" });
            typed.put("lexware_currency", if *currency { "ja" } else { "" });
        }
        Program::Csv { separator, header, .. } => {
            typed.put("csv_separator", word(separator));
            typed.put("csv_header", if *header { "ja" } else { "" });
        }
        Program::Xlsx { .. } | Program::Addison {} | Program::LohnAg {} => {}
    }
    typed
}

/// Columns of a free layout that nobody has chosen yet.
fn columns() -> Vec<Column> {
    [
        Cell::PersonnelNumber,
        Cell::Name,
        Cell::Month,
        Cell::MonthOfOrigin,
        Cell::WageType,
        Cell::WageKind,
        Cell::Value,
        Cell::Unit,
        Cell::CostCentre,
        Cell::Reason,
    ]
    .map(Column::of)
    .to_vec()
}

fn read_program(typed: &Typed, before: Option<&OfficeSettings>) -> Program {
    let ticked = |name: &str| typed.get(name) == "ja";
    // Columns are chosen over the JSON API; the form keeps them.
    let kept = || {
        let own = before.and_then(|settings| settings.program.columns());
        own.map_or_else(columns, <[Column]>::to_vec)
    };
    match program_of(typed) {
        "lug" => Program::Lug {
            entry: from_word::<LugEntry>(typed.get("lug_entry")),
            columns: from_word::<LugColumns>(typed.get("lug_columns")),
            month_hours_in: from_word::<LugMonthField>(typed.get("lug_month_hours_in")),
            cost_centre_in: from_word::<LugCostField>(typed.get("lug_cost_centre_in")),
        },
        "lexware" => Program::Lexware {
            header: ticked("lexware_header"),
            currency: ticked("lexware_currency"),
            rate: from_word::<LexwareRate>(typed.get("lexware_rate")),
        },
        "addison" => Program::Addison {},
        "lohnag" => Program::LohnAg {},
        "csv" => Program::Csv {
            columns: kept(),
            separator: from_word::<Separator>(typed.get("csv_separator")),
            header: ticked("csv_header"),
        },
        "xlsx" => Program::Xlsx { columns: kept() },
        _ => Program::Lodas { profile: from_word::<LodasProfile>(typed.get("lodas_profile")) },
    }
}

/// The settings that were typed, before the program's own check; `None` with
/// at least one problem.
pub(super) fn read(
    visitor: &Visitor,
    typed: &Typed,
    before: Option<&OfficeSettings>,
    problems: &mut Problems,
) -> Option<OfficeSettings> {
    let mut number = |field: &str| -> Option<u32> {
        let text = typed.get(field);
        let found = typed::digits(text).and_then(|number| u32::try_from(number).ok());
        if found.is_none() && !text.is_empty() {
            problems.add(field, visitor.say("page-team-problem-number", &[]));
        }
        found
    };
    let (adviser_number, client_number) = (number("adviser_number"), number("client_number"));
    let length = number("cost_centre_length");
    let mut wage_types = BTreeMap::new();
    for kind in typed.kinds() {
        let send_as = match typed.get(&format!("as-{kind}")) {
            "hours" => SendAs::Hours,
            "days" => SendAs::Days,
            "count" => SendAs::Count,
            "amount" => SendAs::Amount,
            "by_hand" => SendAs::ByHand,
            "not_sent" => SendAs::NotSent,
            _ => continue,
        };
        let absence_key = typed.get(&format!("absence-{kind}")).to_owned();
        let entry = WageType {
            wage_type: number(&format!("type-{kind}")),
            send_as,
            bs_nr: number(&format!("key-{kind}")),
            absence_key: (!absence_key.is_empty()).then_some(absence_key),
        };
        wage_types.insert(kind, entry);
    }
    let office = typed.get("office").to_owned();
    if office.is_empty() || office.chars().count() > 80 {
        problems.add("office", visitor.say("page-team-problem-office", &[]));
    }
    if !problems.is_empty() {
        return None;
    }
    Some(OfficeSettings {
        office,
        program: read_program(typed, before),
        adviser_number,
        client_number,
        encoding: from_word::<Encoding>(typed.get("encoding")),
        decimal: from_word::<DecimalMark>(typed.get("decimal")),
        wage_types,
        cost_centre: CostCentreRule {
            max_length: length.and_then(|length| usize::try_from(length).ok()).unwrap_or(0),
            characters: from_word::<CostCentreCharacters>(typed.get("cost_centre_characters")),
            required: typed.get("cost_centre_required") == "ja",
        },
        corrections: match (typed.get("corrections"), before.map(|one| &one.corrections)) {
            ("net_line", Some(kept @ Corrections::NetLine { .. })) => kept.clone(),
            ("by_hand", _) => Corrections::ByHand,
            _ => Corrections::Retro,
        },
        negative_values: from_word::<NegativeValues>(typed.get("negative_values")),
        unmappable: from_word::<Unmappable>(typed.get("unmappable")),
    })
}

/// Which field a refusal is about, and its sentence.
pub(super) fn field_of(visitor: &Visitor, refusal: &SettingsRefusal) -> (String, String) {
    let field = match refusal {
        SettingsRefusal::AdviserNumber { .. } => "adviser_number".to_owned(),
        SettingsRefusal::ClientNumber => "client_number".to_owned(),
        SettingsRefusal::Encoding => "encoding".to_owned(),
        SettingsRefusal::Decimal => "decimal".to_owned(),
        SettingsRefusal::UnknownWageKind { word } => format!("as-{word}"),
        SettingsRefusal::WageTypeMissing { word } | SettingsRefusal::WageTypeRange { word, .. } => {
            format!("type-{word}")
        }
        SettingsRefusal::ProcessingKey { word } => format!("key-{word}"),
        SettingsRefusal::AbsenceKey { word } => format!("absence-{word}"),
        SettingsRefusal::CostCentreLength { .. } => "cost_centre_length".to_owned(),
        SettingsRefusal::Layout => "lug_columns".to_owned(),
        SettingsRefusal::ConstantText => String::new(),
    };
    let words: Vec<(&str, String)> = refusal
        .words()
        .into_iter()
        .map(|(name, text)| {
            let text = if name == "word" { kind_name(visitor, &text) } else { text };
            (name, text)
        })
        .collect();
    let values: Vec<(&str, Value<'_>)> =
        words.iter().map(|(name, text)| (*name, Value::Text(text.as_str()))).collect();
    (field, visitor.say(&refusal.key(), &values))
}

/// What a word of the mapping means to people.
fn kind_name(visitor: &Visitor, kind: &str) -> String {
    match kind.split_once(':') {
        Some(("contract", own)) => {
            visitor.say("payroll-kind-contract", &[("word", Value::Text(own))])
        }
        Some((_, own)) => own.to_owned(),
        None => visitor.say(&format!("payroll-kind-{}", kind.replace('_', "-")), &[]),
    }
}

struct Shown<'a> {
    visitor: &'a Visitor,
    typed: &'a Typed,
    problems: &'a Problems,
    optional: String,
}

impl Shown<'_> {
    fn words(&self, name: &str) -> (String, String) {
        let say = |key: String| self.visitor.say(&key, &[]);
        (say(format!("page-team-{name}")), say(format!("page-team-{name}-hint")))
    }

    fn text(&self, name: &str, optional: bool, of: fn(&Field<'_>) -> Markup) -> Markup {
        let (label, hint) = self.words(name);
        let field =
            Field::new(name, &label).hint(&hint).value(self.typed.get(name)).problem(self.problems);
        if optional { of(&field.optional(&self.optional)) } else { of(&field) }
    }

    fn pick(&self, name: &str, words: &[&str]) -> Markup {
        let (label, hint) = self.words(name);
        let labels: Vec<(String, String)> = words
            .iter()
            .map(|word| {
                ((*word).to_owned(), self.visitor.say(&format!("page-team-{name}-{word}"), &[]))
            })
            .collect();
        let field =
            Field::new(name, &label).hint(&hint).value(self.typed.get(name)).problem(self.problems);
        select(&field, &options(&labels))
    }

    fn tick(&self, name: &str) -> Markup {
        let (label, hint) = self.words(name);
        let field = Field::new(name, &label).hint(&hint).problem(self.problems);
        check(&field, self.typed.get(name) == "ja")
    }

    /// Options that only this program has.
    fn program(&self, program: &str) -> Markup {
        html! {
            @match program {
                "lodas" => { (self.pick("lodas_profile", &["standard", "lodas_sample_1"])) }
                "lug" => {
                    (self.pick("lug_entry", &["monthly", "calendar"]))
                    (self.pick("lug_columns", &["eleven", "nine", "four_absences"]))
                    (self.pick("lug_month_hours_in", &["value", "hours"]))
                    (self.pick("lug_cost_centre_in", &["cost_centre", "cost_object"]))
                }
                "lexware" => {
                    (self.pick("lexware_rate", &["from_wage_type", "from_line"]))
                    (self.tick("lexware_header"))
                    (self.tick("lexware_currency"))
                }
                "csv" => {
                    (self.pick("csv_separator", &["semicolon", "comma", "tab"]))
                    (self.tick("csv_header"))
                }
                _ => {}
            }
        }
    }

    /// One row of the mapping: four small fields under the name of what is paid.
    fn mapping(&self, program: &str, kind: &str) -> Markup {
        let name = kind_name(self.visitor, kind);
        let named = |key: &str| self.visitor.say(key, &[]);
        let (type_label, as_label, key_label, absence_label) = (
            named("page-team-map-type"),
            named("page-team-map-as"),
            named("page-team-map-key"),
            named("page-team-map-absence"),
        );
        let labels: Vec<(String, String)> = SEND_AS
            .iter()
            .map(|word| {
                let key = if word.is_empty() { "none" } else { word };
                ((*word).to_owned(), named(&format!("page-team-map-as-{key}")))
            })
            .collect();
        let (type_name, as_name, key_name, absence_name) = (
            format!("type-{kind}"),
            format!("as-{kind}"),
            format!("key-{kind}"),
            format!("absence-{kind}"),
        );
        let field = |name, label| {
            Field::new(name, label).value(self.typed.get(name)).problem(self.problems)
        };
        let free = matches!(program, "csv" | "xlsx");
        html! {
            fieldset.kern-fieldset.team-mapping {
                legend.kern-label { (name) }
                div.team-mapping__fields {
                    (select(&field(&as_name, &as_label), &options(&labels)))
                    (digits_field(&field(&type_name, &type_label).optional(&self.optional)))
                    @if program == "lodas" || free {
                        (digits_field(&field(&key_name, &key_label).optional(&self.optional)))
                    }
                    @if matches!(program, "lug" | "lohnag") || free {
                        (text_field(&field(&absence_name, &absence_label).optional(&self.optional)))
                    }
                }
            }
        }
    }
}

/// The form of a program.
pub(super) fn form_of(
    visitor: &Visitor,
    program: &str,
    typed: &Typed,
    own: &BTreeSet<String>,
    problems: &Problems,
) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let shown = Shown { visitor, typed, problems, optional: say("page-optional") };
    let mut kinds: Vec<String> = KINDS.iter().map(|kind| (*kind).to_owned()).collect();
    for kind in own.iter().cloned().chain(typed.kinds()) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let corrections: &[&str] = if typed.get("corrections") == "net_line" {
        &["net_line", "retro", "by_hand"]
    } else {
        &["retro", "by_hand"]
    };
    let numbers = html! {
        (heading(&say(&format!("page-team-program-{program}"))))
        (hidden("program", program))
        (shown.text("office", false, text_field))
        (shown.text("adviser_number", true, digits_field))
        (shown.text("client_number", true, digits_field))
        (shown.program(program))
    };
    let more = html! {
        (shown.pick("encoding", &["windows_1252", "utf_8_bom"]))
        (shown.pick("decimal", &["comma", "point"]))
        (shown.text("cost_centre_length", false, digits_field))
        (shown.pick("cost_centre_characters", &["printable_ascii", "letters_and_digits", "digits"]))
        (shown.tick("cost_centre_required"))
        (shown.pick("corrections", corrections))
        (shown.pick("negative_values", &["by_hand", "write"]))
        (shown.pick("unmappable", &["refuse", "spell_out"]))
    };
    form(
        visitor,
        "/team/lohnbuero",
        html! {
            (numbers)
            (heading(&say("page-team-map")))
            p.kern-body { (say("page-team-map-lead")) }
            @for kind in &kinds { (shown.mapping(program, kind)) }
            @if problems.is_empty() { (details(&say("page-team-payroll-more"), more)) }
            @else { (heading(&say("page-team-payroll-more"))) (more) }
            (actions(button(Weight::Primary, &say("page-team-payroll-save"))))
        },
    )
}
