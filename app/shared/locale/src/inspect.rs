//! What a Fluent resource defines, for the checks that compare languages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};

use crate::{LocaleError, SIMPLE};

/// One message: its attributes and variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MessageShape {
    /// The names of its attributes, without that of its simple text.
    pub attributes: BTreeSet<String>,
    /// The names of all variables in it, without those that stand in its simple text alone.
    pub variables: BTreeSet<String>,
    /// The variables of its text in simple words; none where it has no such text.
    pub simple: Option<BTreeSet<String>>,
    /// The functions that it calls, such as `NUMBER`. Neither the host nor a nation gives any: a person would read the call.
    pub functions: BTreeSet<String>,
}

impl MessageShape {
    /// The variables of its simple text that it has not itself: nobody gives them.
    #[must_use]
    pub fn surplus(&self) -> BTreeSet<String> {
        self.simple.iter().flatten().filter(|name| !self.variables.contains(*name)).cloned().collect()
    }

    /// Its variables that its simple text leaves out: what people need to know, or a text that has slid here from another message.
    #[must_use]
    pub fn left_out(&self) -> BTreeSet<String> {
        let simple = self.simple.as_ref();
        simple.map(|simple| self.variables.difference(simple).cloned().collect()).unwrap_or_default()
    }
}

/// Every message of a resource by id.
///
/// # Errors
/// [`LocaleError::Syntax`] when `text` is not Fluent.
pub fn inspect(tag: &str, text: &str) -> Result<BTreeMap<String, MessageShape>, LocaleError> {
    let resource = parse(text).map_err(|(_, errors)| LocaleError::Syntax {
        tag: tag.to_owned(),
        reason: errors
            .first()
            .map(|error| format!("{} at byte {}", error.kind, error.pos.start))
            .unwrap_or_default(),
    })?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut shape = MessageShape::default();
        let functions = &mut shape.functions;
        if let Some(value) = &message.value {
            names(value, &mut shape.variables, functions);
        }
        for attribute in &message.attributes {
            if attribute.id.name == SIMPLE {
                names(&attribute.value, shape.simple.insert(BTreeSet::new()), functions);
                continue;
            }
            shape.attributes.insert(attribute.id.name.to_owned());
            names(&attribute.value, &mut shape.variables, functions);
        }
        messages.insert(message.id.name.to_owned(), shape);
    }
    Ok(messages)
}

/// The text of every message and attribute (`id` or `id.attribute`), without what stands in braces: for checks of wording.
///
/// # Errors
/// [`LocaleError::Syntax`] when `text` is not Fluent.
pub fn wording(tag: &str, text: &str) -> Result<BTreeMap<String, String>, LocaleError> {
    let resource = parse(text).map_err(|(_, errors)| LocaleError::Syntax {
        tag: tag.to_owned(),
        reason: errors.first().map(|error| error.kind.to_string()).unwrap_or_default(),
    })?;
    let mut found = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        if let Some(value) = &message.value {
            found.insert(message.id.name.to_owned(), plain(value));
        }
        for attribute in &message.attributes {
            found.insert(format!("{}.{}", message.id.name, attribute.id.name), plain(&attribute.value));
        }
    }
    Ok(found)
}

fn plain(pattern: &Pattern<&str>) -> String {
    let element = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => (*value).to_owned(),
        PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
            variants.iter().map(|variant| plain(&variant.value)).collect::<Vec<_>>().join(" ")
        }
        PatternElement::Placeable { .. } => String::new(),
    };
    pattern.elements.iter().map(element).collect()
}

/// The variables and functions that a pattern names.
fn names(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>, functions: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, variables, functions);
        }
    }
}

fn in_expression(
    expression: &Expression<&str>,
    variables: &mut BTreeSet<String>,
    functions: &mut BTreeSet<String>,
) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, variables, functions),
        Expression::Select { selector, variants } => {
            in_inline(selector, variables, functions);
            variants.iter().for_each(|variant| names(&variant.value, variables, functions));
        }
    }
}

fn in_inline(
    inline: &InlineExpression<&str>,
    variables: &mut BTreeSet<String>,
    functions: &mut BTreeSet<String>,
) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, variables, functions),
        InlineExpression::FunctionReference { id, arguments } => {
            functions.insert(id.name.to_owned());
            arguments.positional.iter().for_each(|argument| in_inline(argument, variables, functions));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_wherever_they_stand() {
        let shapes = inspect(
            "en",
            "a = { $n ->\n    [one] one of { $all }\n   *[other] { $n }\n }\n    .hint = { $why }\n",
        )
        .expect("Fluent");
        let shape = &shapes["a"];
        assert_eq!(shape.variables.iter().map(String::as_str).collect::<Vec<_>>(), ["all", "n", "why"]);
        assert!(shape.attributes.contains("hint"));
        assert!(inspect("en", "= x").is_err());
    }

    #[test]
    fn functions_are_found_wherever_they_stand() {
        let text =
            "a = { NUMBER($n) }\n    .simple = { $n ->\n    [one] one\n   *[other] { DATETIME($day) }\n }\n";
        let shapes = inspect("en", text).expect("Fluent");
        assert_eq!(
            shapes["a"].functions.iter().map(String::as_str).collect::<Vec<_>>(),
            ["DATETIME", "NUMBER"]
        );
    }

    #[test]
    fn a_simple_text_stands_apart() {
        let shapes =
            inspect("en", "a = { $n } of { $all }\n    .simple = { $n } { $more }\nb = B\n").expect("Fluent");
        assert!(
            shapes["a"].attributes.is_empty()
                && shapes["a"].variables.len() == 2
                && shapes["b"].simple.is_none()
        );
        assert_eq!(shapes["a"].surplus().into_iter().collect::<Vec<_>>(), ["more"]);
        assert_eq!(shapes["a"].left_out().into_iter().collect::<Vec<_>>(), ["all"]);
    }

    #[test]
    fn wording_is_what_stands_outside_braces() {
        let found = wording(
            "en",
            "a = { $n ->\n    [one] one\n   *[other] { $n } more\n }\n    .hint = Say { $why }\n",
        )
        .expect("Fluent");
        assert_eq!(found["a"], "one  more");
        assert_eq!(found["a.hint"], "Say ");
    }
}
