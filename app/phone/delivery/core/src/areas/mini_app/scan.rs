//! The code that a sheet asks for: out of a photo, a file, or typed.

use fingertip_documents::photo::{self, PhotoError};
use fingertip_host::SheetId;
use fingertip_standard::limits;
use jiff::Timestamp;

use crate::{
    areas::mini_app::{effect::MiniAppEffect, hosting},
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::{Scanning, Sheet},
};

/// A photo or a file was chosen: it is read, if the sheet is still there.
pub(crate) fn on_chosen(model: &mut Model, sheet: SheetId, content: Vec<u8>) -> Vec<Effect> {
    let Some(instance) = model.open.as_ref().map(|open| open.instance) else { return Vec::new() };
    if !show(model, sheet, Scanning::Reading) {
        return Vec::new();
    }
    vec![MiniAppEffect::ReadCode { instance, sheet, content }.into()]
}

/// The code was read, or not. What it says is shown; the mini-app is told when the person agrees.
pub(crate) fn on_read(
    model: &mut Model,
    sheet: SheetId,
    read: Result<String, ShownFault>,
    now: Timestamp,
) -> Vec<Effect> {
    let read = read.map(|text| text.trim().to_owned()).and_then(|text| match text.len() {
        0 => Err(ShownFault::of(&PhotoError::NoCode)),
        1..=limits::CODE_BYTES => Ok(text),
        _ => Err(ShownFault::code_too_long()),
    });
    match read {
        Ok(text) => hosting::happen(model, now, |host, _| host.scan(sheet, text)),
        Err(fault) => {
            show(model, sheet, Scanning::Failed(fault));
            Vec::new()
        }
    }
}

/// What the one code in `content` says: a text as it is, a photo's code.
pub(crate) fn read(content: Vec<u8>) -> Result<String, ShownFault> {
    let mut codes = photo::read_file(content).map_err(|error| ShownFault::of(&error))?;
    match codes.len() {
        1 => Ok(codes.remove(0)),
        _ => Err(ShownFault::several_codes()),
    }
}

/// Shows how far it is; false where the sheet is gone.
fn show(model: &mut Model, id: SheetId, now: Scanning) -> bool {
    let is_it = |sheet: &&mut Sheet| matches!(sheet, Sheet::Scan { id: own, .. } if *own == id);
    let Some(Sheet::Scan { scanning, .. }) = model.sheets.iter_mut().find(is_it) else { return false };
    *scanning = now;
    true
}
