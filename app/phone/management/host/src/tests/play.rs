//! The host under random play: whatever a mini-app asks for and whatever the person does, in any order, nothing is done that was
//! not shown and agreed to, no queue grows without end, and it is never stuck.
//!
//! `FINGERTIP_PLAY_STEPS=1000000 cargo test -p fingertip-host play` is the long run.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use fingertip_standard::{
    RegionCode,
    events::{Event, Input},
    limits,
    requests::{Answer, Refusal, Wish},
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};

use super::app::{World, asks, bill, call, case, claims, form, opened, opening, stepped, top_up_changes};
use crate::{Effect, OpenMiniApp, Paper, RequestNumber, Said, Sheet, SheetContent, SheetId, Stepped};

/// Steps of one run among the tests.
const STEPS: usize = 100_000;

/// What a person, a guest and a platform know of one opening, kept apart from the host.
#[derive(Default)]
struct Known {
    /// Events that the guest has not answered yet, and whether each is a press.
    owed: VecDeque<bool>,
    /// What each sheet that came up would do.
    sheets: BTreeMap<SheetId, Wish>,
    /// What is being done and not yet answered.
    under_way: BTreeSet<RequestNumber>,
    /// Every number that was ever given.
    numbers: BTreeSet<RequestNumber>,
    is_closed: bool,
}

/// Why something may be done.
#[derive(Clone, Copy, PartialEq)]
enum Reason<'w> {
    /// The guest's step answers a press.
    Press,
    /// The person has agreed to exactly this.
    Agreed(&'w Wish, &'w [String]),
    /// Neither.
    None,
}

impl Known {
    /// Looks at what the host wants done, and why it may.
    fn look(&mut self, effects: &[Effect], reason: Reason<'_>, consents: &mut World) {
        let mut handed_in = 0;
        for effect in effects {
            match effect {
                Effect::Tell(event) => {
                    let is_press = matches!(
                        event,
                        Event::Acted(_)
                            | Event::Submitted(_)
                            | Event::Answered(_, Answer::Receipt(_) | Answer::Signature(_))
                    );
                    self.owed.push_back(is_press);
                }
                Effect::Ask(sheet) => {
                    let before = self.sheets.insert(sheet.id, sheet.wish().clone());
                    let is_given =
                        matches!(sheet.content, SheetContent::Documents { .. } | SheetContent::Scan { .. });
                    assert!(
                        before.is_none_or(|before| is_given && before == *sheet.wish()),
                        "a name is given once"
                    );
                }
                Effect::Perform(perform) => {
                    assert!(self.numbers.insert(perform.request), "a request is done once");
                    self.under_way.insert(perform.request);
                    match (&perform.wish, reason) {
                        (wish, Reason::Agreed(agreed, ticked)) if wish == agreed => {
                            assert_eq!(perform.documents, ticked, "what was ticked goes, and nothing else");
                            let code = matches!(&perform.said, Some(Said::Code(code)) if code == CODE);
                            assert_eq!(code, *wish == Wish::ScanCode, "a code goes that was read");
                        }
                        (Wish::SubmitCase(_), Reason::Press) => handed_in += 1,
                        (Wish::Call(call), Reason::Press) if call.operation.as_str() == TOP_UP => {
                            handed_in += 1
                        }
                        (Wish::Call(call), _) if call.operation.as_str() != TOP_UP => {}
                        (
                            Wish::SubmitCase(_)
                            | Wish::Call(_)
                            | Wish::Pay(_)
                            | Wish::Sign(_)
                            | Wish::Share(_)
                            | Wish::ScanCode
                            | Wish::ReadDocuments(_)
                            | Wish::OfferDocument(_)
                            | Wish::Open(_),
                            _,
                        ) => {
                            panic!("done and not agreed to: {perform:?}")
                        }
                        (Wish::Claims(wishes), _) => {
                            let is_known = |wish: &fingertip_standard::requests::ClaimWish| {
                                consents.consents.iter().any(|consent| {
                                    matches!(&consent.subject, fingertip_standard::ConsentSubject::Claim(claim) if Some(claim) == wish.claim.id())
                                })
                            };
                            assert!(wishes.iter().all(is_known), "shared and not agreed to: {perform:?}");
                        }
                        _ => {}
                    }
                }
                Effect::GiveConsent(consent) => {
                    assert!(matches!(reason, Reason::Agreed(..)), "a consent that nobody gave");
                    consents.consents.push(consent.clone());
                }
                Effect::Closed | Effect::RunsWild => self.is_closed = true,
                Effect::KeepDraft(_)
                | Effect::DiscardDraft(_)
                | Effect::Remember(_)
                | Effect::AskToSignIn
                | Effect::Notice(_) => {}
            }
        }
        assert!(handed_in <= 1, "a press hands in once");
    }
}

