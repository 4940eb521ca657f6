//! Hours per week as a picture and as a table: the same numbers, twice.

use crate::pages::components::{column, numbers, table};
use crate::pages::visitor::Visitor;
use assistenz_core::view::hours_chart::{HoursChart, Week};
use maud::{Markup, html};

pub(super) fn chart(visitor: &Visitor, chart: &HoursChart) -> Markup {
    let say = |key: &str| visitor.say(key, &[]);
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
            div role="img" aria-label=(chart.summary) {
                @for week in &chart.weeks { (bar(week)) }
            }
            @if has_agreed { figcaption.kern-body.kern-body--small { (say("months-chart-legend")) } }
        }
        (table(visitor, &say("months-hours-table"), &columns, &rows))
    }
}

/// One week: its name as text, which grows with the print, and its bar, as wide as there is room.
fn bar(week: &Week) -> Markup {
    html! {
        p.office-chart__label { (week.label) ": " (week.worked) }
        svg.office-chart__week aria-hidden="true" viewBox="0 0 1000 22" preserveAspectRatio="none"
            xmlns="http://www.w3.org/2000/svg" {
            rect.office-chart__bar x="0" y="3" width=(week.worked_permille.max(2)) height="16" {}
            @if let Some(agreed) = week.agreed_permille {
                line.office-chart__agreed x1=(agreed) x2=(agreed) y1="0" y2="22" {}
            }
        }
    }
}
