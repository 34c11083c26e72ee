//! Going to the screen of a mini-app that opens.

use std::{sync::Arc, time::Duration};

use dioxus::{prelude::*, router::Navigator};
use fingertip_core::{MiniAppState, Model, Msg};

use crate::{
    route::Route,
    state::{Say, Surface, use_say},
};

/// How long a mini-app may take before its screen shows that it is coming: a wait below a tenth of a second is felt as none
/// (R. B. Miller, Response time in man-computer conversational transactions, 1968).
const AT_ONCE: Duration = Duration::from_millis(100);

/// Says what opens a mini-app and goes to its screen, as soon as there is something to be seen there. One that is on the device
/// is there in less than [`AT_ONCE`], so that its screen is drawn once and nothing flickers.
#[derive(Clone)]
pub(crate) struct Enter {
    surface: Surface,
    navigator: Navigator,
    say: Say,
}

/// The way into a mini-app.
pub(crate) fn use_enter() -> Enter {
    Enter { surface: use_context::<Surface>(), navigator: use_navigator(), say: use_say() }
}

impl Enter {
    /// Goes in by what the person pressed.
    pub(crate) fn by(&self, pressed: impl Into<Msg>) {
        let (mut watch, navigator) = (self.surface.watch.clone(), self.navigator);
        let instance = |model: &Arc<Model>| model.open.as_ref().map(|open| open.instance);
        let before = instance(&watch.borrow());
        self.say.that(pressed);
        spawn(async move {
            let has_come = |model: &Arc<Model>| {
                let is_new = instance(model).is_some_and(|instance| Some(instance) != before);
                is_new && model.open.as_ref().is_some_and(|open| open.state() != MiniAppState::Opening)
            };
            // What takes longer shows on its own screen that it is coming.
            let _ = tokio::time::timeout(AT_ONCE, watch.wait_for(has_come)).await;
            navigator.push(Route::MiniApp {});
        });
    }
}
