//! A form, declared once: fields and pages. Navigation, the check of all answers, going back and being saved come with it;
//! in seniors mode each page asks one thing.
//!
//! ```
//! use fingertip_sdk::{Form, FormField, FormPage, TextPurpose};
//!
//! const FORM: Form = Form {
//!     pages: &[
//!         FormPage { key: "about-you", title: "about-you-title", fields: &[FormField::text("name", "name-label", TextPurpose::Name)] },
//!         FormPage { key: "visit", title: "visit-title", fields: &[FormField::date("day", "day-label").optional()] },
//!     ],
//!     check_title: "check-title",
//!     continue_label: "continue",
//!     send_label: "send",
//! };
//! ```

use crate::{
    Choice, Context, Date, Event, Input, Inputs, Json, Page, Part, SummaryRow, Text, TextPurpose, View, data,
    date, json::Members, msg,
};

/// A form. Titles and labels are ids of messages.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// The pages, in order.
    pub pages: &'static [FormPage],
    /// The title of the page that shows all answers.
    pub check_title: &'static str,
    /// What the button to the next page says.
    pub continue_label: &'static str,
    /// What the button that sends says.
    pub send_label: &'static str,
}

/// One page of a form: what belongs together.
#[derive(Debug, Clone, Copy)]
pub struct FormPage {
    /// Its key; the view's page has the key `page-KEY`.
    pub key: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it asks.
    pub fields: &'static [FormField],
}

/// One question.
#[derive(Debug, Clone, Copy)]
pub struct FormField {
    key: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    is_optional: bool,
    fills_from: Option<&'static str>,
    kind: Asks,
}

#[derive(Debug, Clone, Copy)]
enum Asks {
    Line(TextPurpose),
    Lines,
    Number(i64, i64),
    Date,
    One(&'static [(&'static str, &'static str)]),
    Agreement(&'static str),
}

impl FormField {
    const fn new(key: &'static str, label: &'static str, kind: Asks) -> Self {
        Self { key, label, hint: None, is_optional: false, fills_from: None, kind }
    }

    /// A line of text.
    #[must_use]
    pub const fn text(key: &'static str, label: &'static str, purpose: TextPurpose) -> Self {
        Self::new(key, label, Asks::Line(purpose))
    }

    /// Lines of text.
    #[must_use]
    pub const fn lines(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, Asks::Lines)
    }

    /// A whole number from `least` to `most`.
    #[must_use]
    pub const fn number(key: &'static str, label: &'static str, least: i64, most: i64) -> Self {
        Self::new(key, label, Asks::Number(least, most))
    }

    /// A date.
    #[must_use]
    pub const fn date(key: &'static str, label: &'static str) -> Self {
        Self::new(key, label, Asks::Date)
    }

    /// One answer of a few: each its id and the message that says it.
    #[must_use]
    pub const fn one_of(
        key: &'static str,
        label: &'static str,
        answers: &'static [(&'static str, &'static str)],
    ) -> Self {
        Self::new(key, label, Asks::One(answers))
    }

    /// A statement that the person agrees to.
    #[must_use]
    pub const fn agreement(key: &'static str, label: &'static str, statement: &'static str) -> Self {
        Self::new(key, label, Asks::Agreement(statement))
    }

    /// How to fill it in.
    #[must_use]
    pub const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// It may stay empty.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.is_optional = true;
        self
    }

    /// The claim that may fill it in, after consent.
    #[must_use]
    pub const fn fills_from(mut self, claim: &'static str) -> Self {
        self.fills_from = Some(claim);
        self
    }
}

/// Where the person is in a form, and what they answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FormState {
    /// Which question the page begins with; the number of questions is the check of all answers.
    at: usize,
    /// Whether the page was opened from the check, to which it leads back.
    from_check: bool,
    answers: Vec<(&'static str, Input)>,
}

