//! What the estimate looks like.

use fingertip_sdk::{
    ChartForm, Choice, Context, Decimal, End, LocalText, Page, Part, Row, Series, SummaryRow, Text, Tone,
    Trouble, View, data, integer, money, msg, percent,
};

use crate::{
    model::{Model, Question, Screen, Wanted},
    saved::{chosen, rent_id},
    tax::{BASIC_DEDUCTION, Estimate, LARGEST_AMOUNT},
    update::certified,
};

const CURRENCY: &str = "CNY";

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    match model.screen {
        Screen::Start => start(model, cx, view),
        Screen::Form(at) => form(model, at, cx, view),
        Screen::Result => result(model, cx, view),
        Screen::Brackets => brackets(model, view),
        Screen::Certificate => certificate(model, view),
        Screen::Sent => sent(model, view),
        Screen::Kept => view.page("page-kept", "tax-kept-title", |page| {
            page.notice(Tone::Information, "tax-kept-text");
            page.primary("finish", "tax-finish");
        }),
    }
}

fn trouble(model: &Model, page: &mut Part<'_>) {
    let Some(trouble) = &model.trouble else { return };
    let (tone, body): (Tone, Text) = match trouble {
        Trouble::SignIn => (Tone::Information, msg("tax-trouble-sign-in")),
        Trouble::Declined => (Tone::Information, msg("tax-trouble-declined")),
        Trouble::Forbidden => (Tone::Warning, msg("tax-trouble-forbidden")),
        Trouble::TooOften => (Tone::Warning, msg("tax-trouble-too-often")),
        Trouble::Offline => (Tone::Warning, msg("tax-trouble-offline")),
        Trouble::Unavailable | Trouble::Device => (Tone::Warning, msg("tax-trouble-unavailable")),
        Trouble::Objection(Some(words)) => {
            (Tone::Warning, msg("tax-trouble-objection").arg("words", words.as_str()))
        }
        Trouble::Objection(None) => (Tone::Warning, msg("tax-trouble-objection-unsaid")),
    };
    page.notice(tone, body);
}

fn year(model: &Model) -> String {
    // A year is a name, not an amount: it takes no thousands separator.
    model.year.to_string()
}

fn yuan(minor: i64) -> Text {
    money(CURRENCY, minor).into()
}

fn start(model: &Model, cx: &Context, view: View) -> Page {
    view.page("page-start", msg("tax-start-title").arg("year", year(model)), |page| {
        trouble(model, page);
        page.text("tax-start-lead");
        if !cx.is_seniors() {
            page.details("tax-start-how-title", |part| part.text("tax-start-how-text"));
            page.details("tax-start-data-title", |part| part.text("tax-start-data-text"));
        }
        page.primary("start", "tax-start-load");
        page.secondary("by-hand", "tax-start-by-hand");
    })
}

fn form(model: &Model, at: Question, cx: &Context, view: View) -> Page {
    let (key, title) = if at.page() == 0 {
        ("page-income", "tax-income-title")
    } else {
        ("page-deductions", "tax-deductions-title")
    };
    let key = if cx.is_seniors() { format!("page-{}", at.key()) } else { key.to_owned() };
    // A page and an input never share a key.
    let key =
        if key == "page-deductions" && cx.is_seniors() { "page-other-deductions".to_owned() } else { key };
    view.page(&key, msg(title).arg("year", year(model)), |page| {
        let (step, of) = at.step(cx);
        page.step(step, of);
        trouble(model, page);
        if let Some(statement) = model.statement.as_ref().filter(|_| at == Question::Wages) {
            page.notice(Tone::Information, "tax-income-from-office");
            if !statement.payers.is_empty() {
                page.section("tax-income-payers", |part| {
                    let row = |(name, wages): &(LocalText, Option<i64>)| Row {
                        title: data(name.in_language(&cx.language)),
                        detail: None,
                        value: wages.map(yuan),
                        tone: Tone::Neutral,
                        action: None,
                    };
                    part.records("payers", statement.payers.iter().map(row));
                });
            }
        }
        for question in at.together(cx) {
            ask(model, question, page);
        }
        page.submit("continue", "tax-continue");
    })
}

