//! The pages of the gallery.

use fingertip_sdk::{Context, Link, Page, Part, Tone, View, data, msg};

use crate::{
    model::{Model, Screen},
    patterns,
    sheets::{self, GROUPS, Sheet},
};

pub(crate) fn view(model: &Model, cx: &Context, view: View) -> Page {
    match model.screen {
        Screen::Home => home(view),
        Screen::Group(group) => self::group(group, view),
        Screen::Sheet(group, sheet) => match sheets::sheet(group, sheet) {
            Some(sheet) => self::sheet(sheet, model, cx, view),
            None => home(view),
        },
        _ => patterns::view(model, cx, view),
    }
}

pub(crate) fn open(label: &'static str, detail: Option<&'static str>) -> Link {
    Link { label: msg(label), detail: detail.map(msg), tone: Tone::Neutral, action: "open".to_owned() }
}

fn home(view: View) -> Page {
    view.page("page-home", "gallery-title", |page| {
        page.text("gallery-lead");
        let groups = GROUPS.iter().map(|group| open(group.title, Some(group.detail)));
        page.links("groups", groups.chain([open("gallery-patterns-title", Some("gallery-patterns-detail"))]));
    })
}

fn group(at: usize, view: View) -> Page {
    let Some(group) = GROUPS.get(at) else { return home(view) };
    view.page(&format!("page-{}", group.key), group.title, |page| {
        page.text(group.detail);
        page.links("sheets", group.sheets.iter().map(|sheet| open(sheet.title, None)));
    })
}

/// All examples of a sheet; in seniors mode one after the other.
fn sheet(sheet: &Sheet, model: &Model, cx: &Context, view: View) -> Page {
    let last = sheet.parts.len() - 1;
    let at = model.part.min(last);
    let is_alone = cx.is_seniors() && last > 0;
    let key = if is_alone { format!("page-{}-{at}", sheet.key) } else { format!("page-{}", sheet.key) };
    view.page(&key, sheet.title, |page| {
        if is_alone {
            page.step(at as u32 + 1, last as u32 + 1);
            sheet.parts[at](page);
        } else {
            sheet.parts.iter().for_each(|part| part(page));
        }
        if let Some(action) = &model.reported {
            page.notice(Tone::Success, msg("gallery-reported").arg("action", action.as_str()));
        }
        ways_on(page, is_alone && at < last);
    })
}

fn ways_on(page: &mut Part<'_>, has_next: bool) {
    if has_next {
        page.secondary("next-example", "gallery-next");
    }
    page.quiet("to-gallery", "gallery-back");
}

/// What a person said, as data.
pub(crate) fn said(text: &str) -> fingertip_sdk::Text {
    data(text)
}
