//! Does a mini-app's journeys again.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Result, bail};
use fingertip_journeys::{Difference, MiniAppUnderTest, folder, replay as replay_one};

use crate::{
    code::{Code, CodeOptions},
    project::Project,
};

/// Replays every journey in every language, display and engine; differences are shown, or accepted.
pub(crate) fn replay(folder: &Path, options: &CodeOptions, accepts: bool) -> Result<()> {
    let project = Project::open(folder)?;
    let kept = folder::journeys(&project.folder)?;
    if kept.is_empty() {
        bail!(
            "{} has no journeys/*.json: `fingertip dev` records one, or write it by hand",
            folder.display()
        );
    }
    let programs = Code::of(folder, options)?.programs()?;
    let app = MiniAppUnderTest {
        manifest: project.manifest.clone(),
        messages: project.messages.clone(),
        programs: programs.iter().map(|(name, program)| (*name, &**program)).collect(),
    };
    let mut left = 0;
    for own in &kept {
        let (shown, differences) = match replay_one(&app, &own.journey, &own.accepted) {
            Ok(replayed) => replayed,
            Err((variant, 0, error)) => bail!("{} ({}): it does not open: {error}", own.name, variant.name()),
            Err((variant, at, error)) => {
                bail!("{} ({}): step {at} {}: {error}", own.name, variant.name(), own.journey.steps[at - 1])
            }
        };
        let mut accepted: BTreeMap<_, _> = own.accepted.clone();
        for difference in &differences {
            match difference {
                Difference::Engines { variant, diff } => {
                    left += 1;
                    println!("{} ({}): the engines show different things\n{diff}", own.name, variant.name());
                }
                Difference::New { variant } if accepts => {
                    accepted.insert(variant.clone(), shown[variant].clone());
                }
                Difference::Changed { variant, .. } if accepts => {
                    accepted.insert(variant.clone(), shown[variant].clone());
                }
                Difference::New { variant } => {
                    left += 1;
                    println!("{} ({}): nothing was accepted yet", own.name, variant.name());
                }
                Difference::Changed { variant, diff } => {
                    left += 1;
                    println!("{} ({}): shows something else\n{diff}", own.name, variant.name());
                }
            }
        }
        if accepts {
            folder::accept(&project.folder, &own.name, &accepted)?;
        }
        println!(
            "{}: {} steps in {} variants on {} engines",
            own.name,
            own.journey.steps.len(),
            shown.len(),
            app.programs.len()
        );
    }
    if left > 0 {
        bail!("{left} differences; where they are right, `fingertip replay --accept` keeps them");
    }
    Ok(())
}
