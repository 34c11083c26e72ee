//! Pages are put together of marks that stand in this program and of texts from anywhere: what comes from outside is never markup.

/// A piece of a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Markup(String);

impl Markup {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Marks that stand in this program.
    pub(crate) fn raw(mut self, marks: &'static str) -> Self {
        self.0.push_str(marks);
        self
    }

    /// A text, whatever is in it.
    pub(crate) fn text(mut self, text: &str) -> Self {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                c => self.0.push(c),
            }
        }
        self
    }

    /// An attribute of the mark that is open.
    pub(crate) fn attribute(self, name: &'static str, value: &str) -> Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// Another piece.
    pub(crate) fn add(mut self, piece: &Self) -> Self {
        self.0.push_str(&piece.0);
        self
    }

    /// Several pieces.
    pub(crate) fn all(self, pieces: impl IntoIterator<Item = Self>) -> Self {
        pieces.into_iter().fold(self, |all, piece| all.add(&piece))
    }

    /// The whole.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_mark() {
        let said =
            Markup::new().raw("<p").attribute("title", "\"><script>").raw(">").text("<b>'&'</b>").raw("</p>");
        assert_eq!(
            said.into_text(),
            "<p title=\"&quot;&gt;&lt;script&gt;\">&lt;b&gt;&#39;&amp;&#39;&lt;/b&gt;</p>"
        );
    }
}
