//! Icons and pictures: there, light, and said in words.

use std::collections::BTreeSet;

use fingertip_picture::{measure_all, media_type};
use fingertip_standard::view::{Image, Kind, Node};
use roxmltree::Document;

use crate::{Area, Check, Hit, Place, Rule, Runs, Screen, Severity, Subject, text};

/// What one picture should stay under.
const PICTURE_BYTES: usize = 100 << 10;

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "icon-none",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "The manifest names no icon.",
        why: "The shell has nothing to show in the list of mini-apps.",
        fix: "Add a square SVG to `icons`.",
        check: Check::Files(none),
    },
    Rule {
        id: "icon-missing",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "The manifest names an icon that is not in the bundle.",
        why: "The shell shows an empty square.",
        fix: "Put the file into `common/`, or mend its path.",
        check: Check::Files(icon_missing),
    },
    Rule {
        id: "icon-not-svg",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "An icon is no SVG.",
        why: "Seniors see it at twice the size, and a raster image is blurred then.",
        fix: "Draw it as SVG.",
        check: Check::Files(icon_svg),
    },
    Rule {
        id: "icon-not-square",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "An icon is not square.",
        why: "It is squeezed where the shell shows it.",
        fix: "Give its `viewBox` the same width and height.",
        check: Check::Files(icon_square),
    },
    Rule {
        id: "picture-heavy",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "A picture is larger than 100 KB.",
        why: "On a slow network it is seconds before the first page.",
        fix: "Draw it as SVG, or save it smaller.",
        check: Check::Files(heavy),
    },
    Rule {
        id: "picture-too-large",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "A picture is not what its name says, moves, or is larger than a shell draws: bytes, pixels, what an SVG repeats.",
        why: "A small file can fill a phone's memory. The device refuses the whole bundle.",
        fix: "Save it smaller, as one still picture; in an SVG draw each thing once.",
        check: Check::Files(too_large),
    },
    Rule {
        id: "picture-format",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "A file in `common/` is of a kind that a shell does not draw.",
        why: "Nobody sees it, and everybody fetches it.",
        fix: "Save it as SVG, PNG, JPEG or WebP, or leave it out.",
        check: Check::Files(format),
    },
    Rule {
        id: "picture-unused",
        area: Area::Pictures,
        severity: Severity::Advice,
        catches: "A file in `common/` is neither an icon nor shown on any page.",
        why: "Every person pays for its download.",
        fix: "Leave it out.",
        check: Check::Runs(unused),
    },
    Rule {
        id: "picture-missing",
        area: Area::Pictures,
        severity: Severity::Error,
        catches: "A page shows a picture that is not in the bundle.",
        why: "The person sees a broken picture.",
        fix: "Put the file into `common/`, or mend its path.",
        check: Check::Runs(missing),
    },
    Rule {
        id: "picture-without-alternative",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "A picture is not said in words.",
        why: "Whoever cannot see it is not told that it is there (WCAG 2.2, 1.1.1).",
        fix: "Say what it shows; leave it out where it is decoration.",
        check: Check::Screen(alternative),
    },
    Rule {
        id: "alternative-is-file-name",
        area: Area::Pictures,
        severity: Severity::Warning,
        catches: "The words for a picture are the name of its file.",
        why: "A screen reader reads \"i m g underscore 3 dot p n g\".",
        fix: "Say what it shows.",
        check: Check::Screen(file_name),
    },
    Rule {
        id: "alternative-says-picture",
        area: Area::Pictures,
        severity: Severity::Advice,
        catches: "The words for a picture begin with \"picture of\".",
        why: "A screen reader says that it is a picture already.",
        fix: "Begin with what it shows.",
        check: Check::Screen(says_picture),
    },
];

fn icons(subject: &Subject) -> Vec<&str> {
    subject
        .manifest
        .as_ref()
        .map(|manifest| manifest.icons.iter().map(|icon| icon.src.as_str()).collect())
        .unwrap_or_default()
}

fn extension(path: &str) -> String {
    path.rsplit_once('.').map(|(_, extension)| extension.to_lowercase()).unwrap_or_default()
}

fn none(subject: &Subject) -> Vec<Hit> {
    let is_bad = subject.manifest.is_ok() && icons(subject).is_empty();
    if is_bad {
        vec![Hit::new(Place::line("manifest.json", subject.manifest_line("icons")), "it names no icon")]
    } else {
        Vec::new()
    }
}

fn icon_missing(subject: &Subject) -> Vec<Hit> {
    let missing = icons(subject).into_iter().filter(|path| !subject.files.contains_key(*path));
    missing
        .map(|path| {
            Hit::new(
                Place::line("manifest.json", subject.manifest_line(path)),
                format!("{path} is not in the bundle"),
            )
        })
        .collect()
}

