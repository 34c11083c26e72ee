//! A place on the earth.

use dioxus::prelude::*;

use super::{
    super::{button::Button, icon::IconName, status::Status},
    Field, FieldText,
};

/// The words of a place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlaceLabels {
    /// "Use where I am now".
    pub here: String,
    /// It was found.
    pub found: String,
    /// It was not: no leave, or no signal.
    pub failed: String,
}

/// Asks where the device is, once; nothing is watched.
const WHERE: &str = "navigator.geolocation ? navigator.geolocation.getCurrentPosition(\
    (at) => dioxus.send(`${at.coords.latitude.toFixed(6)}, ${at.coords.longitude.toFixed(6)}`), () => dioxus.send(''), \
    { enableHighAccuracy: true, timeout: 15000 }) : dioxus.send('');";

/// A place as its coordinates, typed or pasted from a map, or where the device is now. The map itself would need a
/// network and eyes; this needs neither.
#[component]
pub fn PlaceField(
    /// The input's id.
    id: String,
    /// The words around it.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// Its own words.
    labels: PlaceLabels,
    /// What stands in it first.
    #[props(default)]
    initial: String,
    /// What stands in it now.
    on_input: EventHandler<String>,
) -> Element {
    let mut now = use_signal(|| initial);
    // Another key makes another input: the only way to change one that the browser owns.
    let mut round = use_signal(|| 0_u32);
    let mut said = use_signal(|| None::<bool>);
    let first = now.peek().clone();
    let find = move |()| {
        spawn(async move {
            let mut asked = document::eval(WHERE);
            let found = asked.recv::<String>().await.unwrap_or_default();
            said.set(Some(!found.is_empty()));
            if !found.is_empty() {
                now.set(found.clone());
                round += 1;
                on_input.call(found);
            }
        });
    };
    rsx! {
        Field { id: id.clone(), text: text.clone(),
            div { class: "fi-input", "data-width": "full",
                for key in [round()] {
                    input {
                        key: "{key}",
                        class: "fi-input__control",
                        id: "{id}",
                        "data-key": input_key.clone(),
                        r#type: "text",
                        dir: "ltr",
                        autocomplete: "off",
                        spellcheck: "false",
                        aria_required: text.required(),
                        aria_invalid: text.invalid(),
                        aria_describedby: text.described_by(&id),
                        initial_value: first.clone(),
                        oninput: move |event| {
                            now.set(event.value());
                            on_input.call(event.value());
                        },
                        onkeydown: move |event| {
                            if event.key() == Key::Enter {
                                event.prevent_default();
                            }
                        },
                    }
                }
            }
            Button { label: labels.here.clone(), icon: IconName::Place, on_press: find }
            Status {
                class: "fi-field__hint",
                text: match said() {
                    Some(true) => labels.found,
                    Some(false) => labels.failed,
                    None => String::new(),
                },
            }
        }
    }
}
