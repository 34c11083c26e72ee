//! What the device itself says of how its person writes.

use dioxus::prelude::*;
use fingertip_typed::DecimalSign;

const ASK: &str = "
return new Intl.NumberFormat().formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
";

/// Asks the device for its decimal sign, which is the one that its number pad offers, for every view below. A point until it has answered.
pub fn use_device() {
    let mut sign = use_context_provider(|| Signal::new(DecimalSign::default()));
    use_future(move || async move {
        // A page that has gone needs no sign.
        if let Ok(said) = document::eval(ASK).join::<String>().await {
            sign.set(if said == "," { DecimalSign::Comma } else { DecimalSign::Point });
        }
    });
}

/// The decimal sign of the device.
pub(crate) fn decimal_sign() -> DecimalSign {
    try_consume_context::<Signal<DecimalSign>>().map_or_else(DecimalSign::default, |sign| sign())
}
