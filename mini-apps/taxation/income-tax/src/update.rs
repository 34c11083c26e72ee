//! How events change the estimate.

use fingertip_sdk::{
    Answer, CaseDraft, Claim, Context, Effects, Event, Inputs, Json, Launch, Moment, RequestId, Trouble,
};

use crate::{
    model::{Model, Question, Screen, Wanted},
    saved::{self, rent_of},
    tax::{LARGEST_AMOUNT, Rent},
};

const CERTIFICATE: &str = "tax-paid-certificate";
const MOST_CHILDREN: i64 = 20;

pub(crate) fn launch(launch: &Launch, saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Model {
    if let Some(model) = saved.and_then(saved::restore) {
        return model;
    }
    let mut model = Model { year: i64::from(cx.today.year) - 1, ..Model::default() };
    if launch.route == "/certificate" {
        model.screen = Screen::Certificate;
        model.is_certificate_alone = true;
        // A sheet to sign in should not open before the person has touched anything.
        if cx.is_signed_in {
            ask(&mut model, Wanted::Statement, cx, effects);
        }
    }
    model
}

pub(crate) fn update(model: &mut Model, event: Event, cx: &Context, effects: &mut Effects) {
    match event {
        Event::Submitted { action, inputs } if action == "continue" => submitted(model, &inputs, cx),
        Event::Acted { action, .. } => acted(model, &action, cx, effects),
        Event::WentBack => back(model, cx, effects),
        Event::Answered { request, answer } => answered(model, request, answer, cx, effects),
        Event::Moment(Moment::SignedIn) => {
            if let Some(wanted) = model.retry.take() {
                model.trouble = None;
                ask(model, wanted, cx, effects);
            }
        }
        _ => {}
    }
}

fn go(model: &mut Model, screen: Screen) {
    model.screen = screen;
    model.errors.clear();
}

fn acted(model: &mut Model, action: &str, cx: &Context, effects: &mut Effects) {
    match action {
        "start" | "load-statement" => {
            model.trouble = None;
            ask(model, Wanted::Statement, cx, effects);
        }
        "by-hand" => {
            model.trouble = None;
            model.retry = None;
            go(model, Screen::Form(Question::Wages));
        }
        "show-brackets" => go(model, Screen::Brackets),
        "leave-brackets" => go(model, Screen::Result),
        "request-certificate" => {
            model.trouble = None;
            let is_asked = model.awaiting.has(&Wanted::Certificate);
            if !is_asked && (model.screen != Screen::Certificate || model.statement.is_some()) {
                ask(model, Wanted::Facts, cx, effects);
            }
        }
        "finish" => drop(effects.close()),
        _ => {
            if let Some(question) = action.strip_prefix("change-").and_then(Question::of_key) {
                model.returns_to_result = true;
                go(model, Screen::Form(question));
            }
        }
    }
}

fn back(model: &mut Model, cx: &Context, effects: &mut Effects) {
    model.trouble = None;
    model.retry = None;
    match model.screen {
        Screen::Start | Screen::Certificate | Screen::Sent | Screen::Kept => drop(effects.close()),
        Screen::Form(_) if model.returns_to_result => {
            model.returns_to_result = false;
            go(model, Screen::Result);
        }
        Screen::Form(at) => go(model, at.previous(cx).map_or(Screen::Start, Screen::Form)),
        Screen::Result => {
            let last = if cx.is_seniors() { Question::Rent } else { Question::Children };
            go(model, Screen::Form(last));
        }
        Screen::Brackets => go(model, Screen::Result),
    }
}

fn submitted(model: &mut Model, inputs: &Inputs, cx: &Context) {
    let Screen::Form(at) = model.screen else { return };
    model.trouble = None;
    model.errors.clear();
    for question in at.together(cx) {
        if let Err(message) = read(model, question, inputs) {
            model.errors.push((question, message));
        }
    }
    if !model.errors.is_empty() {
        return;
    }
    let next = at.next(cx).filter(|_| !model.returns_to_result);
    model.returns_to_result = false;
    go(model, next.map_or(Screen::Result, Screen::Form));
}

fn read(model: &mut Model, question: Question, inputs: &Inputs) -> Result<(), &'static str> {
    let key = question.key();
    let amount = || inputs.money(key).filter(|minor| (0..=LARGEST_AMOUNT).contains(minor));
    let count = || match inputs.integer(key) {
        Some(n) => u8::try_from(n).ok().filter(|_| n <= MOST_CHILDREN),
        None => inputs.number(key).is_none().then_some(0),
    };
    match question {
        Question::Wages => model.income.wages = amount().ok_or("tax-wages-error")?,
        Question::SocialInsurance => {
            model.income.social_insurance = amount().ok_or("tax-social-insurance-error")?
        }
        Question::Withheld => model.income.withheld = amount().ok_or("tax-withheld-error")?,
        Question::Children => model.deductions.children = count().ok_or("tax-children-error")?,
        Question::Infants => model.deductions.infants = count().ok_or("tax-children-error")?,
        Question::Deductions => {
            let ids = inputs.choices(key);
            let has = |id: &str| ids.iter().any(|own| own == id);
            saved::choose(&mut model.deductions, ids);
            if has("elderly-support") && has("elderly-support-shared") {
                return Err("tax-deductions-error-elderly");
            }
        }
        Question::Rent => {
            model.deductions.rent = inputs.choice(key).and_then(rent_of).ok_or("tax-rent-error")?;
            if model.deductions.rent != Rent::None && model.deductions.has_housing_loan {
                return Err("tax-rent-error-loan");
            }
        }
    }
    Ok(())
}

