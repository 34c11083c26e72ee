//! One department: its line, and everything that it offers.

use dioxus::prelude::*;
use fingertip_standard::DepartmentId;
use fingertip_ui::components::{EmptyState, IconName, List};

use super::{Back, Call, missing::Missing, nearest_first, service_row};
use crate::state::{use_model, use_words};

#[component]
pub(crate) fn Department(id: String) -> Element {
    let model = use_model!(preferences, catalogue, switches);
    let words = use_words();
    let navigator = use_navigator();
    let department = DepartmentId::new(id).ok().and_then(|id| model.catalogue.ready()?.department(&id));
    let Some(department) = department else {
        return rsx! {
            Missing { back: words.say("services-title"), icon: IconName::Services, gone: words.say("department-gone") }
        };
    };
    let services = nearest_first(&model, |service| service.department == department.id);
    rsx! {
        Back { title: words.say("services-title") }
        h1 { {words.name(&department.name, department.id.as_str())} }
        Call { department: department.id.clone() }
        if services.is_empty() {
            EmptyState { icon: IconName::Services, title: words.say("services-none") }
        } else {
            h2 { "{words.say(\"department-services\")}" }
            List { label: words.say("department-services"),
                for service in &services {
                    {service_row(&model, &words, service, navigator)}
                }
            }
        }
    }
}
