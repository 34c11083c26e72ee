//! Two versions of the standard side by side on one engine: 1.0 as it always was, 1.1 with widgets, and neither taken for the
//! other.

use std::{path::Path, sync::Arc};

use anyhow::{Context, Result, ensure};
use fingertip_runtime::{Backend, Engine, MiniApp, Program, RuntimeError, WasmtimeEngine, show_widget};
use fingertip_standard::{
    Manifest, Standard,
    events::{Display, Launch},
    widget::{WidgetAsk, WidgetError},
    words::Date,
};
use wit_component::{ComponentEncoder, StringEncoding, dummy_module, embed_component_metadata};
use wit_parser::{ManglingAndAbi, Resolve};

const WIT: &str = "../../../../mini-apps/standard/wit";

/// A component of the world of `standard` whose every function does `body`.
fn guest(standard: Standard, body: &str) -> Result<Vec<u8>> {
    let mut resolve = Resolve::default();
    let (mut package, _) = resolve.push_path(Path::new(WIT).join("since-1.0"))?;
    if standard == Standard::V1_1 {
        (package, _) = resolve.push_path(Path::new(WIT).join("since-1.1"))?;
    }
    let world = resolve.select_world(&[package], Some("mini-app"))?;
    let module = dummy_module(&resolve, world, ManglingAndAbi::Standard32);
    let text = wasmprinter::print_bytes(&module)?.replace("unreachable", body);
    let mut module = wat::parse_str(text)?;
    embed_component_metadata(&mut module, &resolve, world, StringEncoding::UTF8)?;
    ComponentEncoder::default().validate(true).module(&module)?.encode()
}

fn manifest() -> Result<Manifest> {
    let text = include_str!("../../../../../mini-apps/transport/bus-card/manifest.json");
    Ok(Manifest::parse(text.as_bytes())?)
}

fn ask(reply: &str) -> WidgetAsk {
    WidgetAsk {
        widget: "balance".into(),
        region: "440100".into(),
        language: "en".into(),
        display: Display::Normal,
        now: 1_795_500_000_000,
        today: Date { year: 2026, month: 11, day: 24 },
        signed_in: true,
        saved: None,
        stored: Vec::new(),
        reply: Some(reply.into()),
    }
}

fn engines() -> Result<[WasmtimeEngine; 2]> {
    Ok([WasmtimeEngine::new(Backend::Native, None)?, WasmtimeEngine::new(Backend::Pulley, None)?])
}

/// A component of the demo, which `cargo xtask guests` builds.
fn built(name: &str) -> Result<Vec<u8>> {
    let folder = std::env::var_os("FINGERTIP_GUESTS")
        .map_or_else(|| "../../../../target/guests/components".into(), std::path::PathBuf::from);
    let path = folder.join(format!("{name}.wasm"));
    std::fs::read(&path)
        .with_context(|| format!("no built guest at {}: run `cargo xtask guests` first", path.display()))
}

#[test]
fn a_guest_is_of_the_version_that_its_manifest_names_and_of_no_other() -> Result<()> {
    for engine in engines()? {
        for of in Standard::ALL {
            let component = guest(of, "unreachable")?;
            for named in Standard::ALL {
                let compiled = engine.compile(&component, "guest", named);
                if of == named {
                    compiled.with_context(|| format!("{of} as {named}"))?;
                    continue;
                }
                let error = compiled.err().with_context(|| format!("{of} is taken for {named}"))?;
                let told = error.to_string();
                ensure!(
                    matches!(error, RuntimeError::WrongWorld { standard, .. } if standard == named),
                    "{error:?}"
                );
                ensure!(
                    told.contains(named.as_str()) && told.contains("widgets"),
                    "it is told what is wrong: {told}"
                );
            }
        }
    }
    Ok(())
}

#[test]
fn both_versions_run_side_by_side() -> Result<()> {
    let (old, new) = (built("social-security-card")?, built("bus-card")?);
    let mut cards = Vec::new();
    for engine in engines()? {
        let old: Arc<dyn Program> = engine.compile(&old, "old", Standard::V1_0)?;
        let new: Arc<dyn Program> = engine.compile(&new, "new", Standard::V1_1)?;
        // Opened, used and asked in turn: neither disturbs the other.
        let (mut one, first) = MiniApp::launch(&*old, Launch::example("en"))?;
        let (mut other, _) = MiniApp::launch(&*new, Launch::example("en"))?;
        let reply = r#"{"card":"3100","balance_minor":2350,"trips":[]}"#;
        let (card, _) = show_widget(&*new, &ask(reply), &manifest()?)?;
        ensure!(
            first.get().view.is_some() && !one.save()?.is_empty() && !other.save()?.is_empty(),
            "both work"
        );
        cards.push(card.context("a card")?);
        let error = show_widget(&*old, &ask(reply), &manifest()?).err().context("1.0 has no widgets")?;
        ensure!(matches!(error, RuntimeError::WrongWorld { standard: Standard::V1_0, .. }), "{error:?}");
    }
    ensure!(cards[0] == cards[1], "machine code and interpreter make the same card");
    Ok(())
}

#[test]
fn a_card_that_does_harm_ends_its_instance_and_nothing_else() -> Result<()> {
    let engine = WasmtimeEngine::new(Backend::Native, None)?;
    let error = |body: &str| -> Result<RuntimeError> {
        let program = engine.compile(&guest(Standard::V1_1, body)?, body, Standard::V1_1)?;
        show_widget(&*program, &ask("{}"), &manifest()?).err().context("it must be ended")
    };
    ensure!(matches!(error("unreachable")?, RuntimeError::Trapped { .. }));
    ensure!(matches!(error("(loop $for-ever (br $for-ever)) unreachable")?, RuntimeError::OutOfWork { .. }));
    let eat = "(loop $more (drop (memory.grow (i32.const 16))) (br $more)) unreachable";
    ensure!(matches!(error(eat)?, RuntimeError::OutOfMemory));
    let program = engine.compile(&built("bus-card")?, "bus-card", Standard::V1_1)?;
    let unknown = WidgetAsk { widget: "other".into(), ..ask(r#"{"balance_minor":1}"#) };
    let error = show_widget(&*program, &unknown, &manifest()?).err().context("no such widget")?;
    ensure!(matches!(error, RuntimeError::Widget(WidgetError::Unknown { .. })), "{error:?}");
    Ok(())
}
