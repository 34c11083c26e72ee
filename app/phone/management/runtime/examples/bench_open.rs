//! Times the cold open of a mini-app: its kept bytes read and their hash checked, the compiled form loaded, a fresh
//! instance, the first event, the checked view. Run by `cargo xtask bench open`.

use std::time::Instant;

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, CompiledCache, Engine, MiniApp, WasmtimeEngine};
use fingertip_standard::{Standard, events::Launch};
use sha2::{Digest, Sha256};

const RUNS: usize = 200;

fn main() -> Result<()> {
    let path = std::env::args().nth(1).context("the component's path")?;
    let folder = std::env::temp_dir().join(format!("fingertip-bench-{}", std::process::id()));
    for (name, backend) in [("native", Backend::Native), ("pulley", Backend::Pulley)] {
        let engine = WasmtimeEngine::new(backend, Some(CompiledCache::new(&folder, [1; 32])))?;
        let expected = hash(&std::fs::read(&path)?);
        // The first time compiles, once after install; what a person waits for at each opening comes after it.
        let compiled = Instant::now();
        engine.compile(&std::fs::read(&path)?, &expected, Standard::V1_0)?;
        println!("{name} compile_ms {:.3}", ms(compiled));
        for _ in 0..RUNS {
            let began = Instant::now();
            let bytes = std::fs::read(&path)?;
            anyhow::ensure!(hash(&bytes) == expected, "changed");
            let program = engine.compile(&bytes, &expected, Standard::V1_0)?;
            let (_app, step) = MiniApp::launch(&*program, Launch::example("zh-Hans"))?;
            let nodes = step.get().view.as_ref().map_or(0, |view| view.nodes.len());
            anyhow::ensure!(nodes > 0, "no view");
            println!("{name} open_ms {:.4}", ms(began));
        }
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
