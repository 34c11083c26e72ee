//! Files, photos, scans.

mod picked;

use std::sync::Arc;

use dioxus::prelude::*;
use fingertip_photos::{READ_BYTES, is_photo, make_smaller};

use picked::{Picked, picked};

use super::{
    button::IconButton,
    field::{FieldLabel, FieldNotes, FieldText},
    icon::{Icon, IconName},
};

/// A file that was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// The person's name for it.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What is in it.
    pub content: Vec<u8>,
}

/// A chosen file that is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFile {
    /// The person's name for it.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Why.
    pub why: FileRefusal,
}

/// Why a chosen file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRefusal {
    /// Larger than allowed, and no photo that could be made smaller.
    TooLarge,
    /// With the other files of the form more than allowed.
    TooMuchTogether,
    /// Of a kind that is not asked for.
    OtherKind,
    /// More files than allowed.
    TooMany,
    /// The device did not give it.
    Unreadable,
}

/// A file that stands in the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// Its name.
    pub name: String,
    /// Its size in words.
    pub size: String,
    /// What its removing button says, with its name.
    pub remove_label: String,
}

/// The words of a file field.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileLabels {
    /// "Choose a file".
    pub choose: String,
    /// "Take a photo"; none where no camera is offered.
    pub camera: Option<String>,
    /// Which files are taken, in a sentence.
    pub limits: String,
    /// "No file chosen".
    pub none: String,
}

/// What a file field takes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileLimits {
    /// Media types.
    pub media_types: Vec<String>,
    /// The most bytes each; 0 for no limit here.
    pub max_bytes: u64,
    /// The most files.
    pub at_most: u32,
    /// The most bytes of what is still to come, for the form's other files; 0 for no limit here.
    pub bytes_left: u64,
}

impl FileLimits {
    /// Whether a file of this media type is asked for. What the device does not know passes: the department looks at it.
    fn takes(&self, media_type: Option<&str>) -> bool {
        let Some(media_type) = media_type else { return true };
        let is_like = |wanted: &String| match wanted.strip_suffix("/*") {
            Some(class) => media_type.split('/').next() == Some(class),
            None => wanted.eq_ignore_ascii_case(media_type),
        };
        self.media_types.is_empty() || self.media_types.iter().any(is_like)
    }

    /// Why a file that is read is not taken; `left` is what may still come.
    fn refusal(&self, bytes: u64, left: u64) -> Option<FileRefusal> {
        if self.max_bytes > 0 && bytes > self.max_bytes {
            return Some(FileRefusal::TooLarge);
        }
        (self.bytes_left > 0 && bytes > left).then_some(FileRefusal::TooMuchTogether)
    }

    /// The most that is read of a file: a photo may become smaller.
    fn readable(&self, media_type: Option<&str>) -> u64 {
        let is_photo = media_type.is_some_and(is_photo);
        if self.max_bytes > 0 && !is_photo { self.max_bytes } else { READ_BYTES }
    }
}