/// What an event did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filled {
    /// It went on within the form, or had nothing to do with it.
    Stays,
    /// The person went back before its first page.
    LeftBack,
    /// The person checked everything and sends it.
    Sent,
}

impl FormState {
    /// The answer to the question `key`.
    #[must_use]
    pub fn answer(&self, key: &str) -> Option<&Input> {
        self.answers.iter().find(|(own, _)| *own == key).map(|(_, input)| input)
    }

    /// All answers, read as a page's inputs are.
    #[must_use]
    pub fn answers(&self) -> Inputs {
        Inputs::new(self.answers.iter().map(|(key, input)| ((*key).to_owned(), input.clone())).collect())
    }
}

const CONTINUE: &str = "form-continue";
const SEND: &str = "form-send";
const CHANGE: &str = "form-change";

impl Form {
    fn fields(&self) -> impl Iterator<Item = (&'static FormPage, &'static FormField)> {
        self.pages.iter().flat_map(|page| page.fields.iter().map(move |field| (page, field)))
    }

    /// The first and the last question of the page that holds the question `at`.
    fn page_of(&self, at: usize, cx: &Context) -> (usize, usize) {
        if cx.is_seniors() {
            return (at, at + 1);
        }
        let mut first = 0;
        for page in self.pages {
            if at < first + page.fields.len() {
                return (first, first + page.fields.len());
            }
            first += page.fields.len();
        }
        (first, first + 1)
    }

    /// Takes an event in.
    pub fn update(&self, state: &mut FormState, event: &Event, cx: &Context) -> Filled {
        let check = self.fields().count();
        match event {
            Event::Submitted { action, inputs } if action == CONTINUE => {
                let (first, after) = self.page_of(state.at, cx);
                for (_, field) in self.fields().skip(first).take(after - first) {
                    state.answers.retain(|(key, _)| *key != field.key);
                    if let Some(input) = inputs.get(field.key) {
                        state.answers.push((field.key, input.clone()));
                    }
                }
                state.at = if state.from_check { check } else { after };
                state.from_check = false;
            }
            Event::Acted { action, row, .. } if action == CHANGE => {
                state.at = row.unwrap_or(0).min(check.saturating_sub(1));
                state.from_check = true;
            }
            Event::Acted { action, .. } if action == SEND && state.at >= check => return Filled::Sent,
            Event::WentBack if state.from_check => (state.at, state.from_check) = (check, false),
            Event::WentBack => {
                let (first, _) = self.page_of(state.at.min(check), cx);
                match first.checked_sub(1) {
                    Some(before) => state.at = self.page_of(before, cx).0,
                    None => return Filled::LeftBack,
                }
            }
            _ => {}
        }
        Filled::Stays
    }

    /// Shows where the person is.
    #[must_use]
    pub fn view(&self, state: &FormState, cx: &Context, view: View) -> Page {
        let count = self.fields().count();
        if state.at >= count {
            return view.page("page-check", msg(self.check_title), |page| {
                page.summary("form-answers", self.fields().map(|(_, field)| field.row(state)));
                page.primary(SEND, msg(self.send_label));
            });
        }
        let (first, after) = self.page_of(state.at, cx);
        let Some((own, _)) = self.fields().nth(first) else {
            return view.page("page-empty", msg(self.check_title), |_| ());
        };
        let key =
            if cx.is_seniors() { format!("page-{}-{first}", own.key) } else { format!("page-{}", own.key) };
        view.page(&key, msg(own.title), |page| {
            let number = self.pages.iter().position(|page| page.key == own.key).unwrap_or(0);
            page.step(number as u32 + 1, self.pages.len() as u32);
            for (_, field) in self.fields().skip(first).take(after - first) {
                field.draw(state, page);
            }
            page.submit(CONTINUE, msg(self.continue_label));
        })
    }

