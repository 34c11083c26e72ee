//! Files, photos, scans.

use dioxus::prelude::*;

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

/// Why a chosen file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileRefusal {
    /// Larger than allowed; not read at all.
    TooLarge,
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
}

/// Files, photos, scans. The content is read here and handed on; a file that is too large is never read.
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
    /// A file was refused: its name and why.
    on_refused: EventHandler<(String, FileRefusal)>,
    /// The file at this place was removed.
    on_remove: EventHandler<usize>,
) -> Element {
    let is_full = limits.at_most > 0 && held.len() >= limits.at_most as usize;
    let described = [text.described_by(&id), Some(format!("{id}_limits"))].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let accept = limits.media_types.join(",");
    let room = (limits.at_most.max(1) as usize).saturating_sub(held.len());
    let max_bytes = limits.max_bytes;
    let choose = move |event: FormEvent, input: String| async move {
        let mut read = Vec::new();
        for (position, file) in event.files().into_iter().enumerate() {
            let refusal = if position >= room {
                Some(FileRefusal::TooMany)
            } else if max_bytes > 0 && file.size() > max_bytes {
                Some(FileRefusal::TooLarge)
            } else {
                match file.read_bytes().await {
                    Ok(content) if max_bytes == 0 || content.len() as u64 <= max_bytes => {
                        let media_type = file.content_type().unwrap_or_else(|| "application/octet-stream".to_owned());
                        read.push(ChosenFile { name: file.name(), media_type, content: content.to_vec() });
                        None
                    }
                    Ok(_) => Some(FileRefusal::TooLarge),
                    Err(_) => Some(FileRefusal::Unreadable),
                }
            };
            if let Some(refusal) = refusal {
                on_refused.call((file.name(), refusal));
            }
        }
        if !read.is_empty() {
            on_files.call(read);
        }
        // A browser tells of a change alone: with its last choice still in it, the same file could not be chosen again.
        document::eval(&format!("const input = document.getElementById({input:?}); if (input) input.value = '';"));
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
                    onchange: move |event| choose(event, input.clone()),
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
