//! What is typed on a screen, kept while the person is there: a device that ends the app to save memory takes none of it.

use dioxus::prelude::*;
use fingertip_core::{Model, ResumeMsg};

use crate::{
    route::Route,
    state::{Say, use_latest, use_say},
};

/// Where the first start stands, which is no place to go to.
pub(crate) const FIRST_START: &str = "/first-start";

/// What stands in one field of a screen, now and after a new start.
#[derive(Clone, Copy)]
pub(crate) struct Kept {
    text: Signal<String>,
    tell: Callback<String>,
}

impl Kept {
    /// What stands in it; what reads it is drawn again when that changes.
    pub(crate) fn text(&self) -> String {
        self.text.read().clone()
    }

    /// What stands in it, for what a field begins with and for what a person does: nothing is drawn again for it.
    pub(crate) fn peek(&self) -> String {
        self.text.peek().clone()
    }

    /// Something else stands in it; nothing, once it was used.
    pub(crate) fn set(mut self, text: String) {
        self.tell.call(text.clone());
        self.text.set(text);
    }
}

/// A field of the screen at `place`. Never one for a secret: what opens something is typed again.
pub(crate) fn use_kept(place: &Route, field: &'static str) -> Kept {
    use_kept_at(place.to_string(), field)
}

/// A field of what stands at `place`, which may be none of the [`Route`]s.
pub(crate) fn use_kept_at(place: String, field: &'static str) -> Kept {
    let (latest, say) = (use_latest(), use_say());
    let text = use_signal(|| latest().typed.of(&place, field).to_owned());
    let tell = use_callback(move |text| say.that(ResumeMsg::TypedIn { place: place.clone(), field, text }));
    Kept { text, tell }
}

/// Where the app begins: where the person was a moment ago, with what was open there, else at home.
pub(crate) fn begin(model: &Model, now: jiff::Timestamp) -> Route {
    if model.open.is_some() {
        return Route::MiniApp {};
    }
    let recent = model.last_place.as_ref().filter(|(_, at)| fingertip_core::is_recent(*at, now));
    recent.and_then(|(place, _)| place.parse().ok()).unwrap_or(Route::Home {})
}

/// Says that the person searches: what they typed, at `place`.
pub(crate) fn search(say: &Say, place: &Route, text: String) {
    let place = place.to_string();
    say.that(ResumeMsg::TypedIn { place, field: fingertip_core::SEARCH_FIELD, text: text.clone() });
    say.that(fingertip_core::SearchMsg::TypedSearch(text));
}

#[cfg(test)]
mod tests {
    use fingertip_core::Protection;
    use jiff::{SignedDuration, Timestamp};

    use super::*;

    #[test]
    fn a_start_goes_back_to_where_the_person_was_a_moment_ago() {
        let now = Timestamp::now();
        let begun = |place: &str, minutes| {
            let mut model = Model::new(Protection::Files);
            model.last_place = Some((place.to_owned(), now - SignedDuration::from_mins(minutes)));
            begin(&model, now)
        };
        assert_eq!(begun("/cases", 29), Route::Cases {});
        assert_eq!(begun("/cases", 30), Route::Home {});
        assert_eq!(begun("/cases", -1), Route::Home {}, "the clock was put back");
        assert_eq!(begin(&Model::new(Protection::Files), now), Route::Home {});
    }
}
