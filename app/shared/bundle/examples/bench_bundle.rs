//! Times the largest bundle that the standard allows, from its bytes to its parts: as many members and bytes as may be, half of it words.
//! Prints `bundle read_ms VALUE` and, for the process, `bundle peak_bytes VALUE` (Linux: /proc). Run by `cargo xtask bench guest`; the
//! argument is a folder that it may fill and that holds a mini-app's manifest.

use std::{fmt::Write as _, fs, path::Path, time::Instant};

use fingertip_bundle::{Bundle, pack};
use fingertip_standard::limits::{BUNDLE_BYTES, BUNDLE_ENTRIES};

const RUNS: usize = 30;
/// What stands in a bundle beside what this bench adds: manifest, program, words, stubs, the icon.
const OTHERS: usize = 10;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("a folder with a manifest")?;
    let bytes = largest(Path::new(&folder))?;
    println!("bundle bytes {}", bytes.len());
    for _ in 0..RUNS {
        let began = Instant::now();
        let read = Bundle::read(&bytes)?;
        println!("bundle read_ms {:.4}", began.elapsed().as_secs_f64() * 1000.0);
        drop(read);
    }
    println!("bundle peak_bytes {}", peak_bytes());
    Ok(())
}

/// Half of it words, a quarter files, and the rest its program.
fn largest(folder: &Path) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let limit = usize::try_from(BUNDLE_BYTES)?;
    let mut words = String::new();
    for number in 0.. {
        if words.len() > limit / 2 {
            break;
        }
        writeln!(words, "message-{number} = Word {{ $count }} of {{ $name }}, and a few more of them")?;
    }
    fs::create_dir_all(folder.join("i18n"))?;
    fs::create_dir_all(folder.join("common"))?;
    fs::write(folder.join("i18n/en.ftl"), words)?;
    let files = BUNDLE_ENTRIES - OTHERS;
    for number in 0..files {
        fs::write(folder.join(format!("common/file-{number:03}.bin")), vec![7; limit / 4 / files])?;
    }
    fs::write(folder.join("common/icon.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")?;
    let without = pack(folder, &[])?.len();
    Ok(pack(folder, &vec![0; limit - without])?)
}

/// The most memory that this process had, in bytes; 0 where the system does not tell.
fn peak_bytes() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or_default() << 10
}
