//! Search: from the first character on, on this device.

use dioxus::{prelude::*, router::Navigator};
use fingertip_contract::Service;
use fingertip_core::{FoundService, Model, PersonMsg, SearchMsg};
use fingertip_locale::Args;
use fingertip_standard::{ServiceId, events::Display};
use fingertip_ui::{
    components::{Button, Card, Details, EmptyState, IconButton, IconName, List, SearchBox, Status, Weight},
    type_into,
};

use super::{
    CallButton, Head,
    parts::{Behind, MoreElsewhere},
    service, service_row_as,
};
use crate::{
    kept::search,
    route::Route,
    state::{Say, Words, use_model, use_parts, use_say, use_words},
};

/// The names by which people look for seniors mode.
const SENIORS: [&str; 6] = ["长辈版", "关怀版", "亲情版", "关爱版", "seniors", "large text"];

/// Whether somebody looks for seniors mode by one of its names.
fn wants_seniors(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    text.chars().count() >= 2 && SENIORS.iter().any(|name| name.starts_with(&text))
}

/// So few hits that what may be related is shown below them at once: the page has room for it.
const FEW: usize = 3;

/// The box of the search page.
const BOX: &str = "fi-search-page";

#[component]
pub(crate) fn Search() -> Element {
    // The box holds what is typed in it: a letter draws nothing here again.
    let model = use_parts(|model| model.search.text.trim().is_empty());
    let say = use_say();
    let looked = say.clone();
    let words = use_words();
    // Who comes here with a question has pressed Enter on another screen.
    use_hook(|| {
        if !model.search.text.trim().is_empty() {
            looked.that(SearchMsg::LookedAtHits);
        }
    });
    let looked = say.clone();
    rsx! {
        Head { title: words.say("search-title") }
        SearchBox {
            id: BOX,
            label: words.say("home-search"),
            clear_label: words.say("shell-clear"),
            initial: model.search.text.clone(),
            on_input: move |text| search(&say, &Route::Search {}, text),
            on_search: move |_| looked.that(SearchMsg::LookedAtHits),
        }
        if model.search.text.trim().is_empty() {
            Before {}
        }
        Behind {}
        Hits { has_answer: true }
    }
}

/// The search of a screen that is no search page: what is found is shown on it, Enter leads to the page.
#[component]
pub(super) fn SearchHere(
    /// The id of its box.
    id: &'static str,
    /// The screen's place.
    place: Route,
) -> Element {
    let model = use_parts(|model| model.search.text.trim().is_empty());
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    rsx! {
        SearchBox {
            id,
            label: words.say("home-search"),
            clear_label: words.say("shell-clear"),
            initial: model.search.text.clone(),
            on_input: move |text| search(&say, &place, text),
            on_search: move |_| drop(navigator.push(Route::Search {})),
        }
    }
}

/// What the person searched for before: a press searches for it again.
#[component]
fn Before() -> Element {
    let model = use_parts(|model| model.search.memory.texts.clone());
    let say = use_say();
    let words = use_words();
    let texts = &model.search.memory.texts;
    if texts.is_empty() {
        return rsx! {};
    }
    let forget_all = say.clone();
    rsx! {
        section { aria_labelledby: "fi-searched",
            h2 { id: "fi-searched", "{words.say(\"search-before\")}" }
            ul { class: "fi-list",
                for (text, forgotten) in texts.iter().map(|text| (text.clone(), text.clone())) {
                    li { key: "{text}", class: "fi-list__item fi-searched",
                        button {
                            class: "fi-list-row",
                            r#type: "button",
                            onclick: {
                                let text = text.clone();
                                move |_| type_into(BOX, &text)
                            },
                            span { class: "fi-list-row__title", bdi { "{text}" } }
                        }
                        IconButton {
                            icon: IconName::Remove,
                            label: words.with("search-forget", &Args::new().text("question", words.0.isolate(&forgotten))),
                            on_press: {
                                let say = say.clone();
                                move |()| say.that(SearchMsg::ForgotQuestion(forgotten.clone()))
                            },
                        }
                    }
                }
            }
            Button { label: words.say("search-forget-all"), weight: Weight::Quiet, on_press: move |()| forget_all.that(SearchMsg::ForgotSearches) }
        }
    }
}

