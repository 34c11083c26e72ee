//! What the person is told goes when they have read it.

use fingertip_bundles::WhyKept;

use crate::{
    areas::notices::{model::Told, msg::NoticesMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: NoticesMsg) -> Vec<Effect> {
    match msg {
        NoticesMsg::PutAway(index) => put_away(model, index),
        NoticesMsg::Failed(fault) => model.tell(Told::Fault(fault)),
        NoticesMsg::NotAccepted(words) => model.tell(Told::NotAccepted(words)),
        // That there is no connection stands above every screen already.
        NoticesMsg::OpenedAsKept(WhyKept::Offline | WhyKept::Slow | WhyKept::Page) if !model.is_online => {}
        NoticesMsg::OpenedAsKept(why) => model.tell(Told::OpenedAsKept(why.message_id())),
        NoticesMsg::Copied(is_copied) => model.tell(if is_copied { Told::Copied } else { Told::NotCopied }),
        NoticesMsg::LeftUnread(count) => model.tell(Told::Unread(count)),
    }
    Vec::new()
}

fn put_away(model: &mut Model, index: usize) {
    if index < model.told.len() {
        model.told.remove(index);
        model.told_before -= usize::from(index < model.told_before);
    }
}

/// The person goes to another screen. What went well and stood on the whole of this one goes: cases, documents and
/// messages tell it too.
pub(crate) fn leave_screen(model: &mut Model) {
    let mut before = model.told_before;
    if before > 0 {
        model.told.retain(|told| {
            let was_before = before > 0;
            before = before.saturating_sub(1);
            !was_before || told.stays()
        });
    }
    model.told_before = model.told.len();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lifetimes::NOTICES, testing::ready};

    fn came(number: usize) -> Told {
        Told::DocumentCame(number.to_string())
    }

    #[test]
    fn the_same_is_told_once_and_no_more_than_a_screen_can_hold() {
        let mut model = ready();
        model.told.clear();
        for number in [1, 2, 1, 2, 2] {
            model.tell(came(number));
        }
        assert_eq!(*model.told, [came(1), came(2)]);
        for number in 3..100 {
            model.tell(came(number));
        }
        assert_eq!((model.told.len(), model.told.first()), (NOTICES, Some(&came(100 - NOTICES))));
    }

    #[test]
    fn what_went_well_goes_with_the_next_screen_and_what_failed_stays() {
        let mut model = ready();
        model.told.clear();
        model.tell(came(1));
        model.tell(Told::NotAccepted(None));
        leave_screen(&mut model);
        assert_eq!(model.told.len(), 2, "they were told on this screen");
        leave_screen(&mut model);
        assert_eq!(*model.told, [Told::NotAccepted(None)]);
    }
}
