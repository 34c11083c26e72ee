//! How what is to be done here is done.

use fingertip_contract::api::{PaymentOrder, Receipt};
use fingertip_records::Paid;
use fingertip_standard::DepartmentId;

use crate::{areas::payments::msg::PaymentsMsg, world::World};

/// Keeps a payment that went through. The money is gone by now: where it cannot be written down its person is told, and the mini-app has
/// its receipt all the same.
pub(crate) async fn keep(world: &World, department: DepartmentId, order: PaymentOrder, receipt: Receipt) {
    let paid = Paid {
        at: world.now(),
        id: receipt.id,
        department,
        app: order.app,
        payee: order.payee,
        bill_reference: order.bill_reference,
        currency: order.currency,
        minor: order.minor,
        receipt: receipt.jws,
    };
    let kept = world.written(move |records| {
        records.keep_payment(&paid)?;
        Ok(records.payments()?.rows)
    });
    match kept.await {
        Ok(payments) => world.send(PaymentsMsg::Kept(payments)),
        Err(error) => world.fail(&error),
    }
}
