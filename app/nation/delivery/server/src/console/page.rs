//! What is around every page, and the parts that pages are made of.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::{ProblemCode, api::AFTER};
use fingertip_kit::ApiError;
use fingertip_locale::{Args, direction};

use super::{
    markup::Markup,
    session::{FORM_TOKEN, Officer},
    words::Words,
};

/// A section of the console.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Section {
    Cases,
    Ratings,
    Letters,
    Statistics,
}

const SECTIONS: [(Section, &str, &str); 4] = [
    (Section::Cases, "/console/cases", "console-nav-cases"),
    (Section::Ratings, "/console/ratings", "console-nav-ratings"),
    (Section::Letters, "/console/dead-letters", "console-nav-letters"),
    (Section::Statistics, "/console/statistics", "console-nav-statistics"),
];

/// A page of an officer: where it is, what it is called, what is on it.
pub(crate) struct Page<'a> {
    pub(crate) words: &'a Words,
    pub(crate) officer: Option<&'a Officer>,
    pub(crate) section: Option<Section>,
    pub(crate) title: &'a str,
    /// Why the last thing was not done.
    pub(crate) problem: Option<&'a ProblemCode>,
}

impl Page<'_> {
    /// The page with its status.
    pub(crate) fn answer(&self, status: StatusCode, content: &Markup) -> Response {
        let body = self.draw(content).into_text();
        (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8")], body).into_response()
    }

    fn draw(&self, content: &Markup) -> Markup {
        let words = self.words;
        let head = Markup::new()
            .raw("<!DOCTYPE html><html")
            .attribute("lang", words.language)
            .attribute("dir", direction(words.language).as_str())
            .raw("><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
            .text(self.title)
            .raw(" · ")
            .text(&words.say("console-title"))
            .raw("</title><link rel=\"stylesheet\" href=\"/console/style.css\"></head><body><a class=\"skip\" href=\"#content\">")
            .text(&words.say("console-skip"))
            .raw("</a><header><p class=\"name\">")
            .text(&words.say("console-title"))
            .raw("</p>");
        let head = match self.officer {
            Some(officer) => head.add(&self.sections(officer)),
            None => head,
        };
        let main =
            head.raw("</header><main id=\"content\" tabindex=\"-1\"><h1>").text(self.title).raw("</h1>");
        let main = match self.problem {
            Some(code) => main
                .raw("<div class=\"problem\" role=\"alert\"><h2>")
                .text(&words.say("console-not-done"))
                .raw("</h2><p>")
                .text(&words.problem(code))
                .raw("</p></div>"),
            None => main,
        };
        main.add(content).raw("</main></body></html>")
    }

    fn sections(&self, officer: &Officer) -> Markup {
        let words = self.words;
        let link = |(section, path, id): (Section, &'static str, &'static str)| {
            let link = Markup::new().raw("<li><a").attribute("href", path);
            let link = if self.section == Some(section) { link.raw(" aria-current=\"page\"") } else { link };
            link.raw(">").text(&words.say(id)).raw("</a></li>")
        };
        let name = words.pick(&officer.name).0;
        let name = if name.is_empty() { officer.department.as_str() } else { name };
        let signed_in = Args::new().text("department", name);
        Markup::new()
            .raw("<nav")
            .attribute("aria-label", &words.say("console-sections"))
            .raw("><ul>")
            .all(SECTIONS.map(link))
            .raw("</ul></nav><p>")
            .text(&words.with("console-signed-in", &signed_in))
            .raw("</p>")
            .add(&form(officer, "/console/sign-out", &button(&words.say("console-sign-out"), false)))
    }
}

/// A page that says why something was not done, where there is no page to say it on.
pub(crate) fn problem_page(words: &Words, officer: Option<&Officer>, code: &ProblemCode) -> Response {
    let title = words.say("console-not-done");
    let page = Page { words, officer, section: None, title: &title, problem: Some(code) };
    page.answer(status_of(code), &Markup::new())
}

/// The same of an error of the desk, which is logged where it has a cause.
pub(crate) fn error_page(words: &Words, officer: &Officer, error: ApiError) -> Response {
    let code = error.code().clone();
    // As any answer of the platform it says in the log what it is about.
    drop(error.into_response());
    problem_page(words, Some(officer), &code)
}

/// The status that a page says a problem with.
pub(crate) fn status_of(code: &ProblemCode) -> StatusCode {
    StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// A form of the officer's session.
pub(crate) fn form(officer: &Officer, action: &str, content: &Markup) -> Markup {
    Markup::new()
        .raw("<form method=\"post\"")
        .attribute("action", action)
        .raw("><input type=\"hidden\"")
        .attribute("name", FORM_TOKEN)
        .attribute("value", &officer.form_token)
        .raw(">")
        .add(content)
        .raw("</form>")
}

/// The button of a form.
pub(crate) fn button(label: &str, is_first: bool) -> Markup {
    let button = Markup::new().raw("<button");
    let button = if is_first { button.raw(" class=\"first\"") } else { button };
    button.raw(">").text(label).raw("</button>")
}

/// An input of text: one line, or several.
pub(crate) struct Input<'a> {
    pub(crate) id: &'a str,
    pub(crate) name: &'a str,
    pub(crate) label: &'a str,
    pub(crate) value: &'a str,
    pub(crate) is_long: bool,
    pub(crate) is_required: bool,
}

impl Input<'_> {
    pub(crate) fn draw(&self) -> Markup {
        let label = Markup::new().raw("<p class=\"field\"><label").attribute("for", self.id).raw(">");
        let label = label.text(self.label).raw("</label>");
        let input = label.raw(if self.is_long {
            "<textarea rows=\"4\" maxlength=\"2000\""
        } else {
            "<input type=\"text\" maxlength=\"200\""
        });
        let input = input.attribute("id", self.id).attribute("name", self.name);
        let input = if self.is_required { input.raw(" required") } else { input };
        let input = if self.is_long {
            // The first line end would be taken for one of the mark (HTML, 4.10.11).
            input.raw(">\n").text(self.value).raw("</textarea>")
        } else {
            input.attribute("value", self.value).raw(">")
        };
        input.raw("</p>")
    }
}