fn ask(model: &Model, question: Question, page: &mut Part<'_>) {
    let key = question.key();
    let error = model.error_at(question);
    let deductions = &model.deductions;
    let mut amount = |label: &'static str, hint: &'static str, minor: i64| {
        // An amount that nobody has given yet stays empty instead of saying nought.
        let initial = (minor > 0 || model.statement.is_some()).then_some(minor);
        page.money_input(key, label, CURRENCY)
            .hint(hint)
            .initial(initial)
            .at_most(LARGEST_AMOUNT)
            .error(error);
    };
    match question {
        Question::Wages => amount("tax-wages-label", "tax-wages-hint", model.income.wages),
        Question::SocialInsurance => {
            amount("tax-social-insurance-label", "tax-social-insurance-hint", model.income.social_insurance)
        }
        Question::Withheld => amount("tax-withheld-label", "tax-withheld-hint", model.income.withheld),
        Question::Children => {
            let input = page
                .number_input(key, "tax-children-label")
                .between(0, 20)
                .initial(Some(deductions.children.into()));
            input.hint("tax-children-hint").unit("tax-children-unit").error(error);
        }
        Question::Infants => {
            let input = page
                .number_input(key, "tax-infants-label")
                .between(0, 20)
                .initial(Some(deductions.infants.into()));
            input.hint("tax-infants-hint").unit("tax-children-unit").error(error);
        }
        Question::Deductions => {
            let choices = [
                Choice::new("elderly-support", "tax-deduction-elderly").hint("tax-deduction-elderly-hint"),
                Choice::new("elderly-support-shared", "tax-deduction-elderly-shared")
                    .hint("tax-deduction-elderly-shared-hint"),
                Choice::new("housing-loan", "tax-deduction-loan").hint("tax-deduction-loan-hint"),
                Choice::new("continuing-education", "tax-deduction-learning")
                    .hint("tax-deduction-learning-hint"),
            ];
            page.choose_many(key, "tax-deductions-label", choices)
                .initial(&chosen(deductions))
                .optional()
                .error(error);
        }
        Question::Rent => {
            let choices = [
                Choice::new("none", "tax-rent-none"),
                Choice::new("tier-1", "tax-rent-large-city").hint("tax-rent-large-city-hint"),
                Choice::new("tier-2", "tax-rent-city").hint("tax-rent-city-hint"),
                Choice::new("tier-3", "tax-rent-town").hint("tax-rent-town-hint"),
            ];
            page.choose_one(key, "tax-rent-label", choices)
                .initial(Some(rent_id(deductions.rent)))
                .error(error);
        }
    }
}

fn result(model: &Model, cx: &Context, view: View) -> Page {
    let estimate = model.estimate();
    view.page("page-result", msg("tax-result-title").arg("year", year(model)), |page| {
        let steps = Question::Rent.step(cx).1;
        page.step(steps, steps);
        trouble(model, page);
        let (tone, outcome) = match estimate.to_pay {
            0 => (Tone::Success, msg("tax-result-even")),
            owed if estimate.is_exempt(&model.income, model.year) => {
                (Tone::Success, msg("tax-result-exempt").arg("amount", money(CURRENCY, owed)))
            }
            owed if owed > 0 => {
                (Tone::Information, msg("tax-result-to-pay").arg("amount", money(CURRENCY, owed)))
            }
            owed => (Tone::Success, msg("tax-result-refund").arg("amount", money(CURRENCY, -owed))),
        };
        page.notice(tone, outcome);
        page.summary("result", summary(model, &estimate));
        if cx.is_seniors() {
            page.secondary("show-brackets", "tax-brackets-show");
        } else {
            details(model, &estimate, page);
        }
        page.text("tax-result-estimate");
        page.text("tax-result-not-asked");
        if model.awaiting.has(&Wanted::Certificate) {
            page.text("tax-certificate-sending");
        } else {
            page.primary("request-certificate", "tax-certificate-request");
        }
    })
}

