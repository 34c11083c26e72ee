//! The last page of a life event's form: all answers, each with a way back to its question, and who is told what.

use std::collections::BTreeMap;

use fingertip_contract::{FieldKind, JointField, JointService};
use fingertip_standard::{
    LocalText, RegionCode,
    events::Input,
    view::{Button, Kind, Page, RecordList, Row, SummaryRow, Tone, View, Weight},
    words::{Date, Entry, Message, Value, Word},
};

use crate::{
    areas::joint::{
        filling::{answers, destination},
        model::JointDraft,
        pages::{Drawn, JointPage, flat, pages},
    },
    model::Model,
};

/// What handing in reports.
pub const HAND_IN: &str = "hand-in";
/// What begins the action that leads back to a page; its number follows.
pub const CHANGE: &str = "change-";

/// The check of `draft` as a view with its words; `pick` gives a text of the platform in the person's language.
#[must_use]
pub fn check_view(
    model: &Model,
    service: &JointService,
    draft: &JointDraft,
    pick: impl Fn(&LocalText) -> String,
) -> (View, Vec<Entry>) {
    let mut drawn = Drawn { words: Vec::new(), pick: &pick };
    let given = answers(service, draft);
    let all = pages(service, &given);
    let mut inside = vec![("joint.check-body".to_owned(), Kind::Text(drawn.message("joint-check-body")))];
    for (number, page) in all.iter().enumerate() {
        let change = Some(format!("{CHANGE}{number}"));
        let (title, rows) = match page {
            JointPage::Destination => {
                let region = destination(draft).map(|code| drawn.value(Value::Region(code.to_string())));
                let label = drawn.message("joint-destination");
                let row = SummaryRow { label, value: region, change_action: change };
                (drawn.message("joint-destination-title"), vec![row])
            }
            JointPage::Section(section) => {
                let asked = section.fields.iter().filter(|field| field.is_asked(&given));
                let rows = asked.map(|field| SummaryRow {
                    label: drawn.text(&field.label),
                    value: answered(&mut drawn, field, draft, &given),
                    change_action: change.clone(),
                });
                let rows = rows.collect();
                (drawn.text(&section.title), rows)
            }
            JointPage::Check => continue,
        };
        inside.push((format!("joint.check-title-{number}"), Kind::Heading(title)));
        inside.push((format!("joint.check-{number}"), Kind::Summary(rows)));
    }
    let rows = told(model, service, draft, &given, &mut drawn);
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    inside.push(("joint.told-title".to_owned(), Kind::Heading(drawn.message("joint-told"))));
    inside.push(("joint.told".to_owned(), Kind::RecordList(RecordList { rows, total, more_action: None })));
    let label = drawn.message("joint-hand-in");
    let hand_in =
        Button { label, weight: Weight::Primary, action: HAND_IN.to_owned(), submits: false, confirm: None };
    inside.push((format!("joint.{HAND_IN}"), Kind::Button(hand_in)));
    let number = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let page = Page { title: drawn.message("joint-check-title"), step: Some((number, number)) };
    (flat(("joint.check".to_owned(), Kind::Page(page)), inside, number), drawn.words)
}

/// What was answered, as it is read; none where nothing was.
fn answered(
    drawn: &mut Drawn<'_>,
    field: &JointField,
    draft: &JointDraft,
    given: &BTreeMap<String, String>,
) -> Option<Word> {
    if let (FieldKind::File, Some(Input::Files(files))) = (&field.kind, draft.inputs.get(&field.id)) {
        let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
        return (!names.is_empty()).then(|| drawn.value(Value::Data(names.join(", "))));
    }
    let answer = given.get(&field.id)?;
    Some(match &field.kind {
        FieldKind::Choice => match field.choices.iter().find(|choice| choice.id == *answer) {
            Some(choice) => drawn.text(&choice.label),
            None => drawn.value(Value::Data(answer.clone())),
        },
        FieldKind::YesNo => drawn.message(if answer == JointField::YES { "joint-yes" } else { "joint-no" }),
        FieldKind::Region => drawn.value(Value::Region(answer.clone())),
        FieldKind::Date => match answer.parse::<jiff::civil::Date>() {
            Ok(day) => drawn.value(Value::Date(Date {
                year: day.year().into(),
                month: day.month().unsigned_abs(),
                day: day.day().unsigned_abs(),
            })),
            Err(_) => drawn.value(Value::Data(answer.clone())),
        },
        FieldKind::Text | FieldKind::Number | FieldKind::File | FieldKind::Unknown(_) => {
            drawn.value(Value::Data(answer.clone()))
        }
    })
}

/// Who does what, where, and which facts of the person they are told.
fn told(
    model: &Model,
    service: &JointService,
    draft: &JointDraft,
    given: &BTreeMap<String, String>,
    drawn: &mut Drawn<'_>,
) -> Vec<Row> {
    let (Some(catalogue), Some(home)) = (model.catalogue.ready(), model.preferences.region.as_ref()) else {
        return Vec::new();
    };
    let moves_to = destination(draft);
    let mut rows = Vec::new();
    for step in service.steps_for(given) {
        let Some(region) = service.region_of(step, home, moves_to.as_ref()) else { continue };
        let Some(found) = service.service_of(step, region, catalogue) else { continue };
        let by = catalogue.department(&found.department).map(|department| (drawn.pick)(&department.name));
        let by = by.unwrap_or_else(|| found.department.to_string());
        let args = vec![
            ("department".to_owned(), Value::Data(by)),
            ("region".to_owned(), Value::Region(RegionCode::to_string(region))),
        ];
        let detail = drawn.word(Entry::Message(Message { id: "joint-by".to_owned(), args }));
        let value = (!step.facts.is_empty()).then(|| {
            let args =
                vec![("count".to_owned(), Value::Integer(i64::try_from(step.facts.len()).unwrap_or(0)))];
            drawn.word(Entry::Message(Message { id: "joint-facts".to_owned(), args }))
        });
        let title = drawn.text(&found.name);
        rows.push(Row { title, detail: Some(detail), value, tone: Tone::Neutral, action: None });
    }
    rows
}
