//! How events change the application.

use fingertip_sdk::{
    Answer, CaseDraft, Claim, Context, Effects, Event, Input, Inputs, Json, Moment, RequestId, Trouble,
};

use crate::{
    model::{Delivery, Facts, Handed, Model, Options, PhotoSource, Question, Screen, Wanted},
    saved::{self, delivery_id, delivery_of, photo_id, photo_of},
};

const SERVICE: &str = "social-security-card";

pub(crate) fn launch(saved: Option<&Json>, cx: &Context, effects: &mut Effects) -> Model {
    let mut model = saved.and_then(saved::restore).unwrap_or_default();
    let reference = model.handed.as_ref().map(|handed| handed.reference.clone());
    if let Some(reference) = reference {
        watch(&mut model, &reference, effects);
    } else if matches!(model.screen, Screen::Form(_) | Screen::Check) && model.options == Options::default() {
        ask(&mut model, Wanted::Options, cx, effects);
    }
    model
}

pub(crate) fn update(model: &mut Model, event: Event, cx: &Context, effects: &mut Effects) {
    match event {
        Event::Submitted { action, inputs } if action == "continue" => submitted(model, &inputs, cx, effects),
        Event::Submitted { .. } | Event::Ticked | Event::LanguageChanged | Event::DisplayChanged => {}
        Event::Acted { action, .. } => acted(model, &action, cx, effects),
        Event::Changed { key, input } => changed(model, &key, &input),
        Event::WentBack => back(model, cx, effects),
        Event::Answered { request, answer } => answered(model, request, answer, cx, effects),
        Event::CaseChanged { case, state } => case_changed(model, &case, state, cx.now),
        Event::Moment(Moment::SignedIn) => {
            if let Some(wanted) = model.retry.take() {
                model.trouble = None;
                ask(model, wanted, cx, effects);
            }
        }
        Event::Moment(_) => {}
        Event::RegionChanged => {
            if model.options != Options::default() {
                ask(model, Wanted::Options, cx, effects);
            }
        }
    }
}

fn go(model: &mut Model, screen: Screen) {
    model.screen = screen;
    model.errors.clear();
}

fn acted(model: &mut Model, action: &str, cx: &Context, effects: &mut Effects) {
    match action {
        "start" => ask(model, Wanted::Facts, cx, effects),
        "help" => go(model, Screen::Help),
        "leave-help" => go(model, Screen::Intro),
        "load-options" => ask(model, Wanted::Options, cx, effects),
        "send" => send(model, cx, effects),
        "finish" => drop(effects.close()),
        _ => {
            if let Some(question) = action.strip_prefix("change-").and_then(Question::of_key) {
                model.returns_to_check = true;
                go(model, Screen::Form(question));
            }
        }
    }
}

fn back(model: &mut Model, cx: &Context, effects: &mut Effects) {
    model.trouble = None;
    model.retry = None;
    match model.screen {
        Screen::Intro | Screen::Sent | Screen::Kept => drop(effects.close()),
        Screen::Help => go(model, Screen::Intro),
        Screen::Form(_) if model.returns_to_check => {
            model.returns_to_check = false;
            go(model, Screen::Check);
        }
        Screen::Form(at) => go(model, model.previous(at, cx).map_or(Screen::Intro, Screen::Form)),
        Screen::Check => {
            let last = Question::all().rfind(|&question| model.asks(question));
            let first = if cx.is_seniors() { last } else { Some(Question::Bank) };
            go(model, first.map_or(Screen::Intro, Screen::Form));
        }
    }
}

fn submitted(model: &mut Model, inputs: &Inputs, cx: &Context, effects: &mut Effects) {
    let Screen::Form(at) = model.screen else { return };
    let at = model.asked_at(at);
    let shown = model.together(at, cx);
    for &question in &shown {
        read(model, question, inputs);
    }
    model.trouble = None;
    model.errors = model.errors_of(model.together(at, cx), cx.today);
    if !model.errors.is_empty() {
        return;
    }
    // A change may have opened a question that was never asked, such as the address after "send it by post".
    let open = model.errors_of(Question::all(), cx.today).first().map(|(question, _)| *question);
    let next = if model.returns_to_check { open } else { model.next(at, cx) };
    model.returns_to_check &= next.is_some();
    go(model, next.map_or(Screen::Check, Screen::Form));
    if matches!(next, Some(Question::Bank)) && model.options == Options::default() {
        ask(model, Wanted::Options, cx, effects);
    }
}

fn read(model: &mut Model, question: Question, inputs: &Inputs) {
    let answers = &mut model.answers;
    let key = question.key();
    match question {
        Question::Name => answers.name = inputs.text(key),
        Question::IdNumber => answers.id_number = inputs.text(key).to_ascii_uppercase(),
        Question::Phone => answers.phone = inputs.text(key),
        Question::Photo => {
            answers.photo = inputs.choice(key).and_then(photo_of);
            // The host gives no files for an input that was not shown: the ones given before stay.
            if !inputs.files("photo").is_empty() {
                answers.photo_files = inputs.files("photo").to_vec();
            }
        }
        // A list gives a choice; where it could not be had, the bank is written.
        Question::Bank => {
            answers.bank = inputs.choice(key).map_or_else(|| inputs.text("bank-written"), str::to_owned)
        }
        Question::Delivery => answers.delivery = inputs.choice(key).and_then(delivery_of),
        Question::Office => answers.office = inputs.choice(key).unwrap_or_default().to_owned(),
        Question::PickUp => answers.pick_up = inputs.date(key),
        Question::Address => answers.address = inputs.text(key),
        Question::Courier => answers.courier_minute = inputs.minute(key),
        Question::News => answers.news = inputs.choices(key).to_vec(),
        Question::Truth => answers.is_true = inputs.is_agreed(key),
    }
}

