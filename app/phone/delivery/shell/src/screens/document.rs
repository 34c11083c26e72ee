//! One document: what it says and whether it holds, the ways to show it and to take it along, and when it was shown.

use dioxus::prelude::*;
use fingertip_contract::Document as Signed;
use fingertip_core::{CalendarMsg, DocumentsMsg, Due, DueDay, KeptDocument, Model, Showing, ShownAs};
use fingertip_locale::Args;
use fingertip_standard::DepartmentId;
use fingertip_ui::components::{Button, EmptyState, IconName, List, ListRow, Weight};
use jiff::civil::Date;

use super::{Back, records::DocumentView, show::PrintedCodes};
use crate::{
    print::{can_print, print_page},
    route::Route,
    state::{Surface, Words, department_name, use_model, use_say, use_words},
};

/// How many lines of when a document was shown are on its page at first, and with each press.
const PAGE: usize = 5;
/// How many days before its end a calendar reminds of a document: as long as renewing one may take.
const REMINDER_DAYS: u32 = 30;

/// The document with this id of this issuer.
pub(super) fn find<'m>(model: &'m Model, issuer: &str, id: &str) -> Option<&'m KeptDocument> {
    model.documents.iter().find(|kept| kept.document.issuer.as_str() == issuer && kept.document.id == id)
}

/// Whether this showing is of this document.
pub(super) fn is_of(showing: &Showing, document: &Signed) -> bool {
    (&showing.issuer, &showing.document) == (&document.issuer, &document.id)
}

#[component]
pub(crate) fn Document(issuer: String, id: String) -> Element {
    let model = use_model!(documents);
    let say = use_say();
    let words = use_words();
    let looked = say.clone();
    use_effect(move || looked.that(DocumentsMsg::LookedAtDocuments));
    let Some(kept) = find(&model, &issuer, &id).cloned() else {
        return rsx! { Gone {} };
    };
    let title = words.pick(&kept.document.title);
    rsx! {
        Back { title: words.say("records-title") }
        h1 { "{title}" }
        DocumentView { kept: kept.clone(), is_short: false }
        PrintedCodes { kept: kept.clone() }
        Ways { kept: kept.clone() }
        Showings { document: kept.document }
    }
}

/// There is no such document any more.
#[component]
pub(super) fn Gone() -> Element {
    let words = use_words();
    rsx! {
        Back { title: words.say("records-title") }
        h1 { class: "fi-visually-hidden", "{words.say(\"records-gone\")}" }
        EmptyState { icon: IconName::Card, title: words.say("records-gone") }
    }
}

/// What can be done with it.
#[component]
fn Ways(kept: KeptDocument) -> Element {
    let model = use_model!(shown);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let is_browser = use_context::<Surface>().is_browser;
    let document = kept.document.clone();
    // The page is printed once its showing is written down, and once for each showing.
    let mut printed = use_signal(|| None);
    let on_paper =
        model.shown.as_ref().filter(|shown| shown.shown_as == ShownAs::Page && is_of(shown, &document));
    let due = on_paper.map(|shown| shown.at);
    use_effect(use_reactive!(|due| {
        if due.is_some() && *printed.peek() != due {
            printed.set(due);
            print_page(is_browser);
        }
    }));
    let put_away = say.clone();
    use_drop(move || put_away.that(DocumentsMsg::PutAway));
    let to = Route::code(&kept);
    let ask = {
        let (say, document) = (say.clone(), document.clone());
        move |()| {
            let (issuer, id) = (document.issuer.clone(), document.id.clone());
            say.that(DocumentsMsg::AskedToShow { issuer, id, shown_as: ShownAs::Page });
        }
    };
    rsx! {
        div { class: "fi-stack fi-no-print",
            Button { label: words.say("documents-show"), icon: IconName::Code, weight: Weight::Primary, is_wide: true, on_press: move |()| drop(navigator.push(to.clone())) }
            if can_print(is_browser) {
                Button { label: words.say("take-out-print"), icon: IconName::Download, is_wide: true, on_press: ask }
            }
            if let Some(day) = document.valid_until {
                Button {
                    label: words.say("take-out-last-day"),
                    icon: IconName::Calendar,
                    is_wide: true,
                    on_press: {
                        let (words, document) = (words.clone(), document.clone());
                        move |()| say.that(CalendarMsg::AskedToSaveDay(Box::new(last_day(&words, &document, day))))
                    },
                }
            }
            Button { label: words.say("verify-title"), icon: IconName::Scan, is_wide: true, on_press: move |()| drop(navigator.push(Route::Verify {})) }
        }
    }
}

/// The last day of a document for a calendar, which anybody who sees the calendar reads: its kind, no name and no number.
fn last_day(words: &Words, document: &Signed, day: Date) -> DueDay {
    let title = words.pick(&document.title).to_string();
    DueDay {
        id: format!("document:{}:{}", document.issuer, document.id),
        due: Due::Day { day, reminder_days: REMINDER_DAYS },
        summary: words.with("take-out-last-day-title", &Args::new().text("title", title)),
        details: words.say("take-out-last-day-details"),
    }
}

/// When and how the document was shown.
#[component]
fn Showings(document: Signed) -> Element {
    let model = use_model!(showings, catalogue);
    let words = use_words();
    let mut n_shown = use_signal(|| PAGE);
    let own: Vec<&Showing> = model.showings.iter().filter(|showing| is_of(showing, &document)).collect();
    let count = own.len();
    rsx! {
        section { class: "fi-no-print", aria_labelledby: "fi-showings",
            h2 { id: "fi-showings", "{words.say(\"documents-shown\")}" }
            if own.is_empty() {
                p { class: "fi-muted", "{words.say(\"documents-shown-never\")}" }
            } else {
                List { label: words.say("documents-shown"),
                    for (index , showing) in own.into_iter().take(n_shown()).enumerate() {
                        ListRow {
                            key: "{index}",
                            title: shown_as(&words, &showing.shown_as, &|id| department_name(&model, &words, id).to_string()),
                            value: words.0.instant(showing.at.as_millisecond()),
                        }
                    }
                }
                if count > n_shown() {
                    Button { label: words.say("mini-app-records-more"), on_press: move |()| n_shown += PAGE }
                }
            }
        }
    }
}

/// How a document was shown, in words; `name` says what a department is called.
pub(super) fn shown_as(words: &Words, shown_as: &ShownAs, name: &dyn Fn(&DepartmentId) -> String) -> String {
    match shown_as {
        ShownAs::Code => words.say("documents-shown-code"),
        ShownAs::Page => words.say("documents-shown-page"),
        ShownAs::Export => words.say("documents-shown-export"),
        ShownAs::Given(department) => words.with(
            "documents-shown-given",
            &Args::new().text("department", words.0.isolate(&name(department))),
        ),
    }
}
