# The rota of a month, day by day.

plan-month = {$month}
plan-open = Still open
plan-nameless = Assistant {$id}
plan-duty = {$who}, {$day}, {$times}
plan-duty-unclear = {$who}, times unclear
plan-unclear = Begin or end has two different values
plan-draft = draft
plan-published = published
plan-published-at = Published {$at}.
plan-absence = {$who}: {$kind} ({$state})
plan-wish-preferred = {$who} would like to work: {$times}
plan-wish-available = {$who} can work: {$times}
plan-wish-unavailable = {$who} cannot: {$times}
plan-cancelled = called off
plan-hours = {$hours} h
plan-breaks = Plan at least {$pause} h of break, after 6:00 h of work at the latest.
plan-sum = {$hours} h of duty planned, {$breaks} h of breaks that the law asks for among them.
plan-agreed-more = {$weekly} h a week are agreed, which makes {$monthly} h a month: {$by} h more are planned.
plan-agreed-less = {$weekly} h a week are agreed, which makes {$monthly} h a month: {$by} h less are planned.
plan-agreed-same = {$weekly} h a week are agreed, which makes {$monthly} h a month: exactly so is the plan.
plan-agreed-none = The contract names no weekly hours.
plan-no-contract = There is no contract yet. Only rest, longest day and breaks were checked.
plan-gross = If exactly this is worked, it makes {$gross} gross.
plan-week-more = {$by} h more than agreed
plan-week-less = {$by} h less than agreed
plan-week-same = as agreed
