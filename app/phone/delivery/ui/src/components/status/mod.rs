//! What is said of something that goes on, without taking the focus.

use dioxus::prelude::*;

/// A line that is read out whenever it says something else. It stands there before it has anything to say, for what comes up together
/// with its words is not read out everywhere; and its words come in a paragraph of their own each time, for WebKitGTK tells a screen reader
/// of a paragraph that is inserted, and neither of a text that changes nor of a `span`.
#[component]
pub fn Status(
    /// What it says; nothing while it is empty.
    text: String,
    /// How it looks, besides.
    #[props(default)]
    class: Option<&'static str>,
) -> Element {
    let class = class.map_or_else(|| "fi-status".to_owned(), |own| format!("fi-status {own}"));
    let texts = (!text.is_empty()).then_some(text);
    rsx! {
        div { class, role: "status",
            for text in texts {
                p { key: "{text}", "{text}" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use dioxus::core::{Mutation, Mutations, ScopeId};

    use super::*;

    thread_local! {
        static COUNT: Cell<u32> = const { Cell::new(3) };
    }

    #[component]
    fn Counting() -> Element {
        rsx! { Status { text: format!("{} services", COUNT.get()) } }
    }

    #[test]
    fn other_words_come_in_a_paragraph_of_their_own() {
        let mut dom = VirtualDom::new(Counting);
        dom.rebuild_in_place();
        COUNT.set(2);
        dom.mark_dirty(ScopeId::APP);
        let mut seen = Mutations::default();
        dom.render_immediate(&mut seen);
        let is = |of: fn(&Mutation) -> bool| seen.edits.iter().any(of);
        assert!(is(|edit| matches!(edit, Mutation::LoadTemplate { .. })), "nothing is put in: {:?}", seen.edits);
        assert!(is(|edit| matches!(edit, Mutation::Remove { .. } | Mutation::ReplaceWith { .. })), "{:?}", seen.edits);
    }
}
