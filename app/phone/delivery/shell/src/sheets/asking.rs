//! What the sheets of a mini-app have in common: the department's seal, a yes, a no, and the way out of the service.

use std::{
    collections::BTreeSet,
    fmt::{self, Formatter},
};

use dioxus::prelude::*;
use fingertip_core::{MiniAppMsg, SheetId};
use fingertip_ui::{
    Said,
    components::{Button, Sheet, Weight},
};

use serde::{
    Deserialize, Deserializer,
    de::{MapAccess, Visitor},
};
use serde_json::Value;

use super::CloseService;
use crate::state::{Words, department_name, use_model, use_say, use_words};

/// A sheet that the person agrees to or not.
#[component]
pub(super) fn Asking(
    /// Which.
    id: SheetId,
    /// What it is about, as a part of its id in the page.
    about: &'static str,
    /// Its heading.
    title: String,
    /// What agreeing says.
    agree: String,
    /// What declining says.
    decline: String,
    /// Whether there is nothing to agree to yet.
    #[props(default)]
    is_blank: bool,
    /// What the shell does first when the person agrees; it then says itself that they did.
    on_agree: Option<Callback<()>>,
    /// What agreeing would do.
    children: Element,
) -> Element {
    let model = use_model!(catalogue, open);
    let say = use_say();
    let words = use_words();
    let open = model.open.as_ref();
    let seal = open.map(|open| department_name(&model, &words, &open.place().department)).unwrap_or_default();
    let (yes, no, close) = (say.clone(), say.clone(), say);
    rsx! {
        Sheet {
            id: "fi-sheet-{about}",
            title,
            close_label: decline.clone(),
            on_close: move |()| close.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }),
            seal,
            actions: rsx! {
                Button {
                    label: agree,
                    weight: Weight::Primary,
                    is_wide: true,
                    is_disabled: is_blank,
                    on_press: move |()| match &on_agree {
                        Some(first) => first.call(()),
                        None => yes.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: true }),
                    },
                }
                Button { label: decline, is_wide: true, on_press: move |()| no.that(MiniAppMsg::AnsweredSheet { sheet: id, has_agreed: false }) }
                CloseService {}
            },
            {children}
        }
    }
}

/// What goes, line by line: what it is, and all of it.
#[component]
pub(super) fn Facts(lines: Vec<(String, Vec<Said>)>) -> Element {
    rsx! {
        dl { class: "fi-facts",
            for (label, values) in lines.into_iter().filter(|(_, values)| !values.is_empty()) {
                div { class: "fi-facts__item", key: "{label}",
                    dt { "{label}" }
                    for value in values {
                        dd { strong { bdi { {value} } } }
                    }
                }
            }
        }
    }
}

/// What a department is told in JSON, a line a member. What is no object is one line as it is; so is what would read otherwise than it
/// is sent: a member that is there twice, a number of more digits than are calculated with.
pub(super) fn told(words: &Words, body: &str) -> Vec<Said> {
    let lines = match serde_json::from_str::<Members>(body) {
        Ok(Members(members)) if is_plain(&members, body) => members
            .into_iter()
            .map(|(name, value)| {
                let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                format!("{}: {}", words.0.isolate(&name), words.0.isolate(&value))
            })
            .collect(),
        _ => vec![body.to_owned()],
    };
    lines.into_iter().map(Into::into).collect()
}

/// The members of an object in their order, also those that are there twice.
struct Members(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Each;
        impl<'de> Visitor<'de> for Each {
            type Value = Members;
            fn expecting(&self, to: &mut Formatter<'_>) -> fmt::Result {
                to.write_str("an object")
            }
            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Members, M::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        from.deserialize_map(Each)
    }
}

/// Whether every name is there once at each level, and every number reads as it is written.
fn is_plain(members: &[(String, Value)], body: &str) -> bool {
    // What is written again has the same letters, in some order, if nothing was lost; blanks and escapes aside.
    let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\\').count();
    let written: usize =
        members.iter().map(|(name, value)| letters(name) + letters(&value.to_string()) + 3).sum();
    let commas = members.len().saturating_sub(1);
    let names: BTreeSet<&str> = members.iter().map(|(name, _)| name.as_str()).collect();
    names.len() == members.len() && written + commas + 2 == letters(body)
}

#[cfg(test)]
mod tests {
    use fingertip_core::{Model, Protection};

    use super::*;

    #[test]
    fn what_a_department_is_told_is_shown_member_by_member_and_nothing_otherwise_than_it_is_sent() {
        let words = Words::of(&Model::new(Protection::Files));
        let told = |body: &str| {
            let plain = |said: Said| said.to_string().replace(['\u{2068}', '\u{2069}'], "");
            told(&words, body).into_iter().map(plain).collect::<Vec<_>>()
        };
        assert_eq!(told(r#"{"bill":"B-1", "minor":100}"#), ["bill: B-1", "minor: 100"]);
        for whole in [
            "not json",
            "[1]",
            r#"{"minor":100000,"minor":1}"#,
            r#"{"minor":9007199254740993.123456789}"#,
            r#"{"a":{"minor":100000,"minor":1}}"#,
        ] {
            assert_eq!(told(whole), [whole]);
        }
    }
}
