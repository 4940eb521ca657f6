//! Hours per week as a picture and as a table: the same numbers, twice.

use crate::pages::components::{column, numbers, table};
use crate::pages::visitor::Visitor;
use assistenz_core::view::hours_chart::{HoursChart, Week};
use maud::{Markup, html};

/// Height of one week in the picture.
const ROW: i64 = 44;
/// Where bars begin, and how long the longest is.
const LEFT: i64 = 8;
const LONGEST: i64 = 560;

pub(super) fn chart(visitor: &Visitor, chart: &HoursChart) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
    let height = ROW * i64::try_from(chart.weeks.len()).unwrap_or(0) + 8;
    let (week, worked, agreed, difference) =
        (say("months-week"), say("months-worked"), say("months-agreed"), say("months-difference"));
    let has_agreed = chart.weeks.iter().any(|week| week.agreed_permille.is_some());
    let mut columns = vec![column(&week), numbers(&worked)];
    if has_agreed {
        columns.extend([numbers(&agreed), numbers(&difference)]);
    }
    let rows: Vec<Vec<Markup>> = chart
        .weeks
        .iter()
        .map(|one| {
            let mut row = vec![html! { (one.label) }, html! { (one.worked) }];
            if has_agreed {
                row.extend([html! { (one.agreed) }, html! { (one.difference) }]);
            }
            row
        })
        .collect();
    html! {
        figure.office-chart {
            svg viewBox={ "0 0 640 " (height) } role="img" aria-label=(chart.summary)
                xmlns="http://www.w3.org/2000/svg" {
                @for (nth, week) in chart.weeks.iter().enumerate() {
                    (bar(ROW * i64::try_from(nth).unwrap_or(0), week))
                }
            }
            @if has_agreed { figcaption.kern-body.kern-body--small { (say("months-chart-legend")) } }
        }
        (table(visitor, &say("months-hours-table"), &columns, &rows))
    }
}

fn bar(top: i64, week: &Week) -> Markup {
    let length = week.worked_permille * LONGEST / 1_000;
    let agreed = week.agreed_permille.map(|permille| LEFT + permille * LONGEST / 1_000);
    html! {
        text.office-chart__label x=(LEFT) y=(top + 14) { (week.label) ": " (week.worked) }
        rect.office-chart__bar x=(LEFT) y=(top + 20) width=(length.max(1)) height="16" rx="2" {}
        @if let Some(x) = agreed {
            line.office-chart__agreed x1=(x) x2=(x) y1=(top + 17) y2=(top + 39) {}
        }
    }
}
