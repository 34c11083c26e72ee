//! Where a mini-app is opened, and how it came to be opened there.

use fingertip_standard::{AppId, DepartmentId, HelperLinkId, ServiceId, events::Origin};

/// Where a mini-app is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The service that it is opened for.
    pub service: Option<ServiceId>,
    /// Whose it must be.
    pub department: DepartmentId,
    /// Which it must be.
    pub app: AppId,
    /// Its entry.
    pub route: String,
}

/// How a mini-app came to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The parameters of its route.
    pub params: Vec<(String, String)>,
    /// Who opened it.
    pub origin: Origin,
    /// Whose mini-app and which, where one opened it.
    pub caller: Option<(DepartmentId, AppId)>,
    /// The version that it must be, where the link names one.
    pub version: Option<String>,
    /// For whom, where the person acts for another: the link under which they do.
    pub on_behalf: Option<HelperLinkId>,
}

impl Arrival {
    /// Under which the draft of what is opened at `route` is kept. What is filled in for another never comes up in one's own form, nor
    /// the other way round: a `#` is in no route.
    #[must_use]
    pub fn draft_key(&self, route: &str) -> String {
        let own = draft_key(route, &self.params);
        match &self.on_behalf {
            Some(link) => format!("{own}#{link}"),
            None => own,
        }
    }
}

impl Default for Arrival {
    /// By the person, in the shell.
    fn default() -> Self {
        Self { params: Vec::new(), origin: Origin::Person, caller: None, version: None, on_behalf: None }
    }
}

/// Under which a draft of the person's own is kept: the route, and the parameters that it was opened with. Two links to one route lead to two
/// things, and what was begun at one must not come up at the other.
#[must_use]
pub fn draft_key(route: &str, params: &[(String, String)]) -> String {
    if params.is_empty() {
        return route.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    format!("{route}?{query}")
}
