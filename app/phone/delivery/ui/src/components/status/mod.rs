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
    use super::*;

    #[component]
    fn Counting() -> Element {
        let mut count = use_signal(|| 0_u32);
        use_hook(|| spawn(async move { count += 1 }));
        rsx! { Status { text: if count() == 0 { "3 services".to_owned() } else { "2 services".to_owned() } } }
    }

    /// Counts what was put into the page and which texts were changed where they stood.
    #[derive(Default)]
    struct Seen {
        inserted: usize,
        changed: usize,
    }

    impl WriteMutations for Seen {
        fn append_children(&mut self, _: dioxus::core::ElementId, m: usize) {
            self.inserted += m;
        }
        fn assign_node_id(&mut self, _: &'static [u8], _: dioxus::core::ElementId) {}
        fn create_placeholder(&mut self, _: dioxus::core::ElementId) {}
        fn create_text_node(&mut self, _: &str, _: dioxus::core::ElementId) {}
        fn load_template(&mut self, _: Template, _: usize, _: dioxus::core::ElementId) {}
        fn replace_node_with(&mut self, _: dioxus::core::ElementId, m: usize) {
            self.inserted += m;
        }
        fn replace_placeholder_with_nodes(&mut self, _: &'static [u8], m: usize) {
            self.inserted += m;
        }
        fn insert_nodes_after(&mut self, _: dioxus::core::ElementId, m: usize) {
            self.inserted += m;
        }
        fn insert_nodes_before(&mut self, _: dioxus::core::ElementId, m: usize) {
            self.inserted += m;
        }
        fn set_attribute(
            &mut self,
            _: &'static str,
            _: Option<&'static str>,
            _: &dioxus::core::AttributeValue,
            _: dioxus::core::ElementId,
        ) {
        }
        fn set_node_text(&mut self, _: &str, _: dioxus::core::ElementId) {
            self.changed += 1;
        }
        fn create_event_listener(&mut self, _: &'static str, _: dioxus::core::ElementId) {}
        fn remove_event_listener(&mut self, _: &'static str, _: dioxus::core::ElementId) {}
        fn remove_node(&mut self, _: dioxus::core::ElementId) {}
        fn push_root(&mut self, _: dioxus::core::ElementId) {}
    }

    #[test]
    fn other_words_come_in_an_element_of_their_own() {
        let mut dom = VirtualDom::new(Counting);
        dom.rebuild(&mut Seen::default());
        dom.process_events();
        let mut seen = Seen::default();
        // The task has counted by now, or does so here.
        for _ in 0..3 {
            dom.process_events();
            dom.render_immediate(&mut seen);
        }
        assert_eq!((seen.inserted, seen.changed), (1, 0), "inserted, changed where it stood");
    }
}