fn wish(rng: &mut StdRng) -> Wish {
    match rng.random_range(0..14) {
        0 => claims(&["name"]),
        1 => claims(&["name", "birth-date"]),
        2 => case(&["name"], &["line#0"]),
        3 => bill(["Bus", "Thief"].choose(rng).expect("two"), rng.random_range(1..5)),
        4 => Wish::Open("https://www.example.cn/help".into()),
        5 => Wish::Fetch("a".into()),
        6 => Wish::Share(0),
        7 => Wish::ReadDocuments(vec!["bus-card".into(), "identity-card".into()]),
        8 => Wish::OfferDocument(["", "Bus card"].choose(rng).expect("two").to_string()),
        9 => Wish::Sign("I sign".into()),
        10 => call("bus-card.balance"),
        11 => call(TOP_UP),
        12 => Wish::ScanCode,
        _ => Wish::Locate,
    }
}

fn requests(rng: &mut StdRng) -> Vec<(u32, Wish)> {
    // The guest's own numbers repeat: they mean nothing to the host.
    (0..rng.random_range(0..4)).map(|_| (rng.random_range(0..3), wish(rng))).collect()
}

const CODE: &str = "A-1";
const TOP_UP: &str = "bus-card.top-up";

/// The documents that a sheet shows, and whether each is ticked.
fn papers(sheet: &Sheet) -> impl Iterator<Item = &(Paper, bool)> {
    let papers = match &sheet.content {
        SheetContent::Documents { papers } => papers.as_slice(),
        _ => &[],
    };
    papers.iter()
}

fn begin(world: &mut World, rng: &mut StdRng) -> (OpenMiniApp, Known) {
    world.papers.0 = vec![("bus-card", "Bus card"), ("identity-card", "Identity card")];
    world.rules = top_up_changes();
    let (mut app, mut known) = (opening(), Known::default());
    let effects = app.opened(opened(stepped(Some(form(1)), requests(rng))), &world.around(0));
    known.look(&effects, Reason::None, world);
    (app, known)
}

