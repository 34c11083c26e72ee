//! An encrypted copy as a person saves it and brings it back.

use fingertip_core::{Bringing, Came, Model, RecoveryCode, Saving, SessionState, ShownFault};
use fingertip_locale::{Args, PSEUDO_LANGUAGES, SHELL_LANGUAGES, shell_messages};
use fingertip_standard::{FaultClass, events::Display};

use super::{at, hard_coded, model, texts};

fn page(language: &str, change: impl Fn(&mut Model)) -> String {
    let mut model = model(language, Display::Normal);
    // Their store is open.
    *model.session = SessionState::SignedOut { has_ended: true };
    change(&mut model);
    at("/settings/storage", model)
}

fn refused() -> Bringing {
    Bringing::Refused(ShownFault {
        class: FaultClass::Person,
        message_id: "fault-carry-wrong-code",
        can_retry: false,
        owner: None,
    })
}

fn came() -> Bringing {
    Bringing::Came(Came { cases: 1, documents: 2, consents: 3, disclosures: 4, outgoing: 5, drafts: 6 })
}

#[test]
fn the_code_is_shown_in_groups_and_nothing_is_saved_before_it_is_written_down() {
    let code = RecoveryCode::generate();
    let html = page("en", |model| model.carry.saving = Saving::Code(code.clone()));
    for group in code.groups() {
        assert!(html.contains(&format!(">{group}<")), "{group} is not shown:\n{html}");
        let spelt = group.chars().map(String::from).collect::<Vec<_>>().join(" ");
        assert!(html.contains(&spelt), "nobody reads a group as a word:\n{html}");
    }
    assert!(html.contains("I have written it down") && !html.contains("Save an encrypted copy"));
    let html = page("en", |model| model.carry.saving = Saving::Saved("/downloads/a.age".to_owned()));
    assert!(html.contains("/downloads/a.age") && !html.contains(&code.groups()[0]));
}

#[test]
fn what_came_is_counted_and_what_did_not_says_why() {
    let html = page("en", |model| model.carry.bringing = came());
    for line in ["Cases: 1", "Documents: 2", "Forms that you began: 6", "Handed in and not sent yet: 5"] {
        assert!(html.contains(line), "{line} is not told:\n{html}");
    }
    let html = page("en", |model| model.carry.bringing = Bringing::Came(Came::default()));
    assert!(html.contains("Everything of it was here already"));
    assert!(page("en", |model| model.carry.bringing = refused()).contains("does not open this file"));
}

#[test]
fn nobody_saves_a_copy_of_nobodys() {
    let html = page("en", |model| *model.session = SessionState::SignedOut { has_ended: false });
    assert!(html.contains("a copy belongs to one person") && !html.contains("Save an encrypted copy"));
}

#[test]
fn no_state_of_a_copy_says_what_is_no_message() {
    for language in PSEUDO_LANGUAGES {
        let states: [&dyn Fn(&mut Model); 4] = [
            &|model| model.carry.saving = Saving::Busy,
            &|model| model.carry.saving = Saving::Saved("«a.age»".to_owned()),
            &|model| model.carry.bringing = came(),
            &|model| model.carry.bringing = refused(),
        ];
        for state in states {
            let html = page(language, state);
            let texts = texts(&html);
            let bad: Vec<_> = texts.iter().filter(|text| !hard_coded(text).is_empty()).collect();
            assert!(bad.is_empty(), "{language}: {bad:?}");
        }
    }
}

/// Whatever is wrong with a copy has words of its own, in every language.
#[test]
fn each_thing_that_is_wrong_with_a_copy_has_its_words() {
    let mut all = std::collections::BTreeSet::new();
    for language in SHELL_LANGUAGES {
        for id in [
            "code-length",
            "code-sign",
            "code-check",
            "not-a-copy",
            "wrong-code",
            "torn",
            "work",
            "large",
            "newer",
            "anothers",
            "nobodys",
        ] {
            let id = format!("fault-carry-{id}");
            let text = shell_messages().text(language, &id, &Args::new());
            assert!(text != id && all.insert(text), "{id} has no words of its own in {language}");
        }
    }
}
