//! The forms of a case: moving it on, asking its person, saying something.

use fingertip_contract::{AskKind, Case, CaseState};
use fingertip_kit::secrets;
use fingertip_locale::Args;
use fingertip_store::values::text_of;

use crate::console::{
    form::Fields,
    markup::Markup,
    page::{Input, button, form, heading},
    session::Officer,
    words::Words,
};

/// How many questions a form has room for.
pub(super) const ASKS: usize = 3;

/// What the officer may do with the case as it stands.
pub(super) fn acts(words: &Words, officer: &Officer, case: &Case, written: &Fields) -> Markup {
    let next = case.state.next();
    let (asking, deciding): (Vec<&CaseState>, Vec<&CaseState>) =
        next.iter().partition(|state| state.asks_person());
    let hint = Markup::new().raw("<p class=\"hint\">").text(&words.say("console-language")).raw("</p>");
    let decide =
        if deciding.is_empty() { Markup::new() } else { decide(words, officer, case, (&deciding, written)) };
    let ask = match asking.first() {
        Some(state) => ask_form(words, officer, case, (state, written)),
        None => Markup::new(),
    };
    hint.add(&decide).add(&ask).add(&reply_form(words, officer, case, written))
}

fn decide(
    words: &Words,
    officer: &Officer,
    case: &Case,
    (states, written): (&[&CaseState], &Fields),
) -> Markup {
    let option = |state: &&CaseState| {
        let name = text_of(*state);
        let option = Markup::new().raw("<option").attribute("value", &name);
        let option = if written.get("state") == name { option.raw(" selected") } else { option };
        option.raw(">").text(&words.state(state)).raw("</option>")
    };
    let fields = Markup::new()
        .raw("<p class=\"field\"><label for=\"state\">")
        .text(&words.say("console-decide-state"))
        .raw("</label><select id=\"state\" name=\"state\" required>")
        .all(states.iter().map(option))
        .raw("</select></p>")
        .add(&input(words, ("note", "console-decide-note"), written, true, false))
        .add(&input(words, ("office", "console-decide-office"), written, false, false))
        .add(&button(&words.say("console-decide-button"), true));
    heading(&words.say("console-decide")).add(&form(
        officer,
        &format!("/console/cases/{}/steps", case.id),
        &fields,
    ))
}

fn ask_form(
    words: &Words,
    officer: &Officer,
    case: &Case,
    (state, written): (&CaseState, &Fields),
) -> Markup {
    let kinds = [
        (AskKind::Words, "console-ask-words"),
        (AskKind::File, "console-ask-file"),
        (AskKind::Document, "console-ask-document"),
    ];
    let row = |number: usize| {
        let (kind, label, required) =
            (format!("kind-{number}"), format!("label-{number}"), format!("required-{number}"));
        let option = |(own, id): &(AskKind, &str)| {
            let name = text_of(own);
            let option = Markup::new().raw("<option").attribute("value", &name);
            let option = if written.get(&kind) == name { option.raw(" selected") } else { option };
            option.raw(">").text(&words.say(id)).raw("</option>")
        };
        let checkbox = Markup::new().raw("<input type=\"checkbox\" value=\"yes\"").attribute("id", &required);
        // Where nothing was sent yet it is required: what is not needed is not asked.
        let is_required = written.get("state").is_empty() || written.get(&required) == "yes";
        let checkbox = checkbox.attribute("name", &required).raw(if is_required { " checked>" } else { ">" });
        let legend = Args::new().number("number", u32::try_from(number).unwrap_or_default());
        let name = words.say("console-ask-label");
        let text = Input {
            id: &label,
            name: &label,
            label: &name,
            value: written.get(&label),
            is_long: false,
            is_required: number == 1,
        };
        Markup::new()
            .raw("<fieldset><legend>")
            .text(&words.with("console-ask-row", &legend))
            .raw("</legend>")
            .add(&text.draw())
            .raw("<p class=\"field\"><label")
            .attribute("for", &kind)
            .raw(">")
            .text(&words.say("console-ask-kind"))
            .raw("</label><select")
            .attribute("id", &kind)
            .attribute("name", &kind)
            .raw(">")
            .all(kinds.iter().map(option))
            .raw("</select></p><p class=\"check\">")
            .add(&checkbox)
            .raw("<label")
            .attribute("for", &required)
            .raw(">")
            .text(&words.say("console-ask-required"))
            .raw("</label></p></fieldset>")
    };
    let fields = Markup::new()
        .raw("<p class=\"hint\">")
        .text(&words.say("console-ask-hint"))
        .raw("</p><input type=\"hidden\" name=\"state\"")
        .attribute("value", &text_of(state))
        .raw(">")
        .all((1..=ASKS).map(row))
        .add(&input(words, ("asked", "console-decide-note"), written, true, false))
        .raw("<p class=\"field\"><label for=\"until\">")
        .text(&words.say("console-answer-by"))
        .raw("</label><input type=\"date\" id=\"until\" name=\"until\"")
        .attribute("value", written.get("until"))
        .raw("></p>")
        .add(&button(&words.say("console-ask-button"), false));
    heading(&words.say("console-ask")).add(&form(
        officer,
        &format!("/console/cases/{}/asks", case.id),
        &fields,
    ))
}

fn reply_form(words: &Words, officer: &Officer, case: &Case, written: &Fields) -> Markup {
    // The same form sent twice is one reply.
    let key = match written.get("key") {
        "" => secrets::make_token(16).unwrap_or_default(),
        key => key.to_owned(),
    };
    let fields = Markup::new()
        .raw("<input type=\"hidden\" name=\"key\"")
        .attribute("value", &key)
        .raw(">")
        .add(&input(words, ("words", "console-reply-words"), written, true, true))
        .add(&button(&words.say("console-reply-button"), false));
    heading(&words.say("console-reply")).add(&form(
        officer,
        &format!("/console/cases/{}/replies", case.id),
        &fields,
    ))
}

fn input(
    words: &Words,
    (name, label): (&str, &str),
    written: &Fields,
    is_long: bool,
    is_required: bool,
) -> Markup {
    let label = words.say(label);
    Input { id: name, name, label: &label, value: written.get(name), is_long, is_required }.draw()
}
