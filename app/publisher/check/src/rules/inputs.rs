//! Inputs: labelled, told apart, few at a time, filled in by the phone where it can.

use fingertip_standard::view::{Choice, Field, Kind, Node, TextPurpose};

use super::view::nodes;
use crate::{Area, Check, Hit, Rule, Screen, Severity, text};

/// The most inputs of a page: on the normal display, and where one thing is asked at a time.
const MOST_INPUTS: (usize, usize) = (12, 3);

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "input-without-label",
        area: Area::Inputs,
        severity: Severity::Error,
        catches: "An input has no label.",
        why: "A screen reader says \"edit text\" and no more (WCAG 2.2, 3.3.2).",
        fix: "Label it with the question.",
        check: Check::Screen(label),
    },
    Rule {
        id: "input-same-label",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "Two inputs of a page have the same label.",
        why: "Nobody can tell by ear which one they are in.",
        fix: "Say in each label what differs.",
        check: Check::Screen(same_label),
    },
    Rule {
        id: "hint-says-nothing",
        area: Area::Inputs,
        severity: Severity::Advice,
        catches: "A hint repeats the label, or only says to fill it in.",
        why: "It takes room and time, and says nothing.",
        fix: "Say what is easily got wrong, with an example; else leave the hint out.",
        check: Check::Screen(hint),
    },
    Rule {
        id: "error-says-nothing",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "An error only says that something is wrong.",
        why: "The person cannot mend what is not named (WCAG 2.2, 3.3.1).",
        fix: "Say what to enter, such as \"Enter a telephone number, such as 138 0013 8000\".",
        check: Check::Screen(error),
    },
    Rule {
        id: "inputs-many",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "A page asks for more than 12 things at once.",
        why: "People give up.",
        fix: "Divide it into pages.",
        check: Check::Screen(many),
    },
    Rule {
        id: "inputs-many-seniors",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "A page of the seniors display asks for more than 3 things at once.",
        why: "Seniors mode promises one thing at a time.",
        fix: "Ask one question a page when `display` is `seniors`.",
        check: Check::Screen(many_seniors),
    },
    Rule {
        id: "input-purpose",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "An input for a telephone number, e-mail address or identity number does not say so.",
        why: "The phone shows the wrong keys and offers nothing to fill in (WCAG 2.2, 1.3.5).",
        fix: "Set its `purpose`.",
        check: Check::Screen(purpose),
    },
    Rule {
        id: "choice-without-label",
        area: Area::Inputs,
        severity: Severity::Error,
        catches: "An answer to choose has no label.",
        why: "A screen reader says \"radio button\" and no more.",
        fix: "Give the answer a label that says what it means.",
        check: Check::Screen(choice_label),
    },
    Rule {
        id: "choice-same-label",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "Two answers to choose have the same label.",
        why: "Nobody can tell which one they chose.",
        fix: "Say in each label what differs.",
        check: Check::Screen(choice_same),
    },
    Rule {
        id: "choice-alone",
        area: Area::Inputs,
        severity: Severity::Advice,
        catches: "There is only one answer to choose from.",
        why: "It is no question.",
        fix: "Leave it out, or make it a declaration.",
        check: Check::Screen(choice_alone),
    },
    Rule {
        id: "choices-many",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "More than 12 answers stand on the page at once.",
        why: "A long list of radio buttons is hard to scan and hard to move through by keyboard.",
        fix: "Use `select-from`, which has a search.",
        check: Check::Screen(choices_many),
    },
    Rule {
        id: "file-any",
        area: Area::Inputs,
        severity: Severity::Warning,
        catches: "An input for files takes every kind of file, or none.",
        why: "People hand in what the department cannot open.",
        fix: "Name the media types that are taken.",
        check: Check::Screen(file_any),
    },
    Rule {
        id: "declaration-agreed",
        area: Area::Inputs,
        severity: Severity::Error,
        catches: "A declaration is agreed to before the person touched it.",
        why: "A consent that was ticked by somebody else is none.",
        fix: "Leave it open.",
        check: Check::Screen(agreed),
    },
];

/// A hit for each input of which `say` has something to say.
fn fields(screen: &Screen, say: impl Fn(&Node, &Field) -> Option<String>) -> Vec<Hit> {
    nodes(screen, |node| node.kind.field().and_then(|field| say(node, field)))
}

fn label(screen: &Screen) -> Vec<Hit> {
    fields(screen, |_, field| {
        screen.text(field.label).is_empty().then(|| format!("it has no label in {}", screen.language))
    })
}

fn same_label(screen: &Screen) -> Vec<Hit> {
    let labels: Vec<(&Node, &str)> = screen
        .nodes()
        .iter()
        .filter_map(|node| node.kind.field().map(|field| (node, screen.text(field.label))))
        .collect();
    let again = labels.iter().enumerate().filter(|(index, (_, label))| {
        !label.is_empty() && labels[..*index].iter().any(|(_, own)| own == label)
    });
    again
        .map(|(_, (node, label))| {
            Hit::new(screen.place(&node.key), format!("another input is labelled {label:?} too"))
        })
        .collect()
}