    /// What is kept, for [`App::save`](crate::App::save).
    #[must_use]
    pub fn save(&self, state: &FormState) -> Json {
        let answers =
            state.answers.iter().fold(Json::object(), |members, (key, input)| kept(members, key, input));
        Json::object()
            .with("at", state.at as i64)
            .with("from-check", state.from_check)
            .with("answers", Json::from(answers))
            .into()
    }

    /// The state that [`Form::save`] kept; what does not fit the form any more is left out.
    #[must_use]
    pub fn restore(&self, saved: &Json) -> FormState {
        let answers = saved.get("answers");
        let read = |field: &FormField| Some((field.key, field.read(answers?)?));
        FormState {
            at: saved
                .integer("at")
                .and_then(|at| usize::try_from(at).ok())
                .unwrap_or(0)
                .min(self.fields().count()),
            from_check: saved.bool("from-check").unwrap_or(false),
            answers: self.fields().filter_map(|(_, field)| read(field)).collect(),
        }
    }
}

fn kept(members: Members, key: &str, input: &Input) -> Members {
    match input {
        Input::Text(text) | Input::Choice(text) => members.with(key, text.as_str()),
        Input::Number(number) => members.with(key, Json::Number(*number)),
        Input::Agreed(agreed) => members.with(key, *agreed),
        Input::Date(Date { year, month, day }) => {
            members.with(key, format!("{year:04}-{month:02}-{day:02}").as_str())
        }
        _ => members,
    }
}

impl FormField {
    fn draw(&self, state: &FormState, page: &mut Part<'_>) {
        // The host holds what was typed; the kept answer is for a page that is opened again after the mini-app was ended.
        let kept = state.answer(self.key);
        let text = match kept {
            Some(Input::Text(text)) => text.as_str(),
            _ => "",
        };
        let label = msg(self.label);
        macro_rules! finish {
            ($input:expr) => {{
                let mut input = $input;
                if let Some(hint) = self.hint {
                    input = input.hint(msg(hint));
                }
                if let Some(claim) = self.fills_from {
                    input = input.fills_from(claim);
                }
                if self.is_optional {
                    let _ = input.optional();
                }
            }};
        }
        match self.kind {
            Asks::Line(purpose) => finish!(page.text_input(self.key, label).purpose(purpose).initial(text)),
            Asks::Lines => finish!(page.text_area(self.key, label).initial(text)),
            Asks::Number(least, most) => {
                let number = match kept {
                    Some(Input::Number(number)) if number.scale == 0 => Some(number.digits),
                    _ => None,
                };
                finish!(page.number_input(self.key, label).between(least, most).initial(number));
            }
            Asks::Date => {
                let day = match kept {
                    Some(Input::Date(day)) => Some(*day),
                    _ => None,
                };
                finish!(page.date_input(self.key, label).initial(day));
            }
            Asks::One(answers) => {
                let chosen = match kept {
                    Some(Input::Choice(id)) => Some(id.as_str()),
                    _ => None,
                };
                finish!(
                    page.choose_one(
                        self.key,
                        label,
                        answers.iter().map(|(id, text)| Choice::new(*id, msg(text)))
                    )
                    .initial(chosen)
                );
            }
            Asks::Agreement(statement) => {
                finish!(
                    page.declaration(self.key, label, msg(statement))
                        .agreed(kept == Some(&Input::Agreed(true)))
                );
            }
        }
    }

    fn row(&self, state: &FormState) -> SummaryRow {
        let value: Option<Text> = match (state.answer(self.key), self.kind) {
            (Some(Input::Text(text)), _) if !text.trim().is_empty() => Some(data(text.trim())),
            (Some(Input::Number(number)), _) => Some(crate::Value::Decimal(*number).into()),
            (Some(Input::Date(Date { year, month, day })), _) => {
                Some(date(Date { year: *year, month: *month, day: *day }).into())
            }
            (Some(Input::Choice(id)), Asks::One(answers)) => {
                answers.iter().find(|(own, _)| own == id).map(|(_, text)| msg(text))
            }
            (Some(Input::Agreed(true)), Asks::Agreement(statement)) => Some(msg(statement)),
            _ => None,
        };
        SummaryRow { label: msg(self.label), value, change_action: Some(CHANGE.to_owned()) }
    }

