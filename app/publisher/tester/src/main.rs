//! The tester's page: the shell itself, served to a browser on this machine. It links no web view of a desktop.

use std::{process::ExitCode, sync::Arc};

use anyhow::Result;
use clap::Parser;
use dioxus::prelude::VirtualDom;
use fingertip_core::PersonMsg;
use fingertip_locale::PSEUDO_LANGUAGES;
use fingertip_serve::{Page, Parameters, Site, serve as serve_site};

use fingertip_shell::{Root, Screen, Setup, Start, index_options};

struct ShellSite(Start);

impl Site for ShellSite {
    fn page(&self, name: &str, parameters: &Parameters) -> Option<Page> {
        // As an operating system hands a link to the window: no page of another site has the cookie to come this far.
        if let Some(link) = parameters.get("open").filter(|_| name.is_empty()) {
            self.0.follow(Some(link.clone()));
        }
        // A tester sees the shell in a language that nobody speaks: what stays readable was never a message.
        let language = parameters.get("language").filter(|_| name.is_empty());
        if let Some(pseudo) = language.filter(|language| PSEUDO_LANGUAGES.contains(&language.as_str())) {
            self.0.send(PersonMsg::ChoseLanguage(pseudo.clone()));
        }
        name.is_empty().then(|| Page::Live(Box::new(index_options(&self.0.preferences(), String::new()))))
    }

    fn dom(&self, _: &str, _: &Parameters) -> VirtualDom {
        VirtualDom::new(Root).with_root_context(self.0.clone())
    }
}

fn serve(start: &Start) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(serve_site(Arc::new(ShellSite(start.clone())), |address| {
        println!("shell         {address}");
        println!("Open this address in a browser on this machine. It works once; the page then belongs to that browser.");
    }))?;
    start.end();
    Ok(())
}

/// Fingertip in a browser on this machine: the same components as in the window.
#[derive(Parser, Debug)]
struct Program {
    #[command(flatten)]
    arguments: fingertip_shell::Arguments,
    /// How much larger than usual a phone's system has its text, such as 1.3: what the shell then follows, as it does on a phone.
    #[arg(long, value_name = "FACTOR")]
    text_scale: Option<f32>,
}

fn main() -> ExitCode {
    fingertip_log::begin("error");
    // The sheet's own link opens the provider's page: the browser is there already.
    let program = Program::parse();
    let setup = Setup::from(program.arguments).with_text(program.text_scale);
    let Some(start) = fingertip_shell::start(setup, Screen::Page, |_| {}) else {
        println!("The shell runs already: its page has the link.");
        return ExitCode::SUCCESS;
    };
    match serve(&start) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {error:#}");
            ExitCode::FAILURE
        }
    }
}
