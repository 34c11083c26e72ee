//! {{title}}: looks something up in the department's register.

use fingertip_sdk::{
    Answer, App, Awaiting, Context, Effects, Event, Json, Launch, Page, Row, SummaryRow, Tone, Trouble, View, data, msg,
};

/// One entry of the register.
#[derive(Debug, Clone, PartialEq)]
struct Entry {
    name: String,
    number: String,
}

/// Everything that the mini-app remembers.
#[derive(Debug, Default)]
pub struct Model {
    query: String,
    found: Option<Vec<Entry>>,
    open: Option<usize>,
    trouble: Option<Trouble>,
    awaiting: Awaiting<()>,
}

/// The mini-app.
#[derive(Debug)]
pub struct Own;

impl App for Own {
    type Model = Model;

    fn launch(_: &Launch, saved: Option<&Json>, _: &Context, effects: &mut Effects) -> Model {
        let mut model = Model { query: saved.and_then(|saved| saved.text("query")).unwrap_or_default().to_owned(), ..Model::default() };
        search(&mut model, effects);
        model
    }

    fn update(model: &mut Model, event: Event, _: &Context, effects: &mut Effects) {
        match event {
            Event::Submitted { action, inputs } if action == "search" => {
                model.query = inputs.text("query");
                search(model, effects);
            }
            Event::Answered { request, answer } if model.awaiting.take(request).is_some() => {
                model.trouble = Trouble::of(&answer);
                if let Answer::Reply(body) = answer {
                    model.found = Json::parse(&body).map(|body| body.list("entries").iter().map(entry).collect());
                }
            }
            Event::Acted { action, row, .. } if action == "open" => model.open = row,
            Event::Acted { action, .. } if action == "to-search" => model.open = None,
            Event::WentBack if model.open.is_some() => model.open = None,
            Event::WentBack => drop(effects.close()),
            _ => {}
        }
    }

    fn view(model: &Model, _: &Context, view: View) -> Page {
        let open = model.open.and_then(|at| model.found.as_ref()?.get(at));
        if let Some(entry) = open {
            return view.page("page-entry", data(entry.name.clone()), |page| {
                page.summary("facts", [
                    SummaryRow::new(msg("entry-name"), data(entry.name.clone())),
                    SummaryRow::new(msg("entry-number"), data(entry.number.clone())),
                ]);
                page.secondary("to-search", msg("entry-back"));
            });
        }
        view.page("page-search", msg("search-title"), |page| {
            page.text_input("query", msg("search-query")).hint(msg("search-query-hint")).initial(&model.query);
            page.submit("search", msg("search-button"));
            if model.trouble.is_some() {
                page.notice(Tone::Warning, msg("trouble-text"));
            }
            if let Some(found) = &model.found {
                page.records("found", found.iter().map(|entry| Row {
                    title: data(entry.name.clone()),
                    detail: Some(data(entry.number.clone())),
                    value: None,
                    tone: Tone::Neutral,
                    action: Some("open".to_owned()),
                }));
            }
        })
    }

    fn save(model: &Model) -> Json {
        Json::object().with("query", model.query.as_str()).into()
    }
}

fn search(model: &mut Model, effects: &mut Effects) {
    if !model.query.is_empty() {
        (model.found, model.open) = (None, None);
        let body = Json::object().with("query", model.query.as_str()).into();
        model.awaiting.add(effects.call("{{name}}.search", &body), ());
    }
}

fn entry(json: &Json) -> Entry {
    let text = |name: &str| json.text(name).unwrap_or_default().to_owned();
    Entry { name: text("name"), number: text("number") }
}

fingertip_sdk::mini_app!(Own);

#[cfg(test)]
mod tests {
    use fingertip_sdk::testing::{Harness, start};

    use super::*;

    #[test]
    fn what_is_found_can_be_opened() {
        let mut app = Harness::<Own>::launch(start());
        app.write("query", "river");
        app.submit("search");
        app.reply("{{name}}.search", r#"{"entries":[{"name":"River school","number":"17"}]}"#);
        app.act("open");
        assert_eq!(app.page_key(), "page-entry");
        app.back();
        assert_eq!(app.page_key(), "page-search");
    }
}
