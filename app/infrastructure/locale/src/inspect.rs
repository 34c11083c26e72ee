//! What a Fluent resource defines, for the checks that compare languages.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser::parse,
};

use crate::LocaleError;

/// One message: its attributes and variables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MessageShape {
    /// The names of its attributes.
    pub attributes: BTreeSet<String>,
    /// The names of all variables in it.
    pub variables: BTreeSet<String>,
}

/// Every message of a resource by id.
///
/// # Errors
/// [`LocaleError::Syntax`] when `text` is not Fluent.
pub fn inspect(tag: &str, text: &str) -> Result<BTreeMap<String, MessageShape>, LocaleError> {
    let resource = parse(text).map_err(|(_, errors)| LocaleError::Syntax {
        tag: tag.to_owned(),
        reason: errors.first().map(|error| format!("{} at byte {}", error.kind, error.pos.start)).unwrap_or_default(),
    })?;
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let mut shape = MessageShape::default();
        if let Some(value) = &message.value {
            variables(value, &mut shape.variables);
        }
        for attribute in &message.attributes {
            shape.attributes.insert(attribute.id.name.to_owned());
            variables(&attribute.value, &mut shape.variables);
        }
        messages.insert(message.id.name.to_owned(), shape);
    }
    Ok(messages)
}

fn variables(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| variables(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| in_inline(argument, found))
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_found_wherever_they_stand() {
        let shapes =
            inspect("en", "a = { $n ->\n    [one] one of { $all }\n   *[other] { $n }\n }\n    .hint = { $why }\n").expect("Fluent");
        let shape = &shapes["a"];
        assert_eq!(shape.variables.iter().map(String::as_str).collect::<Vec<_>>(), ["all", "n", "why"]);
        assert!(shape.attributes.contains("hint"));
        assert!(inspect("en", "= x").is_err());
    }
}