fn icon_svg(subject: &Subject) -> Vec<Hit> {
    let others = icons(subject).into_iter().filter(|path| extension(path) != "svg");
    others.map(|path| Hit::new(Place::file(path), "it is no SVG")).collect()
}

fn icon_square(subject: &Subject) -> Vec<Hit> {
    let hit = |path: &str| {
        let text = String::from_utf8_lossy(subject.files.get(path)?);
        let document = Document::parse(&text).ok()?;
        let root = document.root_element();
        let length =
            |name| root.attribute(name).and_then(|value| value.trim_end_matches("px").parse::<f64>().ok());
        let of_box = root.attribute("viewBox").map(|value| {
            value.split([' ', ',']).filter_map(|part| part.parse::<f64>().ok()).collect::<Vec<_>>()
        });
        let (width, height) = match of_box.as_deref() {
            Some([_, _, width, height]) => (*width, *height),
            _ => (length("width")?, length("height")?),
        };
        ((width - height).abs() > 0.01 * width.max(height))
            .then(|| Hit::new(Place::file(path), format!("it is {width} wide and {height} high")))
    };
    icons(subject).into_iter().filter_map(hit).collect()
}

fn common(subject: &Subject) -> impl Iterator<Item = (&String, &Vec<u8>)> {
    subject.files.iter().filter(|(path, _)| path.starts_with("common/"))
}

fn too_large(subject: &Subject) -> Vec<Hit> {
    let pictures = common(subject).map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
    let refused = measure_all(pictures).err();
    refused.map(|(path, error)| Hit::new(Place::file(path), error.to_string())).into_iter().collect()
}

fn heavy(subject: &Subject) -> Vec<Hit> {
    let heavy = common(subject).filter(|(_, bytes)| bytes.len() > PICTURE_BYTES);
    heavy
        .map(|(path, bytes)| {
            Hit::new(
                Place::file(path),
                format!("it has {} KB, the budget is {} KB", bytes.len() >> 10, PICTURE_BYTES >> 10),
            )
        })
        .collect()
}

fn format(subject: &Subject) -> Vec<Hit> {
    let odd = common(subject).filter(|(path, _)| media_type(path).is_none());
    odd.map(|(path, _)| Hit::new(Place::file(path), format!("no shell draws {:?}", extension(path))))
        .collect()
}

fn images(screen: &Screen) -> impl Iterator<Item = (&Node, &Image)> {
    screen.nodes().iter().filter_map(|node| match &node.kind {
        Kind::Image(image) => Some((node, image)),
        _ => None,
    })
}

fn unused(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    if !runs.is_whole || !runs.is_representative || runs.screens.is_empty() {
        return Vec::new();
    }
    let shown: BTreeSet<&str> = runs
        .screens
        .iter()
        .flat_map(images)
        .map(|(_, image)| image.path.as_str())
        .chain(icons(subject))
        .collect();
    let unused = common(subject).filter(|(path, _)| !shown.contains(path.as_str()));
    unused.map(|(path, _)| Hit::new(Place::file(path), "nothing shows it")).collect()
}

fn missing(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let shown =
        runs.screens.iter().flat_map(|screen| images(screen).map(move |(node, image)| (screen, node, image)));
    let missing = shown.filter(|(_, _, image)| !subject.files.contains_key(&image.path));
    missing
        .map(|(screen, node, image)| {
            Hit::new(screen.place(&node.key), format!("{} is not in the bundle", image.path))
        })
        .collect()
}

fn alternative(screen: &Screen) -> Vec<Hit> {
    let is_silent = |image: &Image| image.alternative.is_none_or(|word| screen.text(word).is_empty());
    let silent = images(screen).filter(|(_, image)| is_silent(image));
    silent
        .map(|(node, image)| Hit::new(screen.place(&node.key), format!("{} has no words", image.path)))
        .collect()
}

fn said<'a>(screen: &'a Screen, is_bad: impl Fn(&Image, &str) -> bool + 'a) -> Vec<Hit> {
    let with_words = images(screen)
        .filter_map(|(node, image)| image.alternative.map(|word| (node, image, screen.text(word))));
    let bad = with_words.filter(|(_, image, words)| is_bad(image, words));
    bad.map(|(node, _, words)| Hit::new(screen.place(&node.key), format!("its words are {words:?}")))
        .collect()
}

fn file_name(screen: &Screen) -> Vec<Hit> {
    said(screen, |image, words| {
        let name = image.path.rsplit('/').next().unwrap_or_default();
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        text::sounds_as(words, name) || text::sounds_as(words, stem) || media_type(words).is_some()
    })
}

fn says_picture(screen: &Screen) -> Vec<Hit> {
    const BEGINNINGS: [&str; 6] = ["picture of", "image of", "photo of", "图片：", "一张图片", "图片:"];
    said(screen, |_, words| BEGINNINGS.iter().any(|beginning| words.to_lowercase().starts_with(beginning)))
}
