//! A card for home: an instance of its own, asked once and ended.

use std::time::Instant;

use fingertip_standard::{
    Manifest, limits,
    widget::{CheckedWidget, WidgetAsk},
};

use crate::{Program, RuntimeError, Used};

/// Has `program` make the card that `ask` names and `manifest` declares; none where it has nothing to show.
///
/// # Errors
/// [`RuntimeError`] when the guest traps, exceeds a limit, breaks a rule or is of a version without widgets.
pub fn show_widget(
    program: &dyn Program,
    ask: &WidgetAsk,
    manifest: &Manifest,
) -> Result<(Option<CheckedWidget>, Used), RuntimeError> {
    let mut instance = program.open()?;
    let started = Instant::now();
    let widget = instance.show_widget(ask)?;
    let took = started.elapsed();
    if took > limits::STEP_SOFT {
        tracing::warn!(
            took_ms = took.as_millis(),
            widget = ask.widget,
            "a card took longer than the soft limit"
        );
    }
    let checked = widget.map(|widget| CheckedWidget::new(widget, &ask.widget, manifest)).transpose()?;
    Ok((checked, instance.used()))
}
