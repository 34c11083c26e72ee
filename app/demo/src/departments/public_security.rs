//! Public security: the household register of the nation's offices, and of two provinces that do it themselves.

use fingertip_contract::{
    Document,
    api::{DispatchedAct, DispatchedCase},
    document::DocumentField,
};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use super::healthcare::BIRTH_CERTIFICATE;
use crate::{
    department::{Decision, Department, id_of},
    paper::{NAME_UNPROVEN, Paper, proven_name},
    said::said,
    step::{answer, needed},
};

/// The page of the household register, as the steps of other departments name it.
pub(crate) const REGISTER_PAGE: &str = "household-register-page";
/// The permit with which somebody moves from one register to another.
const MOVE_PERMIT: &str = "move-permit";

/// A department of public security.
pub(crate) struct PublicSecurity {
    id: &'static str,
}

impl PublicSecurity {
    /// The nation's.
    pub(crate) const NATION: Self = Self { id: "public-security" };
    /// Guangdong's.
    pub(crate) const GUANGDONG: Self = Self { id: "public-security-guangdong" };
    /// Zhejiang's.
    pub(crate) const ZHEJIANG: Self = Self { id: "public-security-zhejiang" };

    /// The page of whoever is named on `before`, the document that brought them here.
    fn register(&self, case: &DispatchedCase, before: &Document, address: &str, now: Timestamp) -> Decision {
        let address = answer(case, address).unwrap_or_default();
        let paper = Paper {
            issuer: self.id(),
            kind: REGISTER_PAGE,
            title: "document-register-page",
            holder: before.holder.clone(),
            prefix: "H",
            fields: vec![
                DocumentField { label: said("field-address"), value: address },
                DocumentField { label: said("field-by-document"), value: before.number.clone() },
            ],
        };
        Decision::Grant(Some(Box::new(paper.write(case, now))))
    }

    fn let_go(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        let Some(holder) = proven_name(case, acts) else { return Decision::Refuse(NAME_UNPROVEN) };
        let address = answer(case, "new-address").unwrap_or_default();
        let paper = Paper {
            issuer: self.id(),
            kind: MOVE_PERMIT,
            title: "document-move-permit",
            holder,
            prefix: "M",
            fields: vec![DocumentField { label: said("field-address"), value: address }],
        };
        Decision::Grant(Some(Box::new(paper.write(case, now))))
    }
}

impl Department for PublicSecurity {
    fn id(&self) -> DepartmentId {
        id_of(self.id)
    }

    fn office(&self) -> &'static str {
        "office-household"
    }

    fn decide(&self, case: &DispatchedCase, acts: &[DispatchedAct], now: Timestamp) -> Decision {
        if case.joint.is_none() {
            return Decision::Grant(None);
        }
        let service = case.case.service.as_str();
        if service.starts_with("move-out") {
            return self.let_go(case, acts, now);
        }
        let (kind, address) = match service {
            "household-registration" => (BIRTH_CERTIFICATE, "address"),
            _ if service.starts_with("move-in") => (MOVE_PERMIT, "new-address"),
            _ => return needed(case, acts, REGISTER_PAGE).map_or_else(|ask| ask, |_| Decision::Grant(None)),
        };
        match needed(case, acts, kind) {
            Ok(before) => self.register(case, &before, address, now),
            Err(ask) => ask,
        }
    }
}
