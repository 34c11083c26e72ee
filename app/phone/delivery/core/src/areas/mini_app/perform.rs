//! Doing what an allowed request asks for. The ledger's line is written first: what cannot be written down does not
//! happen.

use fingertip_contract::api;
use fingertip_host::{Destination, Said};
use fingertip_records::{OutgoingItem, RecordsError};
use fingertip_standard::{
    Named, OperationId,
    requests::{Answer, CaseDraft, Payment, Refusal, RequestFault, Wish},
};

use crate::{
    areas::{
        consents, documents,
        family::run::look_after_refusal,
        links::{self, msg::LinksMsg},
        mini_app::{effect::Perform, msg::MiniAppMsg},
        notices::msg::NoticesMsg,
        outbox, payments,
        session::run::{ask_for_assurance, note_answer},
    },
    fault::ShownFault,
    world::World,
};

pub(crate) async fn perform(world: &World, request: Perform) {
    let (instance, id) = (request.instance, request.request);
    let destination = match &request.destination {
        Some(destination @ Destination::MiniApp { .. }) => Some(Box::new(destination.clone())),
        _ => None,
    };
    // Whether another mini-app takes the person in is found out before anything is told to it.
    let refused = match &destination {
        Some(destination) => links::run::refused(world, &request.app, destination).await,
        None => None,
    };
    let written = if refused.is_none() { write_down(world, &request) } else { Ok(()) };
    let (answer, fault) = match (written, destination) {
        (Err(error), _) => device_failed(&error),
        (Ok(()), Some(destination)) => {
            return world.send(LinksMsg::DestinationChecked { instance, request: id, destination, refused });
        }
        (Ok(()), None) => carry_out(world, request).await,
    };
    world.send(MiniAppMsg::Answered { instance, request: id, answer, fault });
}

fn write_down(world: &World, request: &Perform) -> Result<(), RecordsError> {
    let Some(disclosure) = &request.disclosure else { return Ok(()) };
    let handed_in = match &request.wish {
        Wish::SubmitCase(draft) => draft.documents.as_slice(),
        _ => &[],
    };
    let goes = |jws: &String| request.documents.contains(jws) || handed_in.contains(jws);
    consents::run::write_down(world, std::slice::from_ref(disclosure), goes)
}

fn device_failed(error: &RecordsError) -> (Answer, Option<ShownFault>) {
    match error {
        RecordsError::OverQuota => (Answer::Refused(Refusal::OverQuota), None),
        error => (Answer::Failed(RequestFault::Device), Some(ShownFault::of(error))),
    }
}

async fn carry_out(world: &World, request: Perform) -> (Answer, Option<ShownFault>) {
    let kept = |result: Result<Answer, RecordsError>| {
        result.map_or_else(|error| device_failed(&error), |answer| (answer, None))
    };
    match &request.wish {
        Wish::Claims(_) => (
            Answer::Claims(
                request.claims.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
            ),
            None,
        ),
        Wish::Call(call) => (self::call(world, &request, &call.operation, &call.body).await, None),
        Wish::SubmitCase(draft) => submit(world, &request, draft).await,
        Wish::Pay(payment) => (pay(world, &request, payment).await, None),
        Wish::Store { key, value } => {
            kept(world.records.store_for_app(&request.app.app, key, value).map(|()| Answer::Done))
        }
        Wish::Fetch(key) => kept(world.records.fetch_for_app(&request.app.app, key).map(Answer::Bytes)),
        Wish::Locate => {
            (Answer::Region(request.region.map(|region| region.to_string()).unwrap_or_default()), None)
        }
        Wish::ReadDocuments(_) => (Answer::Documents(request.documents), None),
        Wish::OfferDocument(jws) => (offered(world, &request, jws).await, None),
        Wish::ScanCode => match request.said {
            Some(Said::Code(code)) => (Answer::Code(code), None),
            _ => (Answer::Refused(Refusal::DeclinedByPerson), None),
        },
        Wish::Share(_) => (share(world, request.said), None),
        // The host answers this itself as long as this shell lacks it.
        Wish::Sign(_) => (Answer::Failed(RequestFault::Device), None),
        Wish::Open(_) => {
            if let Some(Destination::Web(url)) = &request.destination {
                (world.options.open_browser)(url);
            }
            (Answer::Done, None)
        }
        // Done by the model itself.
        Wish::WatchCase(_) | Wish::Remind(_) | Wish::Close => (Answer::Done, None),
    }
}

