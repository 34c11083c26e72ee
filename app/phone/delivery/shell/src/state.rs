//! How screens see the model and say what happened.

use std::{rc::Rc, sync::Arc};

use dioxus::prelude::*;
use fingertip_contract::Catalogue;
use fingertip_core::{Contrast, Core, Model, Msg, NationRules, OpenMiniApp, Preferences, Scheme};
use fingertip_locale::{Args, Formatter, direction, pick, shell_messages};
use fingertip_standard::{DepartmentId, LocalText, RegionCode};
use fingertip_ui::{
    CodeLists, IndexOptions, Said,
    components::{CopyLabels, RefusedFile},
    say_refused,
};
use jiff::{Timestamp, civil::Date};
use tokio::sync::{mpsc, watch};

/// Whether the screen that is opened next is on the way back.
#[derive(Clone, Copy)]
pub(crate) struct GoingBack(pub CopyValue<bool>);

/// What a screen is connected to.
#[derive(Clone)]
pub(crate) struct Surface {
    pub(crate) sender: mpsc::UnboundedSender<Msg>,
    pub(crate) watch: watch::Receiver<Arc<Model>>,
    /// Whether it is a tester's page in a browser.
    pub(crate) is_browser: bool,
}

impl PartialEq for Surface {
    fn eq(&self, other: &Self) -> bool {
        self.sender.same_channel(&other.sender) && self.is_browser == other.is_browser
    }
}

impl Surface {
    /// The surface of a running app.
    pub(crate) fn of(core: &Core, is_browser: bool) -> Self {
        Self { sender: core.sender(), watch: core.watch(), is_browser }
    }

    /// The model now, for what is no component.
    #[cfg(feature = "desktop")]
    pub(crate) fn model(&self) -> Arc<Model> {
        self.watch.borrow().clone()
    }
}

/// Follows the model; once, at the root.
pub(crate) fn provide() {
    let surface = use_context::<Surface>();
    let mut model = use_context_provider(|| Signal::new(surface.watch.borrow().clone()));
    let words = use_memo(move || Words::of(&model.read()));
    use_context_provider(|| words);
    use_future(move || {
        let mut watch = surface.watch.clone();
        async move {
            while watch.changed().await.is_ok() {
                let now = watch.borrow_and_update().clone();
                model.set(now);
            }
        }
    });
}

/// The model as it is now. The component is drawn again when one of the parts that it names has changed, and for nothing
/// else: a part that it reads must be named (`screens_read_only_what_they_name`).
macro_rules! use_model {
    ($($part:ident),+ $(,)?) => {
        $crate::state::use_parts(|model| ($(model.$part.clone(),)+))
    };
}
pub(crate) use use_model;

/// The model as it is now, for a component that is drawn again when what `parts` takes out of it has changed.
pub(crate) fn use_parts<P: PartialEq + 'static>(parts: impl Fn(&Model) -> P + 'static) -> Arc<Model> {
    let model = use_context::<Signal<Arc<Model>>>();
    let parts = use_memo(move || parts(&model.read()));
    // The subscription; the value itself is in the model.
    let _ = parts.read();
    model.peek().clone()
}

/// Gives the model as it is at that moment, for what a person does: nothing is drawn again for it.
pub(crate) fn use_latest() -> impl Fn() -> Arc<Model> + Copy + 'static {
    let model = use_context::<Signal<Arc<Model>>>();
    move || model.peek().clone()
}

/// Says why a file field does not take a file.
pub(crate) fn use_refused() -> Callback<(RefusedFile, u32, u64), String> {
    let formatter = use_words().0;
    use_callback(move |(file, at_most, max_bytes): (RefusedFile, u32, u64)| {
        say_refused(&formatter, &file, at_most, max_bytes)
    })
}

/// Says how many characters of how many are used.
pub(crate) fn use_count() -> Callback<(u32, u32), String> {
    let words = use_words();
    use_callback(move |(used, most): (u32, u32)| {
        words.with("mini-app-text-count", &Args::new().number("used", used).number("most", most))
    })
}

/// The shell's words as the person reads them now.
pub(crate) fn use_words() -> Words {
    use_context::<Memo<Words>>()()
}

/// Something that says what happened.
#[derive(Clone)]
pub(crate) struct Say(mpsc::UnboundedSender<Msg>);

impl Say {
    /// Says it.
    pub(crate) fn that(&self, msg: impl Into<Msg>) {
        // When the app has ended there is nobody left to tell.
        let _ = self.0.send(msg.into());
    }
}

/// Says what happened.
pub(crate) fn use_say() -> Say {
    Say(use_context::<Surface>().sender)
}

/// The shell's words in the person's language.
#[derive(Clone)]
pub(crate) struct Words(pub(crate) Formatter);

/// Two are the same when they say the same.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        let shown = |own: &Self| (own.0.language().to_owned(), own.0.wording(), own.0.zone().clone());
        shown(self) == shown(other)
    }
}

impl Words {
    pub(crate) fn of(model: &Model) -> Self {
        Self(model.formatter())
    }

    /// A message without variables.
    pub(crate) fn say(&self, id: &str) -> String {
        self.0.text(id, &Args::new())
    }

    /// A message with variables.
    pub(crate) fn with(&self, id: &str, args: &Args<'_>) -> String {
        self.0.text(id, args)
    }