/// A list of names and what belongs to each.
pub(crate) fn facts(rows: impl IntoIterator<Item = (String, Markup)>) -> Markup {
    let row = |(name, value): (String, Markup)| {
        Markup::new().raw("<div><dt>").text(&name).raw("</dt><dd>").add(&value).raw("</dd></div>")
    };
    Markup::new().raw("<dl>").all(rows.into_iter().map(row)).raw("</dl>")
}

/// A text alone.
pub(crate) fn plain(text: &str) -> Markup {
    Markup::new().text(text)
}

/// What somebody said in several languages, marked with the language in which it is.
pub(crate) fn said(words: &Words, text: &fingertip_standard::LocalText) -> Markup {
    let (text, language) = words.pick(text);
    let mark = Markup::new().raw("<span class=\"said\" dir=\"auto\"");
    // Nobody named the language of what a person wrote.
    let mark = if language.is_empty() || language == "und" { mark } else { mark.attribute("lang", language) };
    mark.raw(">").text(text).raw("</span>")
}

/// A heading of a part of a page.
pub(crate) fn heading(text: &str) -> Markup {
    Markup::new().raw("<h2>").text(text).raw("</h2>")
}

/// `content` with a link to what follows below `path`, where something does.
pub(crate) fn with_next(words: &Words, content: Markup, path: &str, next: Option<&str>) -> Markup {
    let Some(next) = next else { return content };
    let link = content.raw("<p><a").attribute("href", &format!("{path}?{AFTER}={next}"));
    link.raw(">").text(&words.say("console-next")).raw("</a></p>")
}

/// A table with a caption and names of columns; each row begins with its name.
pub(crate) fn table(
    caption: &str,
    columns: &[String],
    rows: impl IntoIterator<Item = Vec<Markup>>,
) -> Markup {
    let columns = columns.iter().map(|name| Markup::new().raw("<th scope=\"col\">").text(name).raw("</th>"));
    let row = |cells: Vec<Markup>| {
        let mut cells = cells.into_iter();
        let first = cells.next().unwrap_or_default();
        let rest = cells.map(|cell| Markup::new().raw("<td>").add(&cell).raw("</td>"));
        Markup::new().raw("<tr><th scope=\"row\">").add(&first).raw("</th>").all(rest).raw("</tr>")
    };
    Markup::new()
        .raw("<div class=\"wide\" tabindex=\"0\" role=\"region\"")
        .attribute("aria-label", caption)
        .raw("><table><caption>")
        .text(caption)
        .raw("</caption><thead><tr>")
        .all(columns)
        .raw("</tr></thead><tbody>")
        .all(rows.into_iter().map(row))
        .raw("</tbody></table></div>")
}
