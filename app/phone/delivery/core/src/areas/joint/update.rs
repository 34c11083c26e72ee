//! A form goes on when nothing of its page is wrong, and is handed in once; what was handed in is kept as it moves.

use fingertip_contract::{JointService, api::SubmitJointCase};
use fingertip_records::OutgoingSubject;
use fingertip_standard::{
    Capability, DepartmentId, Disclosed, Disclosure, LifeEventId, LocalText, RunningApp, events::Input,
    validate::gather,
};
use jiff::Timestamp;

use crate::{
    areas::{
        joint::{
            effect::JointEffect,
            filling::{again, answers, filled},
            model::JointDraft,
            msg::{JointChange, JointMsg},
            pages::{JointPage, page_view, pages},
            places,
        },
        notices::model::Told,
        outbox::upload::submitted,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: JointMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        JointMsg::Changed(event, change) => {
            apply(model.joint.begin(&event), change);
            model.joint.is_unkept = true;
            Vec::new()
        }
        JointMsg::Continued(event) => go_on(model, &event).into_iter().collect(),
        JointMsg::WentBack(event) => {
            let page = model.joint.begin(&event).page;
            go_to(model, &event, page.saturating_sub(1))
        }
        JointMsg::WentTo(event, page) => go_to(model, &event, page),
        JointMsg::HandedIn(event) => hand_in(model, &event, now),
        JointMsg::PutAway(event) => {
            model.joint.drafts.retain(|draft| draft.life_event != event);
            vec![keep(model)]
        }
        JointMsg::Reopened(key) => {
            // What has no form any more, or none yet, stays in the outbox: taken out it would be lost.
            let has_form = model.outbox.iter().any(|outgoing| match &outgoing.subject {
                OutgoingSubject::Joint(event) => outgoing.key == key && model.joint_service(event).is_some(),
                _ => false,
            });
            has_form.then(|| JointEffect::Reopen(key).into()).into_iter().collect()
        }
        JointMsg::CameBack(case) => {
            let Some(draft) = model.joint_service(&case.life_event).cloned().map(|own| again(&own, *case))
            else {
                return Vec::new();
            };
            let event = draft.life_event.clone();
            *model.joint.begin(&event) = draft;
            vec![keep(model)]
        }
        // What was under way when the person left must not bring their cases back.
        JointMsg::CasesCame(_) | JointMsg::CaseCame { .. } if model.signed_in().is_none() => Vec::new(),
        JointMsg::CasesCame(cases) => {
            if model.joint.cases == cases {
                return Vec::new();
            }
            model.following.restart();
            model.joint.cases.clone_from(&cases);
            vec![JointEffect::Keep(cases).into()]
        }
        JointMsg::CaseCame { case, has_arrived } => {
            model.following.restart();
            if has_arrived {
                model.tell(Told::HandedIn(case.id.clone()));
            }
            model.joint.cases.retain(|own| own.id != case.id);
            model.joint.cases.insert(0, *case);
            model.joint.cases.sort_by_key(|case| std::cmp::Reverse(case.submitted_at));
            vec![JointEffect::Keep(model.joint.cases.clone()).into()]
        }
        JointMsg::Withdrew(case, step) => vec![JointEffect::Withdraw(case, step).into()],
    }
}

fn apply(draft: &mut JointDraft, change: JointChange) {
    match change {
        JointChange::Typed { field, input } => {
            // What is mended is wrong no more.
            draft.problems.remove(&field);
            draft.inputs.insert(field, input);
        }
        JointChange::FilledIn { field, input } => {
            draft.problems.remove(&field);
            draft.inputs.insert(field, input);
            draft.generation += 1;
        }
        JointChange::ChoseFiles(field, files) => {
            let given = |(name, media_type, content): (_, _, Vec<u8>)| {
                submitted(field.clone(), name, media_type, &content)
            };
            draft.problems.remove(&field);
            draft.add_files(&field, files.into_iter().map(given).collect());
        }
    }
}

/// The page after, if nothing of this one is wrong.
fn go_on(model: &mut Model, event: &LifeEventId) -> Option<Effect> {
    let service = model.joint_service(event)?.clone();
    let numbers = model.rules.numbers.clone();
    let draft = model.joint.begin(event);
    let given = answers(&service, draft);
    let all = pages(&service, &given);
    let page = draft.page.min(all.len() - 1);
    let (view, _) = page_view(all[page], (page, all.len()), &given, |_| String::new())?;
    let (inputs, problems) = gather(&view, &draft.inputs, &numbers);
    let changed = inputs.iter().any(|(key, input)| draft.inputs.get(key).unwrap_or(&Input::None) != input);
    draft.inputs.extend(inputs);
    // What was read as it was meant stands in its field so.
    draft.generation += u32::from(changed);
    if problems.is_empty() {
        draft.page = page + 1;
    }
    draft.problems = problems;
    Some(keep(model))
}