/// Gives a text to the system's sheet; without one the person has copied it in the shell's.
fn share(world: &World, said: Option<Said>) -> Answer {
    let is_shown = match (&world.options.share, said) {
        (Some(share), Some(Said::Text(text))) => share(text),
        _ => true,
    };
    if is_shown { Answer::Done } else { Answer::Failed(RequestFault::Device) }
}

async fn call(world: &World, request: &Perform, operation: &Named<OperationId>, body: &str) -> Answer {
    let Some(operation) = operation.id() else { return Answer::Refused(Refusal::NotInManifest) };
    let answered = note_answer(
        world,
        world.platform.call(&request.app, operation, body, request.on_behalf.as_ref()).await,
    );
    if let Err(error) = &answered {
        ask_for_assurance(world, error, true);
    }
    if let Err(error) = &answered
        && error.has_own_words()
    {
        world.fail(error);
        look_after_refusal(world, error).await;
    }
    answered.map_or_else(|error| error.for_guest(), Answer::Reply)
}

/// A case goes through the outbox: from then on a kill, a full disk or a lost connection cannot lose it.
async fn submit(world: &World, request: &Perform, draft: &CaseDraft) -> (Answer, Option<ShownFault>) {
    let Some(service) = draft.service.id().cloned() else {
        return (Answer::Refused(Refusal::NotInManifest), None);
    };
    // A mini-app that was launched before the person said where they live knows no region.
    let Some(region) = draft.region.id().cloned().or_else(|| request.region.clone()) else {
        return (Answer::Failed(RequestFault::Device), Some(ShownFault::no_region()));
    };
    let case = api::SubmitCase {
        service,
        region,
        body: draft.body.clone(),
        documents: draft.documents.clone(),
        files: request.files.clone(),
        claims: request.claims.clone(),
        proof: None,
        told: std::collections::BTreeMap::new(),
        on_behalf: request.on_behalf.clone(),
    };
    let key = uuid::Uuid::new_v4().to_string();
    let item = OutgoingItem::Case {
        app: request.app.clone(),
        request: request.request.0,
        case: Box::new(case),
        acting_for: request.acting_for.clone(),
    };
    let kept = (key.clone(), item.clone(), request.app.app.clone(), request.draft_key.clone(), world.now());
    // After what was typed last: the form goes with what is handed in.
    let written = world.written(move |records| {
        let (key, item, app, form, now) = kept;
        records.enqueue(&key, &item, Some((&app, &form)), now)
    });
    if let Err(error) = written.await {
        return device_failed(&error);
    }
    (outbox::run::send_one(world, &key, item).await, None)
}

async fn pay(world: &World, request: &Perform, payment: &Payment) -> Answer {
    let Some(connected) = world.connected() else { return Answer::Failed(RequestFault::Offline) };
    let order = api::PaymentOrder {
        bill_reference: payment.bill_reference.clone(),
        payee: payment.payee.clone(),
        currency: payment.total.currency.clone(),
        minor: payment.total.minor,
        app: request.app.app.clone(),
    };
    // A bill is paid once, however often it is asked for: its reference is the key.
    let key = format!("{}:{}", request.app.app, payment.bill_reference);
    let (url, audience) = (&connected.info.payments_url, connected.info.payments_audience.as_deref());
    let paid = note_answer(world, world.platform.pay(url, audience, &key, &order).await);
    match paid {
        Ok(receipt) => {
            let proof = receipt.jws.clone();
            payments::run::keep(world, request.app.department.clone(), order, receipt).await;
            Answer::Receipt(proof)
        }
        Err(error) => error.for_guest(),
    }
}

async fn offered(world: &World, request: &Perform, jws: &str) -> Answer {
    match documents::run::keep_document(world, &request.app.department, jws).await {
        Ok(()) => Answer::Done,
        Err(fault) => {
            world.send(NoticesMsg::Failed(fault));
            Answer::Failed(RequestFault::Device)
        }
    }
}
