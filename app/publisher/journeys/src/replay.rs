//! A journey in every language and display mode, on every engine, compared with what was accepted before.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_locale::Messages;
use fingertip_runtime::Program;
use fingertip_standard::{Manifest, Named, events::Display, requests::Wish};
use similar::TextDiff;

use crate::{Host, HostError, Journey, key_of, outline};

/// The mini-app that journeys are done in.
pub struct MiniAppUnderTest<'p> {
    /// Its manifest.
    pub manifest: Arc<Manifest>,
    /// Its messages.
    pub messages: Arc<Messages>,
    /// The same program on each engine, with the engine's name.
    pub programs: Vec<(&'static str, &'p dyn Program)>,
}

/// In which language and display a journey is done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Variant {
    /// The language.
    pub language: String,
    /// Whether in seniors mode.
    pub is_seniors: bool,
}

impl Variant {
    /// The name of its file: `zh-Hans-seniors`.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{}-{}", self.language, if self.is_seniors { "seniors" } else { "normal" })
    }
}

impl Variant {
    /// The variant of a file's name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (language, display) = name.rsplit_once('-')?;
        matches!(display, "normal" | "seniors")
            .then(|| Self { language: language.to_owned(), is_seniors: display == "seniors" })
    }
}

/// What a journey showed, by variant.
pub type Replayed = BTreeMap<Variant, String>;

/// What is not as it was accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Nothing was accepted yet.
    New {
        /// Where.
        variant: Variant,
    },
    /// It shows something else.
    Changed {
        /// Where.
        variant: Variant,
        /// The lines that went (-) and came (+), with those around them.
        diff: String,
    },
    /// Two engines show different things: the mini-app is not deterministic.
    Engines {
        /// Where.
        variant: Variant,
        /// The lines of the first engine (-) and of the second (+).
        diff: String,
    },
}

/// Does the journey in every variant on every engine; gives what it showed, and what is not as in `accepted`.
///
/// # Errors
/// [`HostError`] with the variant and the number of the action that could not be done.
pub fn replay(
    app: &MiniAppUnderTest<'_>,
    journey: &Journey,
    accepted: &Replayed,
) -> Result<(Replayed, Vec<Difference>), (Variant, usize, HostError)> {
    let (mut shown, mut differences) = (Replayed::new(), Vec::new());
    for language in &app.manifest.fingertip.languages {
        for &display in &journey.displays {
            let variant = Variant { language: language.clone(), is_seniors: display == Display::Seniors };
            let mut first: Option<String> = None;
            for (_, program) in &app.programs {
                let text = told(app, *program, journey, language, display)
                    .map_err(|(at, error)| (variant.clone(), at, error))?;
                match &first {
                    Some(first) if *first != text => {
                        differences
                            .push(Difference::Engines { variant: variant.clone(), diff: diff(first, &text) });
                    }
                    Some(_) => {}
                    None => first = Some(text),
                }
            }
            let text = first.unwrap_or_default();
            match accepted.get(&variant) {
                None => differences.push(Difference::New { variant: variant.clone() }),
                Some(before) if *before != text => {
                    differences
                        .push(Difference::Changed { variant: variant.clone(), diff: diff(before, &text) });
                }
                Some(_) => {}
            }
            shown.insert(variant, text);
        }
    }
    Ok((shown, differences))
}

fn diff(before: &str, now: &str) -> String {
    TextDiff::from_lines(before, now).unified_diff().context_radius(2).to_string()
}

/// The whole journey as text: each action, what was asked for after it, and the page that was then shown.
fn told(
    app: &MiniAppUnderTest<'_>,
    program: &dyn Program,
    journey: &Journey,
    language: &str,
    display: Display,
) -> Result<String, (usize, HostError)> {
    let mut host =
        Host::open(program, app.manifest.clone(), app.messages.clone(), journey, language, display)
            .map_err(|error| (0, error))?;
    let mut text = String::new();
    let mut seen = 0;
    tell(&host, "launched", &mut seen, &mut text);
    for (at, action) in journey.steps.iter().enumerate() {
        // Language and display are the variant's own, so that every variant is whole.
        if !matches!(action, crate::Action::Language(_) | crate::Action::Display(_)) {
            host.act(action).map_err(|error| (at + 1, error))?;
            tell(&host, &action.to_string(), &mut seen, &mut text);
        }
    }
    Ok(text)
}

fn tell(host: &Host<'_>, action: &str, seen: &mut usize, text: &mut String) {
    text.push_str(&format!("== {action}\n"));
    for happened in &host.happened()[*seen..] {
        let words = host.words_of(Arc::from(happened.step.words.clone()));
        for request in &happened.step.requests {
            let more = match &request.wish {
                Wish::Claims(wishes) => wishes
                    .iter()
                    .map(|wish| format!(" {}: {:?}", wish.claim, words.text(wish.purpose)))
                    .collect::<Vec<_>>()
                    .join(","),
                Wish::Call(call) => format!(" {}", call.body),
                Wish::SubmitCase(draft) => {
                    let claims: Vec<_> = draft.claims.iter().map(Named::as_str).collect();
                    format!(" {} {} claims {claims:?}", draft.service, draft.body)
                }
                Wish::Pay(payment) => {
                    format!(" {} {} to {}", payment.total.minor, payment.total.currency, payment.payee)
                }
                _ => String::new(),
            };
            text.push_str(&format!("asks {}{more}\n", key_of(&request.wish)));
        }
    }
    let is_new = host.happened().len() > *seen;
    *seen = host.happened().len();
    if is_new {
        text.push_str(&outline(&host.view(), &host.words()));
    }
}