fn go_to(model: &mut Model, event: &LifeEventId, page: usize) -> Vec<Effect> {
    let draft = model.joint.begin(event);
    draft.page = page;
    draft.problems.clear();
    vec![keep(model)]
}

/// It goes when every page of it is answered. A second press finds no form.
fn hand_in(model: &mut Model, event: &LifeEventId, now: Timestamp) -> Vec<Effect> {
    let (Some(service), Some(draft)) =
        (model.joint_service(event).cloned(), model.joint.draft(event).cloned())
    else {
        return Vec::new();
    };
    let Some(session) = model.signed_in() else {
        model.ask_to_sign_in();
        return Vec::new();
    };
    let facts = session.claims.clone();
    let Some(region) = model.preferences.region.clone() else {
        model.tell(Told::Fault(ShownFault::no_region()));
        return Vec::new();
    };
    if let Some(page) = first_unanswered(&service, &draft) {
        return go_to(model, event, page);
    }
    let case = filled(&service, &draft, region, &facts);
    if places::is_office_unknown(model, &service, &case) {
        model.tell(Told::Fault(ShownFault::unknown_office()));
        return vec![model.connect()];
    }
    let disclosures = disclosed(model, &service, &case, now);
    model.joint.drafts.retain(|draft| draft.life_event != *event);
    model.joint.is_unkept = false;
    let left = model.joint.drafts.clone();
    vec![JointEffect::Send { case: Box::new(case), disclosures, left }.into()]
}

/// The first page on which something is still missing; none where the form is whole. The platform judges by the same rule.
pub(crate) fn first_unanswered(service: &JointService, draft: &JointDraft) -> Option<usize> {
    let given = answers(service, draft);
    let files: Vec<&str> = draft.chosen().map(|file| file.key.as_str()).collect();
    let kept: Vec<&str> = files
        .into_iter()
        .filter(|key| service.field(key).is_some_and(|field| field.is_asked(&given)))
        .collect();
    let flaws = service.check_form(&given, &kept);
    let lacks_destination = service.needs_destination() && super::filling::destination(draft).is_none();
    pages(service, &given).iter().position(|page| match page {
        JointPage::Destination => lacks_destination,
        JointPage::Section(section) => {
            flaws.iter().any(|flaw| section.fields.iter().any(|field| field.id == flaw.field))
        }
        JointPage::Check => false,
    })
}

/// What each department is told: of the answers those that its steps read, the facts that they need, the files. No mini-app does it, so its
/// stamp has no version and no hash.
fn disclosed(
    model: &Model,
    service: &JointService,
    case: &SubmitJointCase,
    now: Timestamp,
) -> Vec<Disclosure> {
    let Some(catalogue) = model.catalogue.ready() else { return Vec::new() };
    let mut lines: Vec<Disclosure> = Vec::new();
    for step in service.steps_for(&case.answers) {
        let region = service.region_of(step, &case.region, case.destination.as_ref());
        let Some(found) = region.and_then(|region| service.service_of(step, region, catalogue)) else {
            continue;
        };
        let facts = step.facts.iter().filter(|fact| case.claims.contains_key(*fact)).map(ToString::to_string);
        let files = case.files.iter().filter(|file| step.answers.contains(&file.key));
        let files = files.map(|file| Disclosed::File(file.name.clone()));
        let says = step.answers.iter().any(|field| case.answers.contains_key(field));
        lines.push(Disclosure {
            at: now,
            app: stamp(&found.department, &case.life_event),
            capability: Capability::SubmitCase,
            items: [found.id.to_string()].into_iter().chain(facts).collect(),
            purpose: LocalText::default(),
            with: files.chain(says.then_some(Disclosed::Text)).collect(),
            acting_for: None,
        });
    }
    lines
}

fn stamp(department: &DepartmentId, event: &LifeEventId) -> RunningApp {
    RunningApp {
        department: department.clone(),
        app: fingertip_contract::joint::form_app(event),
        version: 0,
        sha256: String::new(),
    }
}

/// What is being filled in is written down: from time to time, and when the person leaves the app.
pub(crate) fn keep_what_changed(model: &mut Model) -> Option<Effect> {
    model.joint.is_unkept.then(|| keep(model))
}

fn keep(model: &mut Model) -> Effect {
    model.joint.is_unkept = false;
    JointEffect::KeepDrafts(model.joint.drafts.clone()).into()
}
