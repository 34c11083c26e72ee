use fingertip_contract::{HelperCode, HelperLink, Helpers};
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;

use crate::{
    Effect, FamilyEffect, FamilyMsg, HelpJob, Model, Msg, Remote, Sheet, Told,
    testing::{at, ready, sign_in, told, told_at},
};

fn link(number: u8) -> HelperLink {
    let id = HelperLinkId::new(format!("{number:032x}")).expect("an id");
    HelperLink { id, name: "李秀英".to_owned(), since: Timestamp::UNIX_EPOCH, mandate: None }
}

fn helped_by(links: &[HelperLink]) -> FamilyMsg {
    FamilyMsg::Came(Helpers { helpers: links.to_vec(), ..Helpers::default() })
}

fn code(seconds: i64) -> FamilyMsg {
    FamilyMsg::CodeCame(HelperCode { code: "12345678".to_owned(), expires_at: at(seconds) })
}

fn signed_in() -> Model {
    let mut model = ready();
    sign_in(&mut model);
    model
}

#[test]
fn while_a_code_is_told_its_use_is_looked_for_and_ends_it() {
    let mut model = signed_in();
    assert!(matches!(
        told(&mut model, FamilyMsg::AskedForHelp(None))[..],
        [Effect::Family(FamilyEffect::Help(HelpJob::MakeCode(None)))]
    ));
    assert!(model.help.is_busy);
    told(&mut model, code(600));
    let looks = |effects: Vec<Effect>| {
        effects.iter().any(|effect| matches!(effect, Effect::Family(FamilyEffect::Help(HelpJob::Fetch))))
    };
    assert!(looks(told_at(&mut model, 10, Msg::Ticked)));
    told_at(&mut model, 11, helped_by(&[]));
    assert!(model.help.live_code(at(12)).is_some(), "nobody has used it");
    told_at(&mut model, 12, helped_by(&[link(1)]));
    assert!(model.help.code.is_none() && model.told.contains(&Told::HelperCame("李秀英".to_owned())));
    assert!(!looks(told_at(&mut model, 13, Msg::Ticked)));
}

#[test]
fn a_code_that_is_over_is_shown_no_more() {
    let mut model = signed_in();
    told(&mut model, code(600));
    assert!(model.help.live_code(at(600)).is_none());
    told_at(&mut model, 601, Msg::Ticked);
    assert!(model.help.code.is_none());
}

#[test]
fn another_persons_cases_are_shown_with_a_session_only() {
    let mut model = ready();
    let id = link(1).id;
    // A screen that is opened without a session asks for one, and goes on with it.
    assert!(told(&mut model, FamilyMsg::LookedAtHelped(id.clone())).is_empty());
    assert!(matches!(model.sheets[..], [Sheet::SignIn { .. }]));
    assert!(
        sign_in(&mut model)
            .iter()
            .any(|effect| matches!(effect, Effect::Family(FamilyEffect::Help(HelpJob::FetchCases(asked))) if *asked == id))
    );
}

#[test]
fn an_answer_that_comes_after_the_person_left_is_nobodys() {
    let mut model = ready();
    assert!(told(&mut model, helped_by(&[link(1)])).is_empty());
    assert!(model.help.helpers.is_none());
    let mut other = signed_in();
    told(&mut other, FamilyMsg::LookedAtHelped(link(1).id));
    told(&mut other, FamilyMsg::CasesCame(link(2).id, Ok(Vec::new())));
    assert!(matches!(other.help.helped, Some((_, Remote::Loading))), "the answer to an earlier question");
}
