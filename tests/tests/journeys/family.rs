//! Two people with an app each: one lets the other follow her cases, sees it, and ends it.

use anyhow::{Context, Result, ensure};
use fingertip_core::{FamilyMsg, Remote, Told};
use fingertip_runtime::Backend;
use fingertip_tests::{
    nation::Nation,
    person::{Person, Place},
};

async fn signed_in(folder: &std::path::Path, place: &Place, who: &str) -> Result<Person> {
    let person = Person::start(folder, place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.signs_in(who).await?;
    person.says(FamilyMsg::LookedAtHelpers);
    person.until("who helps is known", |model| model.help.helpers.is_some()).await?;
    Ok(person)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_son_follows_his_mothers_cases_until_she_ends_it() -> Result<()> {
    let nation = Nation::start().await?;
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
    let (hers, his) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let mother = signed_in(hers.path(), &place, "li-xiuying").await?;
    let son = signed_in(his.path(), &place, "zhang-wei").await?;

    son.says(FamilyMsg::GotCode("0000 0000".into()));
    let model = son.until("a wrong number is told", |model| model.help.fault.is_some()).await?;
    ensure!(
        model.help.fault.as_ref().is_some_and(|fault| fault.message_id == "fault-helper-code-unknown"),
        "{:?}",
        model.help.fault
    );

    mother.says(FamilyMsg::AskedForHelp(None));
    let model = mother.until("she has a number to tell", |model| model.help.code.is_some()).await?;
    son.says(FamilyMsg::GotCode(model.help.code.as_ref().context("a number")?.code.clone()));
    let links = |person: &Person, is_helper: bool| {
        let model = person.core.model();
        let helpers = model.help.helpers.as_ref().map(|kept| kept.value.clone()).unwrap_or_default();
        if is_helper { helpers.helped } else { helpers.helpers }
    };
    son.until("he helps her", |model| {
        model.help.helpers.as_ref().is_some_and(|kept| kept.value.helped.len() == 1)
    })
    .await?;
    let link = links(&son, true).pop().context("a link")?;
    ensure!(link.name == "李秀英", "{link:?}");
    // She did nothing more, and is told.
    mother
        .until("she is told who helps", |model| model.told.contains(&Told::HelperCame("张伟".into())))
        .await?;
    ensure!(mother.core.model().help.code.is_none(), "the number is used");

    son.says(FamilyMsg::LookedAtHelped(link.id.clone()));
    son.until(
        "he sees that she has no case",
        |model| matches!(&model.help.helped, Some((_, Remote::Ready(cases, _))) if cases.is_empty()),
    )
    .await?;
    mother.says(FamilyMsg::LookedAtHelpers);
    mother
        .until("she sees that he looked", |model| {
            model.help.helpers.as_ref().is_some_and(|kept| kept.value.looks.len() == 1)
        })
        .await?;

    // What was kept is there without asking again.
    drop(mother);
    let mother = Person::start(hers.path(), &place).await?;
    ensure!(links(&mother, false).len() == 1, "her helper is kept on her device");

    mother.says(FamilyMsg::EndedHelp(link.id.clone()));
    mother
        .until("nobody helps her", |model| {
            model.help.helpers.as_ref().is_some_and(|kept| kept.value.helpers.is_empty())
        })
        .await?;
    son.says(FamilyMsg::LookedAtHelped(link.id));
    let model = son
        .until("he cannot look any more", |model| matches!(&model.help.helped, Some((_, Remote::Failed(_)))))
        .await?;
    let Some((_, Remote::Failed(fault))) = &model.help.helped else { unreachable!("just waited for") };
    ensure!(fault.message_id == "fault-helper-link-unknown", "{fault:?}");
    Ok(())
}
