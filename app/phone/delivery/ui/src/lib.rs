//! The look of Fingertip: components, the one stylesheet, the index page, and the drawing of a mini-app's view.
//!
//! It promises that every component is a native element first, is named for assistive technology, and takes its words
//! from outside. It knows Dioxus and nothing of wasm, storage or the network, and it never decides what to say: the
//! words it says itself are Fluent messages `mini-app-*`.
//!
//! Start reading at [`ViewTree`], then [`components`]; the looks start at `assets/tokens/` and [`stylesheet`].

mod attributes;
mod back;
mod clipboard;
pub mod components;
mod device;
mod focus;
mod index;
mod input_text;
mod parts;
mod said;
mod speech;
mod stylesheet;
mod title;
mod view_tree;
mod webkit_gtk;

#[cfg(test)]
mod contrast;

pub use attributes::{Contrast, DocumentAttributes, Scheme};
pub use back::{keep_back, watch_back};
pub use clipboard::copy_text;
pub use device::use_device;
pub use fingertip_standard::events::Display;
pub use focus::{focus_arrived, focus_element, focus_screen, input_id, node_id, watch_keyboard};
pub use index::{IndexOptions, index_html};
pub use input_text::type_into;
pub use said::Said;
pub use speech::{Reading, Utterance, read_screen, screen_lines, stop_reading};
pub use stylesheet::stylesheet;
pub use title::DocumentTitle;
pub use view_tree::{
    CodeListFn, CodeLists, ImageFn, Images, KnownFact, PAGE_TITLE_ID, Picture, ViewEvent, ViewTree,
    ViewTreeProps, parse, say_refused,
};
pub use webkit_gtk::watch_names;
