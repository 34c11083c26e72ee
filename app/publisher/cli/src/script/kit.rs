//! The JavaScript kit: carried by this command, so that a department needs no checkout of Fingertip.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

/// Where a mini-app has its kit: in its own folder, so that what was tested stays when this command is renewed.
pub(crate) const PLACE: &str = "vendor/fingertip-sdk";
/// The first file of the kit that is bundled.
pub(crate) const ENTRY: &str = "src/index.js";

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../../../../mini-apps/sdk-js/", $path)))),*]
    };
}

/// Every file of it, without its own tests.
const FILES: &[(&str, &str)] = files![
    "README.md",
    "contract.d.ts",
    "index.d.ts",
    "package.json",
    "resolve.mjs",
    "src/answers.js",
    "src/effects.js",
    "src/form.js",
    "src/held.js",
    "src/index.js",
    "src/inputs.js",
    "src/instance.js",
    "src/nodes.js",
    "src/testing.js",
    "src/typed.js",
    "src/words.js",
    "testing.d.ts",
];

/// The nation's rules for what is typed.
const NATION: &str = include_str!("../../../../../assets/nation/rules.json");

/// Puts the kit into the mini-app's folder: this command's own, or the one in `from`.
pub(crate) fn put(folder: &Path, from: Option<&Path>) -> Result<()> {
    if let Some(from) = from.filter(|from| !from.join(ENTRY).is_file()) {
        bail!("{} is not the JavaScript SDK: it has no {ENTRY}", from.display());
    }
    for (path, text) in FILES {
        let to = folder.join(PLACE).join(path);
        let parent = to.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
        let text = match from.map(|from| from.join(path)) {
            Some(from) => {
                fs::read_to_string(&from).with_context(|| format!("{} cannot be read", from.display()))?
            }
            None => (*text).to_owned(),
        };
        fs::write(&to, text).with_context(|| format!("{} cannot be written", to.display()))?;
    }
    // Tests check what is typed by the nation's rules; in a checkout they stand among its assets.
    let rules = folder.join(PLACE).join("nation.json");
    fs::write(&rules, NATION).with_context(|| format!("{} cannot be written", rules.display()))
}

/// The kit's first file for the mini-app in `folder`; none where npm has put the kit there and the bundler finds it itself.
/// In a checkout of Fingertip it is the checkout's; where a mini-app has none, it gets this command's.
pub(crate) fn entry(folder: &Path) -> Result<Option<PathBuf>> {
    let own = folder.join(PLACE).join(ENTRY);
    if own.is_file() {
        return Ok(Some(own));
    }
    if folder.join("node_modules/fingertip-sdk").exists() {
        return Ok(None);
    }
    let absolute = std::path::absolute(folder).with_context(|| format!("{} is no path", folder.display()))?;
    let checkout = absolute
        .ancestors()
        .map(|place| place.join("mini-apps/sdk-js").join(ENTRY))
        .find(|entry| entry.is_file());
    if checkout.is_some() {
        return Ok(checkout);
    }
    put(folder, None)?;
    println!("{} was missing: this command's own kit is there now", folder.join(PLACE).display());
    Ok(Some(own))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_kit_is_whole() {
        let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../mini-apps/sdk-js");
        let names = |folder: &str| -> BTreeSet<String> {
            let entries = fs::read_dir(kit.join(folder)).expect("a folder of the kit");
            entries
                .map(|entry| format!("{folder}{}", entry.expect("a file").file_name().to_string_lossy()))
                .collect()
        };
        let carried: BTreeSet<String> = FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
        assert_eq!(names("src/").difference(&carried).count(), 0, "a source of the kit is not carried");
        let for_building_it = ["contract.mjs", "node_modules", "src", "test", "tsconfig.json"];
        let missing: Vec<String> = names("")
            .difference(&carried)
            .filter(|name| !for_building_it.contains(&name.as_str()))
            .cloned()
            .collect();
        assert_eq!(missing, Vec::<String>::new(), "a file of the kit is not carried");
    }

    #[test]
    fn a_folder_that_is_no_kit_is_refused() {
        let home = tempfile::tempdir().expect("a folder");
        let refused = put(home.path(), Some(home.path())).expect_err("no kit");
        assert!(refused.to_string().contains("is not the JavaScript SDK"), "{refused}");
    }
}
