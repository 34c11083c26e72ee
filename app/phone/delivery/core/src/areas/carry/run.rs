//! How what is to be done here is done.

use std::sync::{Arc, PoisonError};

use fingertip_carry::{
    Bytes, Carried, CarryError, DocumentRow, OwnerMark, RecoveryCode, UnreadRow, open, seal,
};
use fingertip_files::{Access, write_new};
use fingertip_records::{Came, RecordsError};
use fingertip_standard::DepartmentId;

use super::settle::settle_setting;
use crate::{
    areas::{
        carry::{effect::CarryEffect, msg::CarryMsg},
        documents, start,
    },
    fault::ShownFault,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: CarryEffect) {
    let at = world.clone();
    drop(match effect {
        CarryEffect::MakeCode => world.begin(async move { make_code(&at) }),
        CarryEffect::Save(code) => world.begin(async move {
            at.send(match save(&at, code).await {
                Ok(file) => CarryMsg::CopySaved(file),
                Err(error) => CarryMsg::CopyNotSaved(ShownFault::of(&error)),
            });
        }),
        CarryEffect::BringBack { file, code } => world.begin(async move {
            match bring_back(&at, file, code).await {
                Ok(came) => {
                    // As at a start: every screen shows what came.
                    start::run::restore(&at);
                    at.send(CarryMsg::CopyCame(came));
                }
                Err(fault) => at.send(CarryMsg::CopyRefused(fault)),
            }
        }),
    });
}

/// Whose store this is. A copy of nobody's would be anybody's.
fn owner(world: &World) -> Result<OwnerMark, RecordsError> {
    let people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
    let owner = people.owner(&world.profile).ok_or(CarryError::Nobodys)?;
    Ok(OwnerMark::of(&owner.issuer, &owner.subject))
}

/// Whether a copy is of this store's person, at whichever issuer they had signed in.
fn is_own(world: &World, owner: &OwnerMark) -> bool {
    let people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
    people.owners(&world.profile).any(|own| OwnerMark::of(&own.issuer, &own.subject) == *owner)
}

fn make_code(world: &World) {
    world.send(match owner(world) {
        Ok(_) => CarryMsg::CodeMade(RecoveryCode::generate()),
        Err(error) => CarryMsg::CopyNotSaved(ShownFault::of(&error)),
    });
}

/// Writes a copy to a new file that only the person can read; where it is.
async fn save(world: &Arc<World>, code: RecoveryCode) -> Result<String, RecordsError> {
    let (owner, now) = (owner(world)?, world.now());
    let carried = world.written(move |records| records.carried(owner, now)).await?;
    let name = format!("fingertip-{}.age", now.strftime("%Y-%m-%d-%H%M%S"));
    let path = world.options.downloads.join(name);
    let write = move || -> Result<String, RecordsError> {
        write_new(&path, &seal(&carried, &code)?, Access::Owner)?;
        Ok(path.display().to_string())
    };
    in_background(write).await
}

/// Opens a copy and takes it in; how much came.
async fn bring_back(world: &Arc<World>, file: Vec<u8>, code: String) -> Result<Came, ShownFault> {
    let fault = |error: RecordsError| ShownFault::of(&error);
    owner(world).map_err(fault)?;
    let read = move || -> Result<Carried, RecordsError> {
        let code = RecoveryCode::read(&code).map_err(CarryError::from)?;
        Ok(open(&file, &code)?)
    };
    let mut carried = in_background(read).await.map_err(fault)?;
    if !is_own(world, &carried.owner) {
        return Err(fault(CarryError::AnotherPersons.into()));
    }
    let owner = carried.owner.clone();
    check_documents(world, &mut carried).await?;
    let import =
        move |records: &fingertip_records::Records| records.import(&carried, &owner, &settle_setting);
    world.written(import).await.map_err(fault)
}

/// A document is kept where its signature holds, as it says itself; others are put aside. What this device has needs no other look.
///
/// # Errors
/// A department's keys are not here and cannot be had now: nothing was changed.
async fn check_documents(world: &World, carried: &mut Carried) -> Result<(), ShownFault> {
    let known = world.records.documents().map_err(|error| ShownFault::of(&error))?.rows;
    for row in std::mem::take(&mut carried.documents) {
        if known.iter().any(|kept| kept.jws == row.jws) {
            continue;
        }
        let Ok(department) = DepartmentId::new(row.issuer.clone()) else {
            carried.unread.push(aside(row));
            continue;
        };
        match documents::run::verified(world, &department, &row.jws).await {
            Ok((document, _)) => {
                let content = serde_json::to_value(&document).unwrap_or_default();
                carried.documents.push(DocumentRow { id: document.id, content, ..row });
            }
            Err(fault) if fault.can_retry => return Err(fault),
            Err(_) => carried.unread.push(aside(row)),
        }
    }
    Ok(())
}

fn aside(row: DocumentRow) -> UnreadRow {
    let name = format!("{} {}", row.issuer, row.id);
    UnreadRow { kind: "document".to_owned(), name, content: Bytes(row.jws.into_bytes()) }
}

/// Does what takes its time where nothing waits for it.
async fn in_background<T: Send + 'static>(
    job: impl FnOnce() -> Result<T, RecordsError> + Send + 'static,
) -> Result<T, RecordsError> {
    tokio::task::spawn_blocking(job).await.unwrap_or(Err(RecordsError::NotWritable))
}