fn summary(model: &Model, estimate: &Estimate) -> Vec<SummaryRow> {
    let income = &model.income;
    let last = if estimate.to_pay < 0 {
        ("tax-sum-refund", -estimate.to_pay)
    } else if estimate.is_exempt(income, model.year) {
        ("tax-sum-exempt", estimate.to_pay)
    } else {
        ("tax-sum-to-pay", estimate.to_pay)
    };
    vec![
        SummaryRow::new("tax-wages-label", yuan(income.wages)).change("change-wages"),
        SummaryRow::new("tax-sum-basic", yuan(BASIC_DEDUCTION)),
        SummaryRow::new("tax-social-insurance-label", yuan(income.social_insurance))
            .change("change-social-insurance"),
        SummaryRow::new("tax-sum-deductions", yuan(model.deductions.total())).change("change-children"),
        SummaryRow::new("tax-sum-taxable", yuan(estimate.taxable)),
        SummaryRow::new("tax-sum-tax", yuan(estimate.tax)),
        SummaryRow::new("tax-withheld-label", yuan(income.withheld)).change("change-withheld"),
        SummaryRow::new(last.0, yuan(last.1)),
    ]
}

/// How the tax comes about: the brackets, and where the wages go.
fn details(model: &Model, estimate: &Estimate, page: &mut Part<'_>) {
    page.heading("tax-brackets-title");
    if estimate.shares.is_empty() {
        page.text("tax-brackets-none");
    } else {
        let row = |share: &crate::tax::Share| {
            let above = msg("tax-brackets-above").arg("amount", money(CURRENCY, share.bracket.above));
            vec![above, yuan(share.income), percent(share.bracket.percent, 2).into(), yuan(share.tax)]
        };
        let columns = [
            "tax-brackets-column-range",
            "tax-brackets-column-income",
            "tax-brackets-column-rate",
            "tax-brackets-column-tax",
        ];
        page.table("brackets", "tax-brackets-caption", &columns, estimate.shares.iter().map(row));
    }
    let rest = (model.income.wages - model.income.social_insurance - estimate.tax).max(0);
    let parts = [
        ("tax-chart-rest", rest),
        ("tax-social-insurance-label", model.income.social_insurance),
        ("tax-sum-tax", estimate.tax),
    ];
    let points = parts.iter().map(|&(_, minor)| Decimal { digits: minor, scale: 2 }).collect();
    let series = Series { label: msg("tax-chart-series"), points };
    let categories = parts.iter().map(|&(label, _)| msg(label)).collect();
    page.chart(
        "wages-parts",
        ChartForm::PartsOfWhole,
        "tax-chart-title",
        categories,
        vec![series],
        Some(msg("tax-chart-unit")),
    );
}

fn brackets(model: &Model, view: View) -> Page {
    view.page("page-brackets", "tax-brackets-page-title", |page| {
        details(model, &model.estimate(), page);
        page.primary("leave-brackets", "tax-brackets-leave");
    })
}

fn certificate(model: &Model, view: View) -> Page {
    view.page("page-certificate", "tax-certificate-title", |page| {
        trouble(model, page);
        page.text("tax-certificate-lead");
        if model.statement.is_none() {
            page.primary("load-statement", "tax-certificate-load");
            return;
        }
        let (income, tax) = certified(model);
        page.summary(
            "statement",
            [
                SummaryRow::new("tax-certificate-year", data(year(model))),
                SummaryRow::new("tax-certificate-income", yuan(income)),
                SummaryRow::new("tax-certificate-tax", yuan(tax)),
            ],
        );
        if model.awaiting.has(&Wanted::Certificate) {
            page.text("tax-certificate-sending");
        } else {
            page.primary("request-certificate", "tax-certificate-request");
        }
    })
}

fn sent(model: &Model, view: View) -> Page {
    view.page("page-sent", "tax-sent-title", |page| {
        let end = End {
            title: msg("tax-sent-confirmation"),
            reference: model.reference.clone(),
            next: vec![msg("tax-sent-next-days").arg("days", integer(1)), msg("tax-sent-next-records")],
            keeps_document: Some("tax-paid-certificate".to_owned()),
        };
        page.confirmation("confirmation", end);
        page.primary("finish", "tax-finish");
    })
}