fn changed(model: &mut Model, key: &str, input: &Input) {
    match (key, input) {
        ("photo-source", Input::Choice(id)) => model.answers.photo = photo_of(id),
        ("delivery", Input::Choice(id)) => model.answers.delivery = delivery_of(id),
        _ => {}
    }
}

fn ask(model: &mut Model, wanted: Wanted, cx: &Context, effects: &mut Effects) {
    if model.awaiting.has(&wanted) {
        return;
    }
    let request = match wanted {
        Wanted::Facts => effects.claims([
            Claim::value("name", "card-claims-purpose"),
            Claim::value("id-number", "card-claims-purpose"),
        ]),
        Wanted::Options => {
            effects.call("card.options", &Json::object().with("region", cx.region.as_str()).into())
        }
        Wanted::Case => effects.submit_case(draft(model, cx)),
        Wanted::Watch => return,
    };
    model.awaiting.add(request, wanted);
}

fn watch(model: &mut Model, reference: &str, effects: &mut Effects) {
    let request = effects.watch_case(reference);
    model.awaiting.add(request, Wanted::Watch);
}

fn send(model: &mut Model, cx: &Context, effects: &mut Effects) {
    model.trouble = None;
    match model.errors_of(Question::all(), cx.today).first() {
        Some((question, _)) => {
            model.returns_to_check = true;
            go(model, Screen::Form(*question));
            model.errors = model.errors_of(Question::all(), cx.today);
        }
        None => ask(model, Wanted::Case, cx, effects),
    }
}

fn draft(model: &Model, cx: &Context) -> CaseDraft {
    let answers = &model.answers;
    let is_posted = answers.delivery == Some(Delivery::Post);
    let mut body = Json::object()
        .with("name", model.facts.name.as_deref().unwrap_or(&answers.name))
        .with("phone", answers.phone.as_str())
        .with("photo", answers.photo.map_or("", photo_id))
        .with("bank", answers.bank.as_str())
        .with("delivery", answers.delivery.map_or("", delivery_id))
        .with("news", answers.news.as_slice());
    if model.facts.id_number.is_none() {
        body = body.with("id_number", answers.id_number.as_str());
    }
    body = if is_posted {
        body.with("address", answers.address.as_str())
            .with_some("courier_minute", answers.courier_minute.map(i64::from))
    } else {
        body.with("office", model.office()).with_some("pick_up_date", answers.pick_up)
    };
    let shared = [("name", model.facts.name.is_some()), ("id-number", model.facts.id_number.is_some())];
    let is_uploaded = answers.photo == Some(PhotoSource::Upload);
    CaseDraft {
        service: SERVICE,
        region: cx.region.clone(),
        body: body.into(),
        claims: shared
            .into_iter()
            .filter(|(_, is_shared)| *is_shared)
            .map(|(claim, _)| claim.to_owned())
            .collect(),
        documents: Vec::new(),
        files: answers.photo_files.iter().filter(|_| is_uploaded).map(|file| file.handle.clone()).collect(),
    }
}

fn answered(model: &mut Model, request: RequestId, answer: Answer, cx: &Context, effects: &mut Effects) {
    let Some(wanted) = model.awaiting.take(request) else { return };
    let trouble = Trouble::of(&answer);
    if trouble == Some(Trouble::SignIn) && wanted != Wanted::Watch {
        model.retry = Some(wanted);
        model.trouble = trouble;
        return;
    }
    match (wanted, answer) {
        (Wanted::Facts, answer) => {
            if let Answer::Claims(claims) = &answer {
                let fact = |name| {
                    claims
                        .iter()
                        .find(|(own, value)| own == name && !value.is_empty())
                        .map(|(_, value)| value.clone())
                };
                model.facts = Facts { name: fact("name"), id_number: fact("id-number") };
            }
            // Without the facts the person writes them: no fact is worth stopping for.
            model.trouble = trouble;
            go(model, Screen::Form(Question::Name));
            ask(model, Wanted::Options, cx, effects);
        }
        (Wanted::Options, Answer::Reply(reply)) => {
            model.options = Json::parse(&reply).map(|json| saved::options(&json)).unwrap_or_default();
            let offices = &model.options.offices;
            if !offices.iter().any(|office| office.id == model.answers.office) {
                model.answers.office.clear();
            }
        }
        // The page of the bank says that its list is missing and offers to load it again.
        (Wanted::Options | Wanted::Watch, _) => {}
        (Wanted::Case, Answer::CaseAccepted(reference)) => {
            watch(model, &reference, effects);
            model.handed = Some(Handed { reference, states: vec![("received".to_owned(), cx.now)] });
            go(model, Screen::Sent);
        }
        (Wanted::Case, Answer::Queued) => {
            // The same request is answered again once the host has handed the case in.
            model.awaiting.add(request, Wanted::Case);
            go(model, Screen::Kept);
        }
        (Wanted::Case, _) => model.trouble = trouble,
    }
}

fn case_changed(model: &mut Model, case: &str, state: String, now: i64) {
    let Some(handed) = model.handed.as_mut().filter(|handed| handed.reference == case) else { return };
    if handed.states.last().is_none_or(|(last, _)| *last != state) {
        handed.states.push((state, now));
    }
}
