//! The nation that this build is for: where its platform is, and the root of trust of its repository. A phone has no command line.
//!
//! `FINGERTIP_PLATFORM` is the platform's address, `FINGERTIP_ROOT` the file of the TUF root. Both or neither.

use std::{env, error::Error, fs, path::PathBuf};

fn main() -> Result<(), Box<dyn Error>> {
    for name in ["FINGERTIP_PLATFORM", "FINGERTIP_ROOT"] {
        println!("cargo::rerun-if-env-changed={name}");
    }
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("cargo says where to write")?);
    let given = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let nation = match (given("FINGERTIP_PLATFORM"), given("FINGERTIP_ROOT")) {
        (None, None) => "None".to_owned(),
        (Some(platform), Some(root)) => {
            check(&platform)?;
            println!("cargo::rerun-if-changed={root}");
            let bytes =
                fs::read(&root).map_err(|error| format!("FINGERTIP_ROOT {root} cannot be read: {error}"))?;
            // Whether it is signed as it must be is found out where it is used; this keeps another file from being built in.
            let text = String::from_utf8_lossy(&bytes);
            if !(text.contains("\"_type\"") && text.contains("\"root\"") && text.contains("\"signatures\"")) {
                return Err(format!("FINGERTIP_ROOT {root} is no TUF root").into());
            }
            fs::write(out.join("root.json"), &bytes)?;
            format!(
                "Some(Nation {{ platform: {platform:?}, root: include_bytes!(concat!(env!(\"OUT_DIR\"), \"/root.json\")) }})"
            )
        }
        _ => return Err("FINGERTIP_PLATFORM and FINGERTIP_ROOT belong together".into()),
    };
    fs::write(out.join("nation.rs"), nation)?;
    Ok(())
}

/// Nothing secret goes over plain HTTP but to this device: the platform client refuses it, and a phone would never start.
fn check(platform: &str) -> Result<(), Box<dyn Error>> {
    let is_local = ["http://127.0.0.1", "http://localhost"].iter().any(|local| platform.starts_with(local));
    let is_address = platform.split_once("://").is_some_and(|(_, rest)| !rest.is_empty());
    if !(platform.starts_with("https://") || is_local)
        || !is_address
        || platform.contains(char::is_whitespace)
    {
        return Err(format!("FINGERTIP_PLATFORM {platform:?} is no https address").into());
    }
    Ok(())
}
