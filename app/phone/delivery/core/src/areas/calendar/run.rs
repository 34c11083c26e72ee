//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_files::{Access, write_new};
use jiff::tz::TimeZone;

use crate::{
    areas::calendar::{effect::CalendarEffect, ics, model::Due, msg::CalendarMsg},
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: CalendarEffect) {
    let CalendarEffect::SaveDay(day) = effect;
    let (at, now) = (world.clone(), world.now());
    world.write(move |_| {
        // Beside the export, where the person looks for files; what a day is about is nobody else's affair.
        let of_day = match day.due {
            Due::Day { day, .. } => day,
            Due::At(at) => at.to_zoned(TimeZone::UTC).date(),
        };
        let name = format!("fingertip-{of_day}-{}.ics", now.strftime("%Y%m%d%H%M%S%3f"));
        let file = at.options.downloads.join(name);
        write_new(&file, ics::write(&day, now).as_bytes(), Access::Owner)?;
        Ok(Some(CalendarMsg::DaySaved(file.display().to_string()).into()))
    });
}
