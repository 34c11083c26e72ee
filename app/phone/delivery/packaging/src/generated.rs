//! What is written from the drawing and from `locales/`. Texts stand in the tree, so that `dx` finds them and a change is seen; pictures are
//! drawn when a package is made.

use std::path::Path;

use anyhow::{Context, Result};
use fingertip_locale::SHELL_LANGUAGES;

use crate::{
    icon::{Icon, Part},
    strings,
};

/// A file of the project, by its path in the shell's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it stands.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), bytes: text.into().into_bytes() }
    }
}

/// The ground of the launch screen, by day and by night: `--fi-palette-paper` and `--fi-palette-night`.
const LAUNCH_GROUNDS: [(Option<&str>, [u8; 3]); 2] =
    [(None, [0xF7, 0xF5, 0xF0]), (Some("dark"), [0x11, 0x14, 0x17])];

/// Apple's signature under a file of an asset catalogue.
const INFO: &str = "\"info\": { \"author\": \"xcode\", \"version\": 1 }";

fn icon(folder: &Path) -> Result<Icon> {
    let path = folder.join("icon.svg");
    let source =
        std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Icon::read(&source)
}

/// The texts that stand in the tree.
///
/// # Errors
/// Where the drawing cannot be read.
pub fn generated(folder: &Path) -> Result<Vec<File>> {
    let icon = icon(folder)?;
    let head =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- From icon.svg: `fingertip-packaging write`. -->\n";
    let mut files = vec![
        File::text("android/res/drawable/fingertip_mark.xml", format!("{head}{}", icon.vector(false))),
        File::text("android/res/drawable/fingertip_mark_one.xml", format!("{head}{}", icon.vector(true))),
        File::text(
            "android/res/values/fingertip_icon.xml",
            format!(
                "{head}<resources>\n    <color name=\"fingertip_icon\">{}</color>\n</resources>\n",
                icon.ground()
            ),
        ),
        File::text(
            "android/res/mipmap-anydpi-v26/fingertip.xml",
            format!(
                "{head}<adaptive-icon xmlns:android=\"http://schemas.android.com/apk/res/android\">\n    \
                 <background android:drawable=\"@color/fingertip_icon\" />\n    \
                 <foreground android:drawable=\"@drawable/fingertip_mark\" />\n    \
                 <monochrome android:drawable=\"@drawable/fingertip_mark_one\" />\n</adaptive-icon>\n"
            ),
        ),
        File::text("ios/Assets.xcassets/Contents.json", format!("{{ {INFO} }}\n")),
        File::text(
            "ios/Assets.xcassets/AppIcon.appiconset/Contents.json",
            format!(
                "{{\n  \"images\": [\n    {{ \"filename\": \"icon.png\", \"idiom\": \"universal\", \"platform\": \"ios\", \"size\": \"1024x1024\" }}\n  ],\n  {INFO}\n}}\n"
            ),
        ),
        File::text("ios/Assets.xcassets/LaunchGround.colorset/Contents.json", launch_ground()),
        File::text("ios/Assets.xcassets/LaunchMark.imageset/Contents.json", launch_mark()),
    ];
    for (language, values) in strings::android_folders() {
        files.push(File::text(
            format!("android/res/{values}/fingertip_strings.xml"),
            strings::android(language),
        ));
    }
    for language in SHELL_LANGUAGES {
        files.push(File::text(format!("ios/{language}.lproj/InfoPlist.strings"), strings::apple(language)));
    }
    Ok(files)
}

fn launch_ground() -> String {
    let colours = LAUNCH_GROUNDS.map(|(appearance, [red, green, blue])| {
        let appearance = appearance.map_or_else(String::new, |name| {
            format!("\"appearances\": [{{ \"appearance\": \"luminosity\", \"value\": \"{name}\" }}], ")
        });
        format!(
            "    {{ {appearance}\"idiom\": \"universal\", \"color\": {{ \"color-space\": \"srgb\", \"components\": {{ \
             \"red\": \"0x{red:02X}\", \"green\": \"0x{green:02X}\", \"blue\": \"0x{blue:02X}\", \"alpha\": \"1.000\" }} }} }}"
        )
    });
    format!("{{\n  \"colors\": [\n{}\n  ],\n  {INFO}\n}}\n", colours.join(",\n"))
}

fn launch_mark() -> String {
    let images = [1, 2, 3].map(|scale| {
        format!(
            "    {{ \"filename\": \"mark@{scale}x.png\", \"idiom\": \"universal\", \"scale\": \"{scale}x\" }}"
        )
    });
    format!("{{\n  \"images\": [\n{}\n  ],\n  {INFO}\n}}\n", images.join(",\n"))
}

/// The pictures that a package and its store want. Android draws the vectors itself, and from one picture of 1024 pixels Apple's compiler of
/// asset catalogues makes every other (Xcode 14 on).
///
/// # Errors
/// Where the drawing cannot be read or drawn.
pub fn pictures(folder: &Path) -> Result<Vec<File>> {
    let icon = icon(folder)?;
    let wanted = [
        ("ios/Assets.xcassets/AppIcon.appiconset/icon.png", Part::Whole, 1024),
        ("ios/Assets.xcassets/LaunchMark.imageset/mark@1x.png", Part::Whole, 120),
        ("ios/Assets.xcassets/LaunchMark.imageset/mark@2x.png", Part::Whole, 240),
        ("ios/Assets.xcassets/LaunchMark.imageset/mark@3x.png", Part::Whole, 360),
        ("store/app-store-1024.png", Part::Whole, 1024),
        ("store/google-play-512.png", Part::Whole, 512),
        ("store/mark-512.png", Part::Mark, 512),
    ];
    wanted
        .into_iter()
        .map(|(path, part, side)| Ok(File { path: path.to_owned(), bytes: icon.picture(part, side)? }))
        .collect()
}
