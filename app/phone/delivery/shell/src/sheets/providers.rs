//! Where the person signs in, where the nation has several identity providers: each with whom it is for.

use dioxus::prelude::*;
use fingertip_contract::api::IdentityProvider;
use fingertip_ui::components::{IconName, List, ListRow};

use crate::state::use_words;

/// The providers to choose among; `on_choose` hears the issuer.
#[component]
pub(super) fn Providers(providers: Vec<IdentityProvider>, on_choose: EventHandler<String>) -> Element {
    let words = use_words();
    let row = |one: IdentityProvider| {
        let (title, detail) = (words.name(&one.name, &one.issuer), words.pick(&one.audience));
        let issuer = one.issuer.clone();
        rsx! {
            ListRow { key: "{one.issuer}", title, detail, icon: IconName::SignIn, on_press: move |()| on_choose.call(issuer.clone()) }
        }
    };
    let rows = providers.into_iter().map(row);
    rsx! {
        List { label: words.say("sheet-sign-in-choose"), {rows} }
    }
}