#[test]
fn random_play_does_nothing_that_was_not_agreed_to() {
    let steps =
        std::env::var("FINGERTIP_PLAY_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
    let mut rng = StdRng::seed_from_u64(20_261_128);
    let mut world = World::signed_in();
    let (mut app, mut known) = begin(&mut world, &mut rng);
    for step in 0..steps {
        if known.is_closed || app.running().is_none() {
            world = if rng.random_ratio(1, 4) { World::default() } else { World::signed_in() };
            (app, known) = begin(&mut world, &mut rng);
        }
        // Time goes on, so that working now and then is no loop.
        let now = i64::try_from(step).expect("few") * 5;
        let mut reason = Reason::None;
        let (agreed, ticked);
        let effects = match rng.random_range(0..16) {
            0..=3 => {
                let is_press = known.owed.pop_front();
                let was_restored = rng.random_ratio(1, 40);
                if is_press == Some(true) && !was_restored {
                    reason = Reason::Press;
                }
                let view = rng.random_bool(0.3).then(|| form(u32::try_from(step).expect("few")));
                let view = if was_restored { Some(form(1)) } else { view };
                let step = Stepped { was_restored, ..stepped(view, requests(&mut rng)) };
                if was_restored {
                    known.under_way.clear();
                }
                if is_press.is_some() { app.take(step, &world.around(now)) } else { Vec::new() }
            }
            4 => app.press("more", "more", None),
            5 => app.submit("continue"),
            6 => app.change("line", Input::Text("7".into())),
            7 => app.back(),
            8 | 9 => {
                let shown: Vec<SheetId> = app
                    .running()
                    .map(|own| own.sheets.iter().map(|sheet| sheet.id).collect())
                    .unwrap_or_default();
                // Also a name that is long gone, or never was.
                let id = shown.choose(&mut rng).copied().unwrap_or(SheetId(rng.random_range(0..99)));
                let has_agreed = rng.random_bool(0.6);
                let is_there = shown.contains(&id);
                let own = app.running().and_then(|own| own.sheets.iter().find(|own| own.id == id));
                ticked = own
                    .map(|own| {
                        papers(own).filter(|(_, is)| *is).map(|(own, _)| own.jws.clone()).collect::<Vec<_>>()
                    })
                    .unwrap_or_default();
                let effects = app.answer_sheet(id, has_agreed, &world.around(now));
                assert!(is_there || effects.is_empty(), "a sheet that is gone answers nothing");
                if has_agreed && is_there {
                    agreed = known.sheets[&id].clone();
                    reason = Reason::Agreed(&agreed, &ticked);
                }
                effects
            }
            10 | 11 => {
                let number = known.under_way.iter().copied().collect::<Vec<_>>().choose(&mut rng).copied();
                let answer = [
                    Answer::Done,
                    Answer::Claims(vec![("name".into(), "张伟".into())]),
                    Answer::CaseAccepted("TR-20261124-AAAAAA".into()),
                    Answer::Queued,
                    Answer::Receipt("r".into()),
                    Answer::Refused(Refusal::OverQuota),
                ];
                let answer = answer.choose(&mut rng).expect("six").clone();
                match number {
                    Some(number) => {
                        known.under_way.remove(&number);
                        app.answer(number, answer)
                    }
                    None => app.answer(RequestNumber(9_999_999), answer),
                }
            }
            12 => {
                // A tick of the person's: no mini-app makes one.
                let sheets = app.running().map(|own| own.sheets.clone()).unwrap_or_default();
                let id = sheets.choose(&mut rng).map_or(SheetId(99), |sheet| sheet.id);
                if rng.random_bool(0.3) {
                    app.scan(id, CODE.to_owned())
                } else {
                    app.tick(id, rng.random_range(0..3), rng.random_bool(0.7))
                }
            }
            13 => {
                world.region = rng.random_bool(0.5).then(|| RegionCode::new("440100").expect("a code"));
                Vec::new()
            }
            14 => app.change_language("en"),
            _ if rng.random_ratio(1, 20) => app.close(),
            _ => app.sign_out(),
        };
        known.look(&effects, reason, &mut world);
        if let Some(own) = app.running() {
            assert!(
                own.pending.len() <= limits::PENDING_REQUESTS + limits::SHEETS_PER_PRESS,
                "{}",
                own.pending.len()
            );
            assert!(own.sheets.len() <= own.pending.len(), "every sheet has its request");
            assert_eq!(own.in_flight.len(), known.owed.len(), "what is owed is known");
            assert!(own.in_flight.len() <= limits::EVENTS_UNANSWERED + 64, "{}", own.in_flight.len());
        }
        // The guest answers what it owes sooner or later.
        while known.owed.len() > 32 && app.running().is_some() && !known.is_closed {
            known.owed.pop_front();
            let effects = app.take(asks(Vec::new()), &world.around(now));
            known.look(&effects, Reason::None, &mut world);
        }
    }
}

#[test]
fn whatever_was_played_a_press_comes_through() {
    let mut rng = StdRng::seed_from_u64(7);
    for _ in 0..200 {
        let mut world = World::signed_in();
        let (mut app, mut known) = begin(&mut world, &mut rng);
        for step in 0..20 {
            let effects = match rng.random_range(0..3) {
                0 => app.press("more", "more", None),
                1 => app.change("line", Input::Text("7".into())),
                _ => app.change_language("en"),
            };
            known.look(&effects, Reason::None, &mut world);
            if rng.random_bool(0.5) && known.owed.pop_front().is_some() {
                let effects = app.take(asks(vec![(1, Wish::Locate)]), &world.around(step * 60));
                known.look(&effects, Reason::None, &mut world);
            }
        }
        while known.owed.pop_front().is_some() {
            let effects = app.take(asks(Vec::new()), &world.around(6000));
            known.look(&effects, Reason::None, &mut world);
        }
        let effects = app.press("more", "more", None);
        assert!(matches!(&effects[..], [Effect::Tell(Event::Acted(_))]), "{effects:?}");
    }
}
