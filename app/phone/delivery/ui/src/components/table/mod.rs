//! Tables that scroll inside themselves.

use dioxus::prelude::*;

use crate::parts::use_parts;

/// A table; the first cell of a row is its head. It scrolls inside itself and can be scrolled with the keyboard.
#[component]
pub fn DataTable(
    /// An id for its caption.
    id: String,
    /// What it shows.
    caption: String,
    /// Whether the caption is only read out, because a heading says the same.
    #[props(default)]
    hides_caption: bool,
    /// The heads.
    columns: Vec<String>,
    /// The cells, row by row. A long table is drawn in parts.
    rows: Vec<Vec<String>>,
    /// What the button that draws more rows says.
    more: String,
) -> Element {
    let (shown, more) = use_parts(rows.len(), &more);
    rsx! {
        div { class: "fi-table", role: "region", tabindex: "0", aria_labelledby: "{id}_caption",
            table { class: "fi-table__grid",
                caption { class: if hides_caption { "fi-visually-hidden" } else { "fi-table__caption" }, id: "{id}_caption", "{caption}" }
                thead {
                    tr {
                        for (position, column) in columns.into_iter().enumerate() {
                            th { key: "{position}", scope: "col", "{column}" }
                        }
                    }
                }
                tbody {
                    for (number, row) in rows.into_iter().take(shown).enumerate() {
                        tr { key: "{number}",
                            for (position, cell) in row.into_iter().enumerate() {
                                if position == 0 {
                                    th { key: "{position}", scope: "row", "{cell}" }
                                } else {
                                    td { key: "{position}", "data-number": is_number(&cell).then_some("true"), "{cell}" }
                                }
                            }
                        }
                    }
                }
            }
        }
        {more}
    }
}

/// Whether a cell reads as a number, which is set flush with the others below it.
fn is_number(cell: &str) -> bool {
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    digits > 0 && cell.chars().all(|c| c.is_ascii_digit() || ".,%¥ -\u{2212}+".contains(c))
}
