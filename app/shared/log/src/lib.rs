//! One way to log, for every program of the house.
//!
//! It promises that only our own crates are heard, whatever `RUST_LOG` says. They name kinds and never what a person typed or was
//! told; what libraries say of what passes through them is another matter: a frame of a web socket is a letter that was typed, a
//! text that is drawn is a fact about somebody, a header is a token. Start reading at [`begin`].

use std::io::{self, IsTerminal};

use tracing::{Metadata, Subscriber};
use tracing_subscriber::{
    EnvFilter, Layer,
    filter::filter_fn,
    fmt::{self, MakeWriter, format::FmtSpan},
    layer::SubscriberExt,
};

/// From now on what our own crates say goes to the standard error: as much of it as `RUST_LOG` wants, else as `usual` names.
pub fn begin(usual: &str) {
    let wanted = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    install(logger(wanted, io::stderr, io::stderr().is_terminal()));
}

/// Lets `logger` hear this program from now on; a second one hears nothing. There is no bridge from the `log` facade: a compiler says
/// millions of lines through it, nobody hears them, and asking for each whether it is wanted took minutes.
pub fn install(logger: impl Subscriber + Send + Sync) {
    let _ = tracing::subscriber::set_global_default(logger);
}

/// What [`begin`] begins, for tests: says to `writer` what `wanted` wants, in colours where it `is_terminal`.
pub fn logger<W>(wanted: EnvFilter, writer: W, is_terminal: bool) -> impl Subscriber + Send + Sync
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
    let said = fmt::layer()
        .with_writer(writer)
        .with_ansi(is_terminal)
        // For `dioxus_core=trace`, which our benches count: a line for each component that is drawn.
        .with_span_events(FmtSpan::NEW)
        .with_filter(filter_fn(|said| is_ours(said) || is_drawing(said)));
    tracing_subscriber::registry().with(wanted).with(said)
}

fn is_ours(said: &Metadata<'_>) -> bool {
    said.target().starts_with("fingertip_")
}

/// That a component is drawn: its name, and nothing of what it shows.
fn is_drawing(said: &Metadata<'_>) -> bool {
    said.is_span() && said.target().starts_with("dioxus_core::") && said.name() == "render"
}

#[cfg(test)]
mod tests {
    use std::{
        io::Write,
        sync::{Arc, Mutex},
    };

    use super::*;

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl Write for Paper {
        fn write(&mut self, said: &[u8]) -> io::Result<usize> {
            self.0.lock().expect("paper").write(said)
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn what_libraries_say_is_heard_at_no_level() {
        let paper = Paper::default();
        let own = paper.clone();
        let quiet = logger(EnvFilter::new("trace"), move || own.clone(), false);
        tracing::subscriber::with_default(quiet, || {
            tracing::trace!(target: "fingertip_core::areas", "a kind");
            tracing::error!(target: "dioxus_desktop::webview", raw = "11010119900101001X", "cannot be read");
            tracing::warn!(target: "hyper", "11010119900101001X");
            tracing::trace!(target: "tungstenite::protocol", "received 11010119900101001X");
            tracing::trace!(target: "log", "through the other facade: 11010119900101001X");
            let drawn =
                tracing::trace_span!(target: "dioxus_core::scope_arena", "render", scope = "SearchBar");
            drawn.in_scope(|| {
                tracing::trace!(target: "dioxus_core::diff::node", "diffing 11010119900101001X");
                let _event = tracing::trace_span!(target: "dioxus_core::runtime", "handle_event", name = "11010119900101001X");
                tracing::info!(target: "fingertip_shell", "another kind");
            });
        });
        let said = String::from_utf8(paper.0.lock().expect("paper").clone()).expect("text");
        assert!(said.contains("a kind") && said.contains("another kind"), "{said}");
        assert!(said.contains("SearchBar"), "{said}");
        assert!(!said.contains("11010119900101001X"), "{said}");
    }
}
