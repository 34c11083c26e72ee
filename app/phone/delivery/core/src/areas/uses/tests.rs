//! One report a week, of one service at most, and none that the person does not want.

use fingertip_contract::use_counts::ServiceUse;
use fingertip_standard::ServiceId;
use jiff::civil::{Date, date};

use crate::{
    CatalogueMsg, Effect, MiniAppMsg, Model, Uses, UsesEffect, UsesMsg,
    testing::{catalogue_came, ready, told, told_at},
};

/// Tests begin on Tuesday, 24 November 2026.
const WEEK: Date = date(2026, 11, 23);
const DAY: i64 = 24 * 3600;

fn first_service(model: &Model) -> ServiceId {
    model.catalogue.ready().expect("a catalogue").services[0].id.clone()
}

/// What is reported when the platform answers on this day.
fn reported(model: &mut Model, day: i64) -> Option<(Date, Vec<ServiceId>)> {
    told_at(model, day * DAY, CatalogueMsg::Reached(true)).into_iter().find_map(|effect| match effect {
        Effect::Uses(UsesEffect::Report { week, used }) => Some((week, used)),
        _ => None,
    })
}

fn opened(model: &mut Model, day: i64) -> bool {
    let service = first_service(model);
    let effects = told_at(model, day * DAY, MiniAppMsg::OpenedService(service));
    effects.iter().any(|effect| matches!(effect, Effect::Uses(UsesEffect::Keep(_))))
}

#[test]
fn a_week_is_reported_once_when_it_is_over_also_one_without_use() {
    let mut model = ready();
    assert_eq!(reported(&mut model, 0), None, "a device that has only begun says nothing of the week before");
    assert!(opened(&mut model, 1) && !opened(&mut model, 2), "noted once a week");
    assert_eq!(reported(&mut model, 5), None, "the week is not over");
    let service = first_service(&model);
    assert_eq!(reported(&mut model, 6), Some((WEEK, vec![service.clone()])));
    assert_eq!(reported(&mut model, 6), None, "it is on its way");
    told(&mut model, UsesMsg::NotReported);
    assert!(opened(&mut model, 7), "the next week has begun");
    assert_eq!(
        reported(&mut model, 8),
        Some((WEEK, vec![service.clone()])),
        "what did not arrive is sent again"
    );
    told(&mut model, UsesMsg::Reported(WEEK));
    assert_eq!(reported(&mut model, 8), None);
    assert_eq!(reported(&mut model, 13), Some((date(2026, 11, 30), vec![service])));
    told(&mut model, UsesMsg::Reported(date(2026, 11, 30)));
    assert_eq!(
        reported(&mut model, 21),
        Some((date(2026, 12, 7), Vec::new())),
        "a week in which nothing was used"
    );
    assert!(model.uses.weeks.is_empty());
}

#[test]
fn nobody_is_counted_who_does_not_want_it() {
    let mut model = ready();
    reported(&mut model, 0);
    assert!(opened(&mut model, 0));
    told(&mut model, UsesMsg::ChoseCounting(false));
    assert!(model.uses.weeks.is_empty(), "what was noted is forgotten");
    assert!(!opened(&mut model, 1));
    assert_eq!(reported(&mut model, 6), None);
    told(&mut model, UsesMsg::ChoseCounting(true));
    assert!(opened(&mut model, 7));
}

#[test]
fn what_many_use_stands_behind_what_editors_chose() {
    let mut model = ready();
    let mut catalogue = (**model.catalogue.ready().expect("a catalogue")).clone();
    let first = catalogue.services[0].clone();
    let like = |id: &str, change: fn(&mut fingertip_contract::Service)| {
        let mut service = first.clone();
        service.id = ServiceId::new(id).expect("an id");
        service.is_high_demand = false;
        change(&mut service);
        service
    };
    catalogue.services = vec![
        like("quiet", |_| {}),
        like("often", |_| {}),
        like("never", |service| service.is_never_high_demand = true),
        like("chosen", |service| service.is_high_demand = true),
    ];
    catalogue_came(&mut model, catalogue);
    let used = |id: &str, uses| ServiceUse { service: ServiceId::new(id).expect("an id"), uses };
    let most = vec![used("never", 900), used("chosen", 800), used("often", 700), used("gone", 600)];
    told(&mut model, UsesMsg::MostUsedCame(most));
    let shown: Vec<_> = model.high_demand().iter().map(|service| service.id.as_str().to_owned()).collect();
    assert_eq!(shown, ["chosen", "often"]);
}

#[test]
fn what_is_kept_forgets_that_something_was_on_its_way() {
    let uses = Uses { is_sending: true, done: Some(WEEK), ..Uses::default() };
    let kept = serde_json::to_string(&uses).expect("JSON");
    let read: Uses = serde_json::from_str(&kept).expect("read");
    assert_eq!(read, Uses { is_sending: false, ..uses });
}
