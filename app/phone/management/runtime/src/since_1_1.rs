//! What the standard 1.1 has beyond 1.0: widgets. Everything else of a mini-app of 1.1 is bound by [`since_1_0`], whose types
//! are used here as they are, so that the two versions share one set of conversions.
//!
//! [`since_1_0`]: crate::since_1_0

use fingertip_standard::widget as sw;

use crate::since_1_0::Lift;

mod bindings {
    wasmtime::component::bindgen!({
        path: ["../../../../mini-apps/standard/wit/since-1.0", "../../../../mini-apps/standard/wit/since-1.1"],
        inline: "package fingertip:host; world widgeted { export fingertip:mini-app/widgets@1.1.0; }",
        world: "fingertip:host/widgeted",
        with: {
            "fingertip:mini-app/words@1.0.0": crate::since_1_0::bindings::fingertip::mini_app::words,
            "fingertip:mini-app/view@1.0.0": crate::since_1_0::bindings::fingertip::mini_app::view,
            "fingertip:mini-app/requests@1.0.0": crate::since_1_0::bindings::fingertip::mini_app::requests,
            "fingertip:mini-app/events@1.0.0": crate::since_1_0::bindings::fingertip::mini_app::events,
        },
    });
}

use bindings::exports::fingertip::mini_app1_1_0::widgets as ww;
pub(crate) use bindings::{Widgeted, WidgetedPre};

impl Lift<ww::Ask> for sw::WidgetAsk {
    fn lift(self) -> ww::Ask {
        let Self { widget, region, language, display, now, today, signed_in, saved, stored, reply } = self;
        ww::Ask {
            widget,
            region,
            language,
            display: display.lift(),
            now,
            today: today.lift(),
            signed_in,
            saved,
            stored,
            reply,
        }
    }
}

impl Lift<sw::Widget> for ww::Widget {
    fn lift(self) -> sw::Widget {
        let Self { words, title, value, details, tone, progress, params } = self;
        sw::Widget {
            words: words.lift(),
            title,
            value,
            details,
            tone: tone.lift(),
            progress: progress.lift(),
            params,
        }
    }
}
