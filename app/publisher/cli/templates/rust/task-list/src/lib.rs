//! {{title}}: what is to do, and how far it is. Each task is done in its own time; what is done is kept on the device.

use fingertip_sdk::{App, Context, Effects, Event, Json, Launch, Page, Progress, Task, Tone, View, msg};

/// The tasks: key, what is to do, and what it takes.
const TASKS: [(&str, &str, &str); 3] =
    [("papers", "task-papers", "task-papers-text"), ("photo", "task-photo", "task-photo-text"), ("visit", "task-visit", "task-visit-text")];

/// Everything that the mini-app remembers.
#[derive(Debug, Default)]
pub struct Model {
    done: [bool; 3],
    open: Option<usize>,
}

/// The mini-app.
#[derive(Debug)]
pub struct Own;

impl App for Own {
    type Model = Model;

    fn launch(_: &Launch, saved: Option<&Json>, _: &Context, effects: &mut Effects) -> Model {
        let mut model = Model::default();
        match saved {
            Some(saved) => model.done = done_of(saved),
            None => drop(effects.fetch("done")),
        }
        model
    }

    fn update(model: &mut Model, event: Event, _: &Context, effects: &mut Effects) {
        match event {
            Event::Answered { answer: fingertip_sdk::Answer::Bytes(Some(bytes)), .. } => {
                if let Some(kept) = Json::from_bytes(&bytes) {
                    model.done = done_of(&kept);
                }
            }
            Event::Acted { action, row, .. } if action == "open" => model.open = row.filter(|at| *at < TASKS.len()),
            Event::Acted { action, .. } if action == "done" => {
                if let Some(at) = model.open.take() {
                    model.done[at] = true;
                    effects.store("done", &Self::save(model));
                }
            }
            Event::WentBack if model.open.is_some() => model.open = None,
            Event::WentBack => drop(effects.close()),
            _ => {}
        }
    }

    fn view(model: &Model, _: &Context, view: View) -> Page {
        if let Some((key, title, text)) = model.open.and_then(|at| TASKS.get(at)) {
            return view.page(&format!("page-{key}"), msg(title), |page| {
                page.text(msg(text));
                page.primary("done", msg("task-done"));
            });
        }
        view.page("page-tasks", msg("tasks-title"), |page| {
            if model.done.iter().all(|done| *done) {
                page.notice(Tone::Success, msg("tasks-all-done"));
            }
            page.tasks("tasks", TASKS.iter().zip(model.done).map(|((_, title, _), is_done)| Task {
                label: msg(title),
                detail: None,
                progress: if is_done { Progress::Done } else { Progress::NotStarted },
                action: Some("open".to_owned()),
            }));
        })
    }

    fn save(model: &Model) -> Json {
        TASKS.iter().zip(model.done).fold(Json::object(), |members, ((key, ..), is_done)| members.with(key, is_done)).into()
    }
}

fn done_of(kept: &Json) -> [bool; 3] {
    TASKS.map(|(key, ..)| kept.bool(key).unwrap_or(false))
}

fingertip_sdk::mini_app!(Own);

#[cfg(test)]
mod tests {
    use fingertip_sdk::testing::{Harness, start};

    use super::*;

    #[test]
    fn what_is_done_stays_done() {
        let mut app = Harness::<Own>::launch(start());
        app.act("open");
        app.act("done");
        assert!(app.model().is_some_and(|model| model.done == [true, false, false]));
        app.restart();
        assert!(app.model().is_some_and(|model| model.done == [true, false, false]));
    }
}
