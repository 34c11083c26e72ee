//! Where to sign in: one button where there is one place, a choice where there are several.

use fingertip_contract::api::IdentityProvider;
use fingertip_core::SessionState;

use super::*;

fn providers(n: usize) -> Vec<IdentityProvider> {
    let all = json!([
        { "issuer": "https://nation.example", "client_id": "shell", "name": {"en": "«Nation»"}, "audience": {"en": "«Residents»"}, "assurance": "high" },
        { "issuer": "https://province.example", "client_id": "shell", "name": {"en": "«Province»"}, "audience": {"en": "«Its residents»"},
          "assurance": "high", "acr": { "card": "high" } },
        { "issuer": "https://guests.example", "client_id": "shell", "assurance": "low" },
    ]);
    let all: Vec<IdentityProvider> = serde_json::from_value(all).expect("providers");
    all.into_iter().take(n).collect()
}

fn asked(language: &str, n: usize, sheet: &Sheet) -> String {
    let mut model = model(language, Display::Normal);
    *model.sheets = vec![sheet.clone()];
    *model.session = SessionState::SignedOut { has_ended: false };
    *model.providers = providers(n);
    drawn(model, VirtualDom::new(Shell))
}

fn reach(level: AssuranceLevel) -> Sheet {
    Sheet::StepUp { act: GraveAct::Reach(level), proving: Proving::Waits, fault: None }
}

const SIGN_IN: Sheet = Sheet::SignIn { fault: None };

#[test]
fn who_can_sign_in_in_several_places_reads_what_they_are_called_and_whom_they_are_for() {
    for told in ["«Nation»", "«Residents»", "«Province»", "«Its residents»", "https://guests.example"]
    {
        assert!(asked("en", 3, &SIGN_IN).contains(told), "{told}");
        assert!(!asked("en", 1, &SIGN_IN).contains(told), "{told}");
    }
    let buttons = |n| asked("en", n, &SIGN_IN).matches("data-weight=\"primary\"").count();
    assert_eq!(
        (buttons(0), buttons(1)),
        (buttons(3) + 1, buttons(3) + 1),
        "one button where there is one place"
    );
}

#[test]
fn who_has_to_sign_in_more_surely_chooses_among_what_is_sure_enough() {
    let html = asked("en", 3, &reach(AssuranceLevel::High));
    assert!(
        html.contains("«Nation»") && html.contains("«Province»") && !html.contains("guests.example"),
        "{html}"
    );
    let alone = asked("en", 1, &reach(AssuranceLevel::High));
    assert!(!alone.contains("«Nation»") && alone.contains("data-weight=\"primary\""), "{alone}");
}

#[test]
fn no_choice_of_providers_says_anything_that_is_no_message() {
    for language in PSEUDO_LANGUAGES {
        for sheet in [SIGN_IN, reach(AssuranceLevel::Substantial)] {
            let html = asked(language, 3, &sheet);
            let texts = texts(&html).into_iter().filter(|text| !text.contains(".example"));
            let bad: Vec<_> = texts.filter(|text| !hard_coded(text).is_empty()).collect();
            assert!(bad.is_empty(), "{sheet:?} in {language}: {bad:?}");
        }
    }
}