fn ask(model: &mut Model, wanted: Wanted, cx: &Context, effects: &mut Effects) {
    if model.awaiting.has(&wanted) {
        return;
    }
    let request = match wanted {
        Wanted::Statement => {
            effects.call("income.statement", &Json::object().with("year", model.year).into())
        }
        Wanted::Facts => effects.claims([
            Claim::value("name", "tax-claims-purpose"),
            Claim::value("id-number", "tax-claims-purpose"),
        ]),
        Wanted::Certificate => {
            let (income, tax) = certified(model);
            let body =
                Json::object().with("year", model.year).with("income_minor", income).with("tax_minor", tax);
            effects.submit_case(CaseDraft {
                service: CERTIFICATE,
                region: cx.region.clone(),
                body: body.into(),
                claims: model.claims.clone(),
                documents: Vec::new(),
                files: Vec::new(),
            })
        }
    };
    model.awaiting.add(request, wanted);
}

/// The income and the tax that the certificate is asked for: of the estimate, or as the tax office states them.
pub(crate) fn certified(model: &Model) -> (i64, i64) {
    match &model.statement {
        Some(statement) if model.is_certificate_alone => (statement.income.wages, statement.income.withheld),
        _ => (model.income.wages, model.estimate().tax),
    }
}

fn answered(model: &mut Model, request: RequestId, answer: Answer, cx: &Context, effects: &mut Effects) {
    let Some(wanted) = model.awaiting.take(request) else { return };
    let trouble = Trouble::of(&answer);
    if trouble == Some(Trouble::SignIn) {
        model.retry = Some(wanted);
        model.trouble = trouble;
        return;
    }
    match (wanted, answer) {
        (Wanted::Statement, answer) => {
            if let Answer::Reply(reply) = answer {
                model.statement = Json::parse(&reply).and_then(|json| saved::statement(&json));
            }
            model.trouble = trouble;
            if model.screen == Screen::Start {
                // What the tax office does not say, the person writes.
                model.income = model.statement.as_ref().map_or(model.income, |statement| statement.income);
                go(model, Screen::Form(Question::Wages));
            } else if model.statement.is_none() && model.trouble.is_none() {
                model.trouble = Some(Trouble::Unavailable);
            }
        }
        (Wanted::Facts, Answer::Claims(claims)) => {
            model.claims = claims.into_iter().map(|(name, _)| name).collect();
            ask(model, Wanted::Certificate, cx, effects);
        }
        (Wanted::Certificate, Answer::CaseAccepted(reference)) => {
            model.reference = reference;
            go(model, Screen::Sent);
        }
        (Wanted::Certificate, Answer::Queued) => {
            // The same request is answered again once the host has handed it in.
            model.awaiting.add(request, Wanted::Certificate);
            go(model, Screen::Kept);
        }
        (Wanted::Facts | Wanted::Certificate, _) => model.trouble = trouble,
    }
}
