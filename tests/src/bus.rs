//! The bus card's top-up.

use anyhow::Result;
use fingertip_core::Sheet;

use crate::person::Person;

/// From the card that is shown to the sheet with a bill of 20 yuan.
///
/// # Errors
/// When the app does not come that far.
pub async fn at_payment(person: &Person) -> Result<()> {
    person.presses("top-up")?;
    person.until_page("page-top-up").await?;
    person.chooses("amount", "2000");
    person.presses("continue")?;
    person.until_page("page-bill").await?;
    person.presses("pay")?;
    person
        .until(
            "the sheet to pay",
            |model| matches!(model.sheets.first(), Some(Sheet::Payment { payment, .. }) if payment.total.minor == 2000),
        )
        .await?;
    Ok(())
}