/// What is found.
#[component]
pub(super) fn Hits(
    /// Whether the first of it answers a question in a card of its own.
    #[props(default)]
    has_answer: bool,
) -> Element {
    let model = use_parts(|model| {
        let search = &model.search;
        let is_answered = !search.answered.is_empty();
        (
            model.catalogue.clone(),
            model.preferences.region.clone(),
            search.text.trim().is_empty(),
            wants_seniors(&search.text),
            is_answered,
            search.hits.clone(),
            search.correction.clone(),
            is_question(&search.answered),
            model.switches.clone(),
        )
    });
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let found = &model.search.hits;
    let (close, others): (Vec<_>, Vec<_>) = found.iter().partition(|found| found.is_close);
    let number = |of: &[&FoundService]| u32::try_from(of.len()).unwrap_or(u32::MAX);
    let (count, n_others) = (number(&close), number(&others));
    let opening = say.clone();
    let rows = |of: &[&FoundService]| {
        let rows = of.iter().map(|found| {
            let (id, say) = (found.service.id.clone(), opening.clone());
            let open = move |()| open_hit(&say, navigator, &id);
            hit_row(&model, &words, found, EventHandler::new(open))
        });
        rsx! {
            {rows}
        }
    };
    let answer = found.first().filter(|_| has_answer && is_question(&model.search.answered));
    let choose = say.clone();
    let is_unanswered = model.search.answered.is_empty();
    let said = match count {
        _ if is_unanswered => String::new(),
        0 if found.is_empty() => words.say("search-none"),
        count => words.with("search-count", &Args::new().number("count", count)),
    };
    rsx! {
        if wants_seniors(&model.search.text) {
            Card { level: 2, heading: words.say("start-display-seniors"),
                p { "{words.say(\"start-display-seniors-body\")}" }
                Button { label: words.say("start-display-seniors-choose"), icon: IconName::Accessibility, is_wide: true, on_press: move |()| choose.that(PersonMsg::ChoseDisplay(Display::Seniors)) }
            }
        }
        if model.search.text.trim().is_empty() {
            EmptyState { icon: IconName::Search, title: words.say("search-empty"), body: words.say("search-empty-body") }
        } else {
            Corrected {}
            // It stands here before the first answer, a moment away, and says what was found each time.
            Status { class: found.is_empty().then_some("fi-visually-hidden"), text: said }
            if is_unanswered {
                // Nothing is shown before the first answer.
            } else if found.is_empty() {
                EmptyState { icon: IconName::Search, title: words.say("search-none"), body: words.say("search-none-body") }
                MoreElsewhere {}
                Next {}
            } else {
                if let Some(answer) = answer {
                    Answer { key: "{answer.service.id}", service: (*answer.service).clone() }
                }
                List { label: words.say("search-results"), {rows(&close)} }
                if !others.is_empty() {
                    Details { summary: words.with("search-others", &Args::new().number("count", n_others)), is_open: close.len() <= FEW,
                        List { label: words.say("search-others-list"), {rows(&others)} }
                    }
                }
                MoreElsewhere {}
            }
        }
    }
}

/// Goes to the guide of a service that was found.
fn open_hit(say: &Say, navigator: Navigator, id: &ServiceId) {
    say.that(SearchMsg::OpenedHit(id.clone()));
    navigator.push(Route::Service { id: id.to_string() });
}

/// A service that was found, what of its name answers marked.
fn hit_row(model: &Model, words: &Words, found: &FoundService, open: EventHandler<()>) -> Element {
    let title = words.name(&found.service.name, found.service.id.as_str()).marked(&found.marked);
    service_row_as(model, words, &found.service, title, found.is_chosen, open)
}

/// Whether somebody asks in their own words rather than by a name: then one answer is worth more than a list.
fn is_question(text: &str) -> bool {
    let text = text.trim();
    let han = text.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).count();
    han >= 6 || text.split_whitespace().count() >= 3 || text.ends_with(['?', '？', '؟'])
}

/// The service that answers best: what the catalogue says of it, word for word, and what else is usually needed with it.
#[component]
fn Answer(service: Service) -> Element {
    let model = use_model!(catalogue);
    let say = use_say();
    let words = use_words();
    let navigator = use_navigator();
    let id = service.id.clone();
    let as_of =
        model.catalogue.as_of().map(|as_of| words.0.instant(as_of.as_millisecond())).unwrap_or_default();
    rsx! {
        Card { level: 2, heading: words.name(&service.name, service.id.as_str()), kicker: words.say("search-answer"),
            if !service.summary.is_empty() {
                p { {words.pick(&service.summary)} }
            }
            {service::short_facts(&words, &service)}
            service::Events { service: service.id.clone(),
                p { {words.say("search-answer-more")} }
            }
            p { class: "fi-muted", {words.with("search-answer-source", &Args::new().text("time", as_of))} }
            Button {
                label: words.say("search-answer-open"),
                weight: Weight::Primary,
                is_wide: true,
                on_press: move |()| open_hit(&say, navigator, &id),
            }
        }
    }
}

/// What the question was read as, and the way back to what was typed.
#[component]
fn Corrected() -> Element {
    let model = use_parts(|model| model.search.correction.clone());
    let say = use_say();
    let words = use_words();
    let said = model.search.correction.as_ref().map(|correction| {
        words.with("search-corrected", &Args::new().text("correction", words.0.isolate(correction)))
    });
    let typed = words.0.isolate(&model.search.answered);
    rsx! {
        Status { text: said.clone().unwrap_or_default() }
        if said.is_some() {
            Button {
                label: words.with("search-as-typed", &Args::new().text("typed", typed)),
                icon: IconName::Search,
                on_press: move |()| say.that(SearchMsg::AskedAsTyped),
            }
        }
    }
}

/// Nothing was found: every service in order, what happens in a life, and somebody to ask.
#[component]
fn Next() -> Element {
    let model = use_model!(catalogue);
    let words = use_words();
    let navigator = use_navigator();
    let phone =
        model.catalogue.ready().and_then(|catalogue| catalogue.hotline()).and_then(|line| line.phone.clone());
    rsx! {
        div { class: "fi-row",
            Button { label: words.say("search-none-services"), icon: IconName::Services, on_press: move |()| drop(navigator.push(Route::services())) }
            Button { label: words.say("home-life-events"), icon: IconName::People, on_press: move |()| drop(navigator.push(Route::LifeEvents {})) }
            if let Some(phone) = phone {
                CallButton { phone, is_primary: false }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_told_from_a_name() {
        for question in
            ["驾驶证丢了怎么补", "how do I get a card", "医保？", "كارتا؟", "我妈退休了医保怎么转到上海"]
        {
            assert!(is_question(question), "{question}");
        }
        for name in ["社保卡", "sbk", "bus card", "公积金", ""] {
            assert!(!is_question(name), "{name}");
        }
    }
}