    fn read(&self, answers: &Json) -> Option<Input> {
        Some(match self.kind {
            Asks::Line(_) | Asks::Lines => Input::Text(answers.text(self.key)?.to_owned()),
            Asks::Number(..) => match answers.get(self.key)? {
                Json::Number(number) => Input::Number(*number),
                _ => return None,
            },
            Asks::Date => Input::Date(answers.date(self.key)?),
            Asks::One(_) => Input::Choice(answers.text(self.key)?.to_owned()),
            Asks::Agreement(_) => Input::Agreed(answers.bool(self.key)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        App, Display, Effects, Launch,
        testing::{Harness, start},
    };

    const FORM: Form = Form {
        pages: &[
            FormPage {
                key: "you",
                title: "you",
                fields: &[
                    FormField::text("name", "name", TextPurpose::Name),
                    FormField::date("born", "born").optional(),
                ],
            },
            FormPage {
                key: "way",
                title: "way",
                fields: &[FormField::one_of("way", "way", &[("post", "by-post"), ("desk", "at-desk")])],
            },
        ],
        check_title: "check",
        continue_label: "continue",
        send_label: "send",
    };

    struct Asking;

    impl App for Asking {
        type Model = (FormState, Option<Filled>);

        fn launch(_: &Launch, saved: Option<&Json>, _: &Context, _: &mut Effects) -> Self::Model {
            (saved.map(|saved| FORM.restore(saved)).unwrap_or_default(), None)
        }
        fn update(model: &mut Self::Model, event: Event, cx: &Context, _: &mut Effects) {
            model.1 = Some(FORM.update(&mut model.0, &event, cx));
        }
        fn view(model: &Self::Model, cx: &Context, view: View) -> Page {
            FORM.view(&model.0, cx, view)
        }
        fn save(model: &Self::Model) -> Json {
            FORM.save(&model.0)
        }
    }

    fn at_check() -> Harness<Asking> {
        let mut form = Harness::<Asking>::launch(start());
        form.write("name", "Li Na");
        form.submit(CONTINUE);
        form.choose("way", "post");
        form.submit(CONTINUE);
        assert_eq!(form.page_key(), "page-check");
        form
    }

    #[test]
    fn a_form_goes_through_its_pages_to_the_check_and_is_sent() {
        let mut form = at_check();
        assert!(form.says("by-post") && form.says_value(&crate::Value::Data("Li Na".into())));
        form.restart();
        assert_eq!(form.page_key(), "page-check");
        assert!(form.says("by-post"), "what was answered is kept");
        form.act(SEND);
        assert_eq!(form.model().and_then(|model| model.1), Some(Filled::Sent));
    }

    #[test]
    fn a_changed_answer_leads_back_to_the_check() {
        let mut form = at_check();
        form.act_on_row(CHANGE, "form-answers", 2);
        assert_eq!(form.page_key(), "page-way");
        form.choose("way", "desk");
        form.submit(CONTINUE);
        assert_eq!(form.page_key(), "page-check");
        assert!(form.says("at-desk"));
        form.back();
        assert_eq!(form.page_key(), "page-way");
        form.back();
        assert_eq!(form.page_key(), "page-you");
        form.back();
        assert_eq!(form.model().and_then(|model| model.1), Some(Filled::LeftBack));
    }

    #[test]
    fn seniors_are_asked_one_thing_a_page() {
        let mut form = Harness::<Asking>::launch(start());
        form.display(Display::Seniors);
        assert!(form.find("born").is_none());
        form.write("name", "Li Na");
        form.submit(CONTINUE);
        assert!(form.find("born").is_some() && form.find("name").is_none());
        form.display(Display::Normal);
        assert!(form.find("name").is_some(), "the same place, as others see it");
    }
}
