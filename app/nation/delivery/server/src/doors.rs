//! The doors of the platform, sorted by who stands at them. Which there are says the table of
//! [`fingertip_contract::api::routes`]; here stands who answers at each.

mod citizens {
    pub(super) mod acts;
    pub(super) mod cases;
    pub(super) mod helpers;
    pub(super) mod joint;
    pub(super) mod person;
    pub(super) mod rating;
    pub(super) mod uploads;
}
mod departments;
mod everybody;
mod gateway;
mod issuer;
mod linked;
mod operator;
mod slices;
mod tagged;
mod uses;
mod written;

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    handler::HandlerWithoutStateExt,
    middleware,
    routing::{MethodFilter, MethodRouter, on},
};
use fingertip_contract::api::{Method, Operation};
use fingertip_kit::listener::{not_found, with_common};
use tower_http::services::ServeDir;

use crate::{console, limits::let_address, metrics::measure, platform::Platform};
use citizens::{acts, cases, helpers, joint, person, rating, uploads};

pub(crate) use operator::keep_slices;

/// The largest catalogue, in bytes: some 350,000 services. Only the operator may send one.
const CATALOGUE_LIMIT: usize = 256 << 20;

/// Every door of the table, and the static files of the TUF repository in `repository`.
pub(crate) fn router(platform: &Arc<Platform>, repository: &Path) -> Router {
    let files = |folder: &str| ServeDir::new(repository.join(folder)).fallback(not_found.into_service());
    let doors = Operation::ALL
        .iter()
        .fold(Router::new(), |doors, operation| doors.route(operation.route().path, door(*operation)));
    let routes = doors
        .with_state(Arc::clone(platform))
        .merge(console::router(Arc::clone(platform)))
        .nest_service("/repository/metadata", files("metadata"))
        .nest_service("/repository/targets", files("targets"));
    let (metrics, gates) = (Arc::clone(&platform.metrics), Arc::clone(&platform.gates));
    with_common(routes)
        .layer(middleware::from_fn_with_state(gates, let_address))
        .layer(middleware::from_fn_with_state(metrics, measure))
}

/// Who answers.
fn door(operation: Operation) -> MethodRouter<Arc<Platform>> {
    let method = match operation.route().method {
        Method::Get => MethodFilter::GET,
        Method::Head => MethodFilter::HEAD,
        Method::Patch => MethodFilter::PATCH,
        Method::Post => MethodFilter::POST,
        Method::Put => MethodFilter::PUT,
        Method::Delete => MethodFilter::DELETE,
    };
    match operation {
        Operation::ShowInfo => on(method, everybody::info),
        Operation::ShowInterface => on(method, everybody::interface),
        Operation::ShowCatalogue => on(method, everybody::catalogue),
        Operation::ShowCatalogueChange => on(method, everybody::catalogue_change),
        Operation::ShowCatalogueSlice => on(method, slices::show),
        Operation::ShowCatalogueSliceChange => on(method, slices::show_change),
        Operation::ShowRegionCpsv => on(method, linked::cpsv_ap),
        Operation::ShowRegionSchemaOrg => on(method, linked::schema_org),
        Operation::ReplaceCatalogue => {
            on(method, operator::replace_catalogue).layer(DefaultBodyLimit::max(CATALOGUE_LIMIT))
        }
        Operation::EndSession => on(method, issuer::end_session),
        Operation::ShowPerson => on(method, person::show),
        Operation::ListIndicators => on(method, everybody::indicators),
        Operation::ListRatings => on(method, everybody::ratings),
        Operation::ListUses => on(method, uses::list),
        Operation::ReportUse => on(method, uses::report),
        Operation::ListCases => on(method, cases::list),
        Operation::SubmitCase => on(method, cases::submit),
        Operation::BeginUpload => on(method, uploads::begin),
        Operation::ShowUpload => on(method, uploads::show),
        Operation::AppendToUpload => {
            on(method, uploads::append).layer(DefaultBodyLimit::max(uploads::PIECE_LIMIT))
        }
        Operation::ShowCase => on(method, cases::show),
        Operation::ActOnCase => on(method, acts::act),
        Operation::ListJointCases => on(method, joint::list),
        Operation::SubmitJointCase => on(method, joint::submit),
        Operation::ShowJointCase => on(method, joint::show),
        Operation::WithdrawJointCase => on(method, joint::withdraw),
        Operation::RateCase => on(method, rating::rate),
        Operation::AppealRating => on(method, rating::appeal),
        Operation::ListHelpers => on(method, helpers::list),
        Operation::BecomeHelper => on(method, helpers::accept),
        Operation::MakeHelperCode => on(method, helpers::make),
        Operation::EndHelp => on(method, helpers::end),
        Operation::ListHelpedCases => on(method, helpers::cases),
        Operation::AdvanceCase => on(method, departments::advance_case),
        Operation::ShowDepartmentKeys => on(method, everybody::department_keys),
        Operation::ShowPlatformKeys => on(method, everybody::platform_keys),
        Operation::CallDepartment => on(method, gateway::call),
        Operation::ListDepartmentCases => on(method, departments::list_cases),
        Operation::ShowDepartmentCase => on(method, departments::show_case),
        Operation::ReplyInCase => on(method, departments::reply_in_case),
        Operation::ListDepartmentRatings => on(method, departments::list_ratings),
        Operation::ReplyToRating => on(method, departments::reply_to_rating),
        Operation::AskForExclusion => on(method, departments::ask_for_exclusion),
        Operation::ListReviews => on(method, operator::list_reviews),
        Operation::DecideReview => on(method, operator::decide_review),
        Operation::ListDeadLetters => on(method, departments::list_letters),
        Operation::RetryDeadLetter => on(method, departments::retry_letter),
    }
}