fn hint(screen: &Screen) -> Vec<Hit> {
    fields(screen, |_, field| {
        let (label, hint) = (screen.text(field.label), screen.text(field.hint?));
        let bare = [
            "please enter your ",
            "please enter ",
            "enter your ",
            "enter ",
            "type ",
            "请输入您的",
            "请输入",
            "请填写您的",
            "请填写",
        ]
        .iter()
        .find_map(|beginning| hint.to_lowercase().strip_prefix(beginning).map(str::to_owned));
        let says_nothing = text::sounds_as(label, hint)
            || bare.is_some_and(|rest| text::sounds_as(&rest, label) || text::sounds_as(&rest, "here"));
        says_nothing.then(|| format!("its hint only says {hint:?}"))
    })
}

fn error(screen: &Screen) -> Vec<Hit> {
    const NOTHING: [&str; 12] = [
        "error",
        "invalid",
        "invalid input",
        "invalid value",
        "wrong",
        "required",
        "this field is required",
        "错误",
        "无效",
        "输入有误",
        "必填",
        "格式错误",
    ];
    fields(screen, |_, field| {
        let error = screen.text(field.error?);
        NOTHING
            .iter()
            .any(|nothing| text::sounds_as(nothing, error))
            .then(|| format!("its error only says {error:?}"))
    })
}

fn over(screen: &Screen, most: usize) -> Vec<Hit> {
    let count = screen.nodes().iter().filter(|node| node.kind.field().is_some()).count();
    if count <= most {
        Vec::new()
    } else {
        vec![Hit::new(screen.place(screen.page()), format!("it asks for {count} things, {most} are enough"))]
    }
}

fn many(screen: &Screen) -> Vec<Hit> {
    if screen.is_for_seniors() { Vec::new() } else { over(screen, MOST_INPUTS.0) }
}

fn many_seniors(screen: &Screen) -> Vec<Hit> {
    if screen.is_for_seniors() { over(screen, MOST_INPUTS.1) } else { Vec::new() }
}

fn purpose(screen: &Screen) -> Vec<Hit> {
    const WORDS: [&str; 14] = [
        "telephone number",
        "phone number",
        "mobile number",
        "手机号",
        "手机号码",
        "电话号码",
        "联系电话",
        "email address",
        "e-mail address",
        "email",
        "电子邮箱",
        "身份证号",
        "身份证号码",
        "公民身份号码",
    ];
    fields(screen, |node, field| {
        let Kind::TextInput(input) = &node.kind else { return None };
        let label = screen.text(field.label);
        let is_known =
            input.purpose == TextPurpose::Plain && WORDS.iter().any(|words| text::sounds_as(words, label));
        is_known.then(|| format!("{label:?} is of the purpose plain"))
    })
}

fn choices(kind: &Kind) -> &[Choice] {
    match kind {
        Kind::ChooseOne(input) => &input.choices,
        Kind::ChooseMany(input) => &input.choices,
        Kind::SelectFrom(input) => &input.choices,
        _ => &[],
    }
}

fn choice_label(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        let at = choices(&node.kind).iter().position(|choice| screen.text(choice.label).is_empty())?;
        Some(format!("answer {} has no label in {}", at + 1, screen.language))
    })
}

fn choice_same(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| {
        let labels: Vec<&str> = choices(&node.kind).iter().map(|choice| screen.text(choice.label)).collect();
        let (_, label) = labels
            .iter()
            .enumerate()
            .find(|(index, label)| !label.is_empty() && labels[..*index].contains(label))?;
        Some(format!("two answers are {label:?}"))
    })
}

fn choice_alone(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::ChooseOne(input) if input.choices.len() == 1 => Some("there is one answer".into()),
        _ => None,
    })
}

fn choices_many(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::ChooseOne(_) | Kind::ChooseMany(_) if choices(&node.kind).len() > 12 => {
            Some(format!("it shows {} answers", choices(&node.kind).len()))
        }
        _ => None,
    })
}

fn file_any(screen: &Screen) -> Vec<Hit> {
    nodes(screen, |node| match &node.kind {
        Kind::FileInput(input)
            if input.media_types.is_empty() || input.media_types.iter().any(|own| own == "*/*") =>
        {
            Some("it names no media types".into())
        }
        _ => None,
    })
}

fn agreed(screen: &Screen) -> Vec<Hit> {
    // After a submission the person's own answer stands there; then the page says what else is wrong.
    let was_submitted = screen.step.event.contains("submits")
        || screen.step.event.contains("goes back")
        || screen.step.event.contains("...");
    nodes(screen, |node| match &node.kind {
        Kind::Declaration(input) if input.agreed && !was_submitted => Some("it is agreed to at first".into()),
        _ => None,
    })
}
