//! The component: a valid one, of the right world, that imports nothing.

use fingertip_standard::manifest::Manifest;
use wasmparser::{ComponentTypeRef, Parser, Payload, Validator, WasmFeatures};

use crate::{Area, Check, Hit, Mishap, Place, Rule, Runs, Severity, Subject};

/// The rules.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "component-valid",
        area: Area::Component,
        severity: Severity::Error,
        catches: "The component is no valid WebAssembly component.",
        why: "A device compiles only what is valid; anything else never opens.",
        fix: "Build it with `fingertip build` from a module that the SDK made.",
        check: Check::Runs(valid),
    },
    Rule {
        id: "component-imports-nothing",
        area: Area::Component,
        severity: Severity::Error,
        catches: "The component imports a function, a value or another component.",
        why: "A mini-app has no way out of its sandbox because there is nothing to call; one import would be a way.",
        fix: "Remove the crate that calls the system (clock, random numbers, files, network); what is needed comes in events.",
        check: Check::Files(imports),
    },
    Rule {
        id: "component-fits-world",
        area: Area::Component,
        severity: Severity::Error,
        catches: "The component does not export what the standard's world asks for.",
        why: "The shell speaks to a mini-app through `update` and `save` of this world alone.",
        fix: "Use `mini_app!` of the SDK, and the SDK of the standard that the manifest names.",
        check: Check::Runs(world),
    },
    Rule {
        id: "component-too-much-code",
        area: Area::Component,
        severity: Severity::Error,
        catches: "The component has more code, or code that is harder to compile, than the standard allows.",
        why: "A compiler can be kept busy for hours by a few kilobytes, so every device looks before it compiles and refuses.",
        fix: "Split the function that is named; have large tables as data and not as code; build with the profile `guest`.",
        check: Check::Runs(too_much_code),
    },
    Rule {
        id: "component-carries-names",
        area: Area::Component,
        severity: Severity::Advice,
        catches: "The component carries names or debug information for programmers.",
        why: "Nobody can read them on a phone, and every person pays for their download.",
        fix: "Build with the profile `guest`, which strips them.",
        check: Check::Files(names),
    },
];

/// The place of the component.
pub(super) fn place(subject: &Subject) -> Place {
    Place::file(
        subject
            .manifest
            .as_ref()
            .map_or("component.wasm", |manifest: &Manifest| manifest.fingertip.program.path()),
    )
}

fn valid(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let engine = runs.mishaps.iter().find_map(|(mishap, _)| match mishap {
        Mishap::NotAComponent(reason) => Some(reason.clone()),
        _ => None,
    });
    // A manifest that is refused does not say that this is a script; then it is enough to mend the manifest.
    if subject.manifest.is_err() && !subject.component.starts_with(b"\0asm") {
        return Vec::new();
    }
    if subject.is_script() {
        return engine
            .map(|reason| Hit::new(place(subject), format!("the engine that plays it: {reason}")))
            .into_iter()
            .collect();
    }
    let own = Validator::new_with_features(WasmFeatures::all())
        .validate_all(&subject.component)
        .err()
        .map(|error| error.message().to_owned());
    let is_module = own.is_none() && !Parser::is_component(&subject.component);
    let reason = own.or(engine).or(is_module.then(|| "it is a core module, not a component".into()));
    reason.map(|reason| Hit::new(place(subject), reason)).into_iter().collect()
}

/// Types that exports mention stand among the imports and are names; anything that can be called is an import.
fn imports(subject: &Subject) -> Vec<Hit> {
    let mut hits = Vec::new();
    if subject.is_script() {
        return hits;
    }
    for_each_outer(&subject.component, |payload| {
        if let Payload::ComponentImportSection(section) = payload {
            for import in section.clone().into_iter().flatten() {
                if !matches!(import.ty, ComponentTypeRef::Instance(_) | ComponentTypeRef::Type(_)) {
                    hits.push(Hit::new(place(subject), format!("it imports {:?}", import.name.name)));
                }
            }
        }
    });
    hits
}

/// Calls `see` with each payload of the component itself, not of what is nested in it.
fn for_each_outer(component: &[u8], mut see: impl FnMut(&Payload<'_>)) {
    let mut depth = 0_usize;
    for payload in Parser::new(0).parse_all(component) {
        match payload {
            Ok(Payload::ModuleSection { .. } | Payload::ComponentSection { .. }) => depth += 1,
            Ok(Payload::End(_)) => depth = depth.saturating_sub(1),
            Ok(payload) if depth == 0 => see(&payload),
            Ok(_) => {}
            // The rule `component-valid` names it.
            Err(_) => return,
        }
    }
}

fn world(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let hit = |(mishap, _): &(Mishap, String)| match mishap {
        Mishap::WrongWorld(reason) => Some(Hit::new(place(subject), reason.clone())),
        // An instance of functions is found by the engine alone.
        Mishap::Import(name) => {
            Some(Hit::new(place(subject), format!("it wants {name}, which this world does not have")))
        }
        _ => None,
    };
    runs.mishaps.iter().filter_map(hit).collect()
}

fn too_much_code(subject: &Subject, runs: &Runs) -> Vec<Hit> {
    let hit = |(mishap, _): &(Mishap, String)| match mishap {
        Mishap::TooMuchCode(reason) => Some(Hit::new(place(subject), reason.clone())),
        _ => None,
    };
    runs.mishaps.iter().filter_map(hit).collect()
}

/// Bytes of names that are not worth a word.
const FEW_BYTES: usize = 2 << 10;

fn names(subject: &Subject) -> Vec<Hit> {
    if subject.is_script() {
        return Vec::new();
    }
    let sections = Parser::new(0).parse_all(&subject.component).filter_map(|payload| match payload {
        Ok(Payload::CustomSection(section))
            if section.name() == "name" || section.name().starts_with(".debug") =>
        {
            Some(section.data().len())
        }
        _ => None,
    });
    let bytes: usize = sections.sum();
    if bytes > FEW_BYTES {
        vec![Hit::new(place(subject), format!("{bytes} bytes are names and debug information"))]
    } else {
        Vec::new()
    }
}