    /// What a button says that copies: the message that names it, and what came of it.
    pub(crate) fn copy_labels(&self, copy: &str) -> CopyLabels {
        CopyLabels {
            copy: self.say(copy),
            copied: self.say("mini-app-confirmation-copied"),
            failed: self.say("mini-app-confirmation-copy-failed"),
        }
    }

    /// A text of the catalogue, kept apart from the text around it and marked where it is in another language.
    pub(crate) fn pick(&self, text: &LocalText) -> Said {
        let (text, language) = pick(text, self.0.language());
        Said::new(text, language, self.0.language())
    }

    /// What a department said of a case, kept apart from the text around it.
    pub(crate) fn note(&self, note: &LocalText) -> String {
        self.0.isolate(&self.pick(note).to_string())
    }

    /// Several things in a row, as the language separates them.
    pub(crate) fn list(&self, items: impl DoubleEndedIterator<Item = String>) -> String {
        let joined = items.rev().reduce(|rest, first| {
            self.with("format-list", &Args::new().text("first", first).text("rest", rest))
        });
        joined.unwrap_or_default()
    }

    /// A name of the catalogue; one that has no text in any language is called by its id.
    pub(crate) fn name(&self, text: &LocalText, id: &str) -> Said {
        let said = self.pick(text);
        if said.is_empty() { id.into() } else { said }
    }

    /// The day of `now` where the nation is, with its weekday and what people expect to read beside it: what is said to be over on the
    /// same screen is so on that day.
    pub(crate) fn today(&self, rules: &NationRules, now: Timestamp) -> String {
        self.0.clone().in_zone(rules.zone.clone()).weekday(now.as_millisecond())
    }

    /// A message with the variable `name`, which is a text of the catalogue.
    pub(crate) fn with_pick(&self, id: &str, name: &str, text: &LocalText) -> Said {
        self.pick(text).inside(|part| self.with(id, &Args::new().text(name, part)))
    }
}

/// The code lists that the platform knows.
pub(crate) fn code_lists(catalogue: Option<Arc<Catalogue>>, language: String, today: Date) -> CodeLists {
    CodeLists(Rc::new(move |name| match (name, &catalogue) {
        ("regions", Some(catalogue)) => catalogue
            .regions_on(today)
            .map(|region| (region.code.to_string(), pick(&region.name, &language).0.to_owned()))
            .collect(),
        ("departments", Some(catalogue)) => catalogue
            .departments
            .iter()
            .map(|department| (department.id.to_string(), pick(&department.name, &language).0.to_owned()))
            .collect(),
        _ => Vec::new(),
    }))
}

/// A department's name.
pub(crate) fn department_name(model: &Model, words: &Words, id: &DepartmentId) -> Said {
    let department = model.catalogue.ready().and_then(|catalogue| catalogue.department(id));
    department
        .map_or_else(|| id.as_str().into(), |department| words.name(&department.name, department.id.as_str()))
}

/// Who is paid: a department by its name.
pub(crate) fn payee_name(model: &Model, words: &Words, payee: &str) -> Said {
    DepartmentId::new(payee)
        .map_or_else(|_| words.0.isolate(payee).into(), |id| department_name(model, words, &id))
}

/// A region's name.
pub(crate) fn region_name(model: &Model, words: &Words, code: &RegionCode) -> Said {
    let region = model.catalogue.ready().and_then(|catalogue| catalogue.region(code));
    region.map_or_else(|| code.as_str().into(), |region| words.name(&region.name, code.as_str()))
}

/// The name of an open mini-app: that of the service it was opened for, else its own verified one.
pub(crate) fn mini_app_name(model: &Model, words: &Words, open: &OpenMiniApp) -> Said {
    let service = open
        .place()
        .service
        .as_ref()
        .and_then(|id| model.catalogue.ready()?.service(id))
        .map(|service| words.name(&service.name, service.id.as_str()));
    let own = || open.manifest.as_ref().map(|manifest| words.pick(&manifest.fingertip.names));
    service.or_else(own).unwrap_or_default()
}

/// The screens' styles; and no icon, which a browser would otherwise ask for.
const HEAD: &str =
    concat!("<link rel=\"icon\" href=\"data:,\">\n<style>\n", include_str!("screens.css"), "</style>");

/// The index page as the person has chosen.
#[must_use]
pub fn index_options(preferences: &Preferences, body_extra: String) -> IndexOptions {
    let title = shell_messages().text(&preferences.language, "app-name", &Args::new());
    IndexOptions {
        language: preferences.language.clone(),
        direction: direction(&preferences.language),
        mode: preferences.display,
        scheme: scheme(preferences.scheme),
        contrast: contrast(preferences.contrast),
        title,
        head_extra: HEAD.to_owned(),
        body_extra,
    }
}

pub(crate) fn contrast(contrast: Option<Contrast>) -> fingertip_ui::Contrast {
    match contrast {
        None => fingertip_ui::Contrast::Device,
        Some(Contrast::Normal) => fingertip_ui::Contrast::Normal,
        Some(Contrast::More) => fingertip_ui::Contrast::More,
    }
}

pub(crate) fn scheme(scheme: Option<Scheme>) -> fingertip_ui::Scheme {
    match scheme {
        None => fingertip_ui::Scheme::Device,
        Some(Scheme::Light) => fingertip_ui::Scheme::Light,
        Some(Scheme::Dark) => fingertip_ui::Scheme::Dark,
    }
}
