//! One running mini-app: the model between two events.

use crate::{
    App, Context, Effects, Json, Launch, View,
    bindings::exports::fingertip::mini_app::app::{Event, Step},
};

/// A running [`App`]. Made by [`mini_app!`](crate::mini_app) and by the test harness.
pub struct Instance<A: App> {
    running: Option<(A::Model, Context)>,
    revision: u32,
    n_requests: u32,
}

impl<A: App> Default for Instance<A> {
    fn default() -> Self {
        Self::new()
    }
}

impl<A: App> Instance<A> {
    /// An instance that waits for its launch.
    #[must_use]
    pub const fn new() -> Self {
        Self { running: None, revision: 0, n_requests: 0 }
    }

    /// The model, once launched.
    #[must_use]
    pub fn model(&self) -> Option<&A::Model> {
        self.running.as_ref().map(|(model, _)| model)
    }

    /// Takes one event in and answers with the step. An event before the launch gives an empty step.
    pub fn update(&mut self, event: Event) -> Step {
        let mut effects = Effects::after(self.n_requests);
        if let Event::Launched(start) = event {
            let cx = Context::of(&start);
            let saved = start
                .saved
                .as_deref()
                .and_then(|bytes| std::str::from_utf8(bytes).ok())
                .and_then(Json::parse);
            let launch = Launch {
                route: start.route,
                params: start.params,
                origin: start.origin,
                caller: start.caller,
                seed: start.seed,
            };
            let model = A::launch(&launch, saved.as_ref(), &cx, &mut effects);
            self.running = Some((model, cx));
        } else if let Some((model, cx)) = &mut self.running
            && let Some(event) = cx.take_in(event)
        {
            A::update(model, event, cx, &mut effects);
        }
        let Some((model, cx)) = &self.running else {
            return Step { words: Vec::new(), view: None, requests: Vec::new() };
        };
        self.revision = self.revision.wrapping_add(1);
        self.n_requests = effects.n_requests();
        let (words, requests) = effects.into_parts();
        let (words, view) = A::view(model, cx, View::new(words)).into_parts(self.revision);
        Step { words, view: Some(view), requests }
    }

    /// The state from which a later launch goes on; empty before the launch.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        self.model().map_or_else(Vec::new, |model| A::save(model).to_string().into_bytes())
    }
}
