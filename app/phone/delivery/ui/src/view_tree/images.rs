//! Pictures of the bundle. Each stands once in the page, however often it is shown: showing it refers to it.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use dioxus::prelude::*;
use fingertip_picture::{Size, measure, media_type};
use fingertip_standard::view::{Image, Kind, View};

use super::Draw;

/// A picture that may be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// A data URL of it.
    pub address: Rc<str>,
    /// How large it is.
    pub size: Size,
}

/// Finds a picture by its path.
pub type ImageFn = dyn Fn(&str) -> Option<Picture>;

/// The pictures of a bundle.
#[derive(Clone)]
pub struct Images(pub Rc<ImageFn>);

impl PartialEq for Images {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Default for Images {
    fn default() -> Self {
        Self(Rc::new(|_| None))
    }
}

impl Images {
    /// The pictures `files`, by their paths. One that is none, or is larger than a picture may be, is not there.
    pub fn of<B: AsRef<[u8]> + 'static>(files: Arc<BTreeMap<String, B>>) -> Self {
        let known: RefCell<BTreeMap<String, Option<Picture>>> = RefCell::default();
        Self(Rc::new(move |path| {
            if let Some(known) = known.borrow().get(path) {
                return known.clone();
            }
            let found = files.get(path).and_then(|bytes| picture(path, bytes.as_ref()));
            known.borrow_mut().insert(path.to_owned(), found.clone());
            found
        }))
    }
}

fn picture(path: &str, bytes: &[u8]) -> Option<Picture> {
    let size = measure(path, bytes).ok()??;
    let media_type = media_type(path)?;
    Some(Picture { address: format!("data:{media_type};base64,{}", BASE64.encode(bytes)).into(), size })
}

/// The id under which a picture stands in the page.
fn picture_id(path: &str) -> String {
    let letter =
        |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("_{:x}", u32::from(c)) };
    format!("fi-picture-{}", path.chars().map(letter).collect::<String>())
}

/// Every picture that a view shows, once.
pub(super) fn shown(view: &View, images: &Images) -> Vec<(String, Picture)> {
    let paths = view.nodes.iter().filter_map(|node| match &node.kind {
        Kind::Image(image) => Some(image.path.as_str()),
        _ => None,
    });
    let once: BTreeMap<&str, Picture> = paths.filter_map(|path| Some((path, (images.0)(path)?))).collect();
    once.into_iter().map(|(path, picture)| (picture_id(path), picture)).collect()
}

/// The pictures themselves: not seen where they stand, and drawn anew only when others are shown.
#[component]
pub(super) fn Pictures(shown: Vec<(String, Picture)>) -> Element {
    rsx! {
        if !shown.is_empty() {
            svg { class: "fi-view__pictures", width: "0", height: "0", "aria-hidden": "true",
                defs {
                    for (id , picture) in shown {
                        image { key: "{id}", id: "{id}", href: "{picture.address}", width: "{picture.size.width}", height: "{picture.size.height}" }
                    }
                }
            }
        }
    }
}

/// A place where a picture is shown.
pub(super) fn image(draw: &Draw<'_>, image: &Image) -> Element {
    let alternative = draw.optional(image.alternative);
    match ((draw.props.images.0)(&image.path), alternative) {
        (Some(Picture { size: Size { width, height }, .. }), alternative) => rsx! {
            svg {
                class: "fi-view__image",
                role: alternative.is_some().then_some("img"),
                "aria-label": alternative.clone(),
                "aria-hidden": alternative.is_none().then_some("true"),
                width: "{width}",
                height: "{height}",
                view_box: "0 0 {width} {height}",
                r#use { href: "#{picture_id(&image.path)}" }
            }
        },
        // Better its words than a torn picture.
        (None, Some(alternative)) => rsx! {
            p { class: "fi-view__text fi-muted", "{alternative}" }
        },
        (None, None) => rsx! {},
    }
}
