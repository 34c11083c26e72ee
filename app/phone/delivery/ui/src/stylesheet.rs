//! The one stylesheet, built into the program: hashed assets have broken in packaged apps, and a second window must
//! get the styles too.

macro_rules! sheets {
    ($($path:literal),* $(,)?) => { concat!($(include_str!($path), "\n"),*) };
}

/// The stylesheet: tokens first, then the page, then each component.
#[must_use]
pub fn stylesheet() -> &'static str {
    sheets!(
        "../../../../../assets/tokens/palette.css",
        "../../../../../assets/tokens/colors.css",
        "../../../../../assets/tokens/measures.css",
        "../../../../../assets/tokens/seniors.css",
        "../../../../../assets/tokens/base.css",
        "components/icon/style.css",
        "components/button/style.css",
        "components/press.css",
        "components/card/style.css",
        "components/copy_button/style.css",
        "components/home_card/style.css",
        "components/life_event/style.css",
        "components/progress_line/style.css",
        "components/notice/style.css",
        "components/status/style.css",
        "components/tile/style.css",
        "components/list_row/style.css",
        "components/tag/style.css",
        "components/details/style.css",
        "components/tabs/style.css",
        "components/code/style.css",
        "components/place_map/style.css",
        "components/field/style.css",
        "components/file_field/style.css",
        "components/choice/style.css",
        "components/select/style.css",
        "components/search_box/style.css",
        "components/sheet/style.css",
        "components/bottom_bar/style.css",
        "components/top_bar/style.css",
        "components/progress_steps/style.css",
        "components/timeline/style.css",
        "components/skeleton/style.css",
        "components/empty_state/style.css",
        "components/error_summary/style.css",
        "components/crest/style.css",
        "components/document_card/style.css",
        "components/table/style.css",
        "components/chart/style.css",
        "components/rating/style.css",
        "components/phone_frame/style.css",
        "view_tree/style.css",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn components() -> &'static str {
        let at = stylesheet().find(".fi-icon {").expect("the first component");
        &stylesheet()[at..]
    }

    #[test]
    fn components_use_roles_only() {
        for (number, line) in components().lines().enumerate() {
            let is_bad = line.contains("--fi-palette")
                || line.contains("!important")
                || line.contains("px;")
                || line.contains(": #")
                || line.contains(" left:")
                || line.contains(" right:");
            assert!(!is_bad, "line {number} of the components' styles: {line}");
        }
    }

    #[test]
    fn every_variable_is_defined() {
        for part in stylesheet().split("var(").skip(1) {
            let name = part.split([')', ',']).next().expect("a name");
            assert!(stylesheet().contains(&format!("{name}:")), "{name} is used and nowhere defined");
        }
    }

    #[test]
    fn braces_match() {
        assert_eq!(stylesheet().matches('{').count(), stylesheet().matches('}').count());
    }

    #[test]
    fn every_style_of_a_component_is_in_the_sheet() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/components");
        for entry in
            std::fs::read_dir(folder).expect("the folder").flatten().filter(|entry| entry.path().is_dir())
        {
            let style = std::fs::read_to_string(entry.path().join("style.css"))
                .expect("each component has a style.css");
            assert!(stylesheet().contains(&style), "{} is not in the stylesheet", entry.path().display());
        }
    }
}