/// Files, photos, scans. The content is read here and handed on, a photo made smaller first; a file that is too large is never read, and
/// what is not taken is said with its reason.
#[component]
pub fn FileField(
    /// The input's id.
    id: String,
    /// The words around it.
    text: FieldText,
    /// The key of the view's input, as `data-key`.
    #[props(default)]
    input_key: Option<String>,
    /// Its own words.
    labels: FileLabels,
    /// What it takes.
    limits: FileLimits,
    /// What stands in it.
    held: Vec<HeldFile>,
    /// Files were chosen and read.
    on_files: EventHandler<Vec<ChosenFile>>,
    /// Says in words why a file is not taken, where it takes at most so many, of at most so many bytes each.
    refused: Callback<(RefusedFile, u32, u64), String>,
    /// The file at this place was removed.
    on_remove: EventHandler<usize>,
) -> Element {
    let is_full = limits.at_most > 0 && held.len() >= limits.at_most as usize;
    let described = [text.described_by(&id), Some(format!("{id}_limits"))].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let accept = limits.media_types.join(",");
    let room = (limits.at_most.max(1) as usize).saturating_sub(held.len());
    let mut not_taken = use_signal(Vec::<RefusedFile>::new);
    let of = limits.clone();
    let choose = move |event: FormEvent, input: String| {
        let limits = of.clone();
        async move {
        let (mut read, mut left, mut refusals) = (Vec::new(), limits.bytes_left, Vec::new());
        for (position, file) in picked(&event, &input).await.into_iter().enumerate() {
            let taken = if position >= room { Err(FileRefusal::TooMany) } else { take(&file, &limits, left).await };
            match taken {
                Ok(file) => {
                    left = left.saturating_sub(file.content.len() as u64);
                    read.push(file);
                }
                Err(why) => refusals.push(RefusedFile { name: file.name, bytes: file.bytes, why }),
            }
        }
        not_taken.set(refusals);
        if !read.is_empty() {
            on_files.call(read);
        }
        // A browser tells of a change alone: with its last choice still in it, the same file could not be chosen again.
        document::eval(&format!("const input = document.getElementById({input:?}); if (input) input.value = '';"));
        }
    };
    // The native input lies over its label's look: it stays focusable and named.
    let picker = |id: String, label: String, icon: IconName, camera: bool| {
        let input = id.clone();
        rsx! {
            span { class: "fi-file__pick", "data-weight": if camera { "quiet" } else { "secondary" },
                label { class: "fi-file__face", r#for: "{id}",
                    Icon { name: icon }
                    span { "{label}" }
                }
                input {
                    class: "fi-file__input",
                    id: "{id}",
                    "data-key": input_key.clone(),
                    r#type: "file",
                    accept: if camera { "image/*".to_owned() } else { accept.clone() },
                    capture: camera.then_some("environment"),
                    multiple: limits.at_most > 1 && !camera,
                    aria_required: text.required().filter(|_| held.is_empty()),
                    aria_invalid: text.invalid(),
                    aria_describedby: "{described}",
                    onchange: {
                        let choose = choose.clone();
                        move |event| choose(event, input.clone())
                    },
                }
            }
        }
    };
    rsx! {
        fieldset { class: "fi-field", role: "group", "data-invalid": text.invalid(), aria_describedby: "{described}",
            legend { class: "fi-field__label", FieldLabel { text: text.clone() } }
            FieldNotes { id: id.clone(), text: text.clone() }
            p { class: "fi-field__hint", id: "{id}_limits", "{labels.limits}" }
            if held.is_empty() {
                p { class: "fi-visually-hidden", "{labels.none}" }
            } else {
                ul { class: "fi-file__list",
                    for (position, file) in held.iter().cloned().enumerate() {
                        li { class: "fi-file__held", key: "{position}-{file.name}",
                            Icon { name: IconName::File }
                            span { class: "fi-file__name", "{file.name}" span { class: "fi-muted", " {file.size}" } }
                            IconButton { icon: IconName::Remove, label: file.remove_label, on_press: move |()| on_remove.call(position) }
                        }
                    }
                }
            }
            // There before it has anything to say: what comes up with its words is not read out everywhere.
            div { role: "alert",
                for (position, file) in not_taken().into_iter().enumerate() {
                    p { class: "fi-field__error", key: "{position}",
                        Icon { name: IconName::Warning }
                        span { {refused.call((file.clone(), limits.at_most, limits.max_bytes))} }
                    }
                }
            }
            if !is_full {
                div { class: "fi-row",
                    {picker(id.clone(), labels.choose.clone(), IconName::Upload, false)}
                    if let Some(camera) = labels.camera.clone() {
                        {picker(format!("{id}_camera"), camera, IconName::Camera, true)}
                    }
                }
            } else {
                // Keeps the id that an error summary leads to.
                span { id: "{id}", tabindex: "-1" }
            }
        }
    }
}

/// Reads a file, and makes it smaller where it is a photo.
async fn take(file: &Picked, limits: &FileLimits, left: u64) -> Result<ChosenFile, FileRefusal> {
    let of = file.media_type.as_deref();
    if !limits.takes(of) {
        return Err(FileRefusal::OtherKind);
    }
    if file.bytes > limits.readable(of) {
        return Err(FileRefusal::TooLarge);
    }
    let content = file.read().await?;
    let content = match of.filter(|of| is_photo(of)) {
        Some(photo) => smaller(content, photo.to_owned()).await,
        None => content,
    };
    match limits.refusal(content.len() as u64, left) {
        Some(why) => Err(why),
        None => {
            let media_type = of.unwrap_or("application/octet-stream").to_owned();
            Ok(ChosenFile { name: file.name.clone(), media_type, content })
        }
    }
}

/// The photo, made smaller beside the window's own work: twelve million pixels take their time.
async fn smaller(content: Vec<u8>, media_type: String) -> Vec<u8> {
    let kept = Arc::<[u8]>::from(content);
    let given = kept.clone();
    let made = tokio::task::spawn_blocking(move || make_smaller(&given, &media_type)).await;
    made.ok().flatten().unwrap_or_else(|| kept.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_taken_by_its_kind_its_size_and_what_it_makes_together() {
        let limits = FileLimits {
            media_types: vec!["image/*".into(), "application/pdf".into()],
            max_bytes: 1000,
            at_most: 3,
            bytes_left: 1500,
        };
        for taken in [Some("image/heic"), Some("application/PDF"), None] {
            assert!(limits.takes(taken), "{taken:?}");
        }
        for other in ["text/html", "application/zip", "imagery/x"] {
            assert!(!limits.takes(Some(other)), "{other}");
        }
        assert_eq!(limits.refusal(1000, 1500), None);
        assert_eq!(limits.refusal(1001, 1500), Some(FileRefusal::TooLarge));
        assert_eq!(limits.refusal(1000, 900), Some(FileRefusal::TooMuchTogether));
        assert_eq!(limits.readable(Some("application/pdf")), 1000, "it cannot become smaller");
        assert_eq!(limits.readable(Some("image/jpeg")), READ_BYTES);
    }
}
