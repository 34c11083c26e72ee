//! Where a case stands, and what may follow by whose act.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ActKind;

/// Where a case stands (states in use under the Administrative Licensing Law and national case-data practice).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CaseState {
    /// The platform has it; the department has not looked yet.
    Received,
    /// The department takes it on; its time runs.
    Accepted,
    /// The department does not take it on, with a reason.
    Refused,
    /// Something is missing; the person is told all of it at once.
    CorrectionAsked,
    /// Being examined.
    Review,
    /// Taken on, and something more is needed of the person; the department's time stands still.
    SupplementAsked,
    /// Put off with a reason that is not the person's; the department's time stands still.
    Suspended,
    /// Decided in the person's favour.
    Approved,
    /// Decided against, with a reason.
    Rejected,
    /// The person objects to the decision; the department's time begins anew.
    Appealed,
    /// The result has reached the person.
    Delivered,
    /// Nothing more happens.
    Closed,
    /// Taken back by the person.
    Withdrawn,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

impl CaseState {
    /// The states that may follow this one by an act of the department.
    #[must_use]
    pub fn next(&self) -> &'static [Self] {
        use CaseState::{
            Accepted, Appealed, Approved, Closed, CorrectionAsked, Delivered, Received, Refused, Rejected,
            Review, SupplementAsked, Suspended, Withdrawn,
        };
        match self {
            Received => &[Accepted, Refused, CorrectionAsked],
            CorrectionAsked => &[Refused],
            Accepted => &[Review, SupplementAsked, Suspended],
            Review => &[Approved, Rejected, CorrectionAsked, SupplementAsked, Suspended],
            SupplementAsked => &[Review, Rejected],
            Suspended => &[Review],
            Approved => &[Delivered],
            Delivered | Rejected | Refused => &[Closed],
            Appealed => &[Review, Closed],
            Closed | Withdrawn | Self::Unknown(_) => &[],
        }
    }

    /// The state after an act of the person, itself where the act changes none. None where a case in this state does not take the act.
    /// Whether an appeal is still open to the person depends on the whole case: see [`super::Case::acts`].
    #[must_use]
    pub fn after(&self, act: &ActKind) -> Option<Self> {
        use CaseState::{
            Accepted, Appealed, Closed, CorrectionAsked, Received, Refused, Rejected, Review,
            SupplementAsked, Suspended, Withdrawn,
        };
        match (act, self) {
            (ActKind::Unknown(_), _) | (_, Self::Unknown(_)) => None,
            (ActKind::Answer, CorrectionAsked) => Some(Received),
            (ActKind::Answer, SupplementAsked) => Some(Review),
            (
                ActKind::Withdraw,
                Received | CorrectionAsked | Accepted | Review | SupplementAsked | Suspended,
            ) => Some(Withdrawn),
            (ActKind::Appeal, Refused | Rejected | Closed) => Some(Appealed),
            (ActKind::Answer | ActKind::Withdraw | ActKind::Appeal, _) => None,
            (ActKind::Add, state) => (!state.is_over()).then(|| state.clone()),
            (ActKind::Ask, state) => Some(state.clone()),
        }
    }

    /// Whether nothing is under way: the department has nothing more to do.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.next().is_empty()
    }

    /// Whether something is asked of the person in it.
    #[must_use]
    pub fn asks_person(&self) -> bool {
        matches!(self, Self::CorrectionAsked | Self::SupplementAsked)
    }

    /// Whether the department's time stands still in it.
    #[must_use]
    pub fn stops_clock(&self) -> bool {
        self.asks_person() || *self == Self::Suspended
    }

    /// Whether the case may be rated: the department has done its part.
    #[must_use]
    pub fn is_handled(&self) -> bool {
        matches!(self, Self::Refused | Self::Rejected | Self::Delivered | Self::Closed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use CaseState::{
        Accepted, Appealed, Approved, Closed, CorrectionAsked, Delivered, Received, Refused, Rejected,
        Review, SupplementAsked, Suspended, Withdrawn,
    };

    const ALL: [CaseState; 13] = [
        Received,
        Accepted,
        Refused,
        CorrectionAsked,
        Review,
        SupplementAsked,
        Suspended,
        Approved,
        Rejected,
        Appealed,
        Delivered,
        Closed,
        Withdrawn,
    ];

    #[test]
    fn every_state_leads_to_an_end() {
        fn ends(state: CaseState, seen: &mut Vec<CaseState>) -> bool {
            if state.is_over() {
                return true;
            }
            let next = state.next();
            seen.push(state);
            next.iter().any(|next| !seen.contains(next) && ends(next.clone(), seen))
        }
        for state in ALL {
            assert!(!state.next().contains(&state), "{state:?}");
            assert!(ends(state.clone(), &mut Vec::new()), "{state:?}");
        }
    }

    #[test]
    fn what_the_person_does_no_department_does_for_them() {
        for state in ALL {
            for own in [Received, Withdrawn, Appealed] {
                assert!(!state.next().contains(&own), "{state:?} leads a department to {own:?}");
            }
        }
    }

    #[test]
    fn an_act_of_the_person_leads_where_it_should_and_nowhere_else() {
        let taken = |act: &ActKind| -> Vec<_> {
            ALL.iter().filter_map(|state| Some((state.clone(), state.after(act)?))).collect()
        };
        assert_eq!(taken(&ActKind::Answer), [(CorrectionAsked, Received), (SupplementAsked, Review)]);
        let open = [Received, Accepted, CorrectionAsked, Review, SupplementAsked, Suspended];
        assert_eq!(taken(&ActKind::Withdraw), open.map(|state| (state, Withdrawn)));
        assert_eq!(taken(&ActKind::Appeal), [Refused, Rejected, Closed].map(|state| (state, Appealed)));
        assert_eq!(taken(&ActKind::Ask), ALL.map(|state| (state.clone(), state)));
        assert!(taken(&ActKind::Add).iter().all(|(from, to)| from == to && !from.is_over()));
        assert_eq!(taken(&ActKind::Add).len(), ALL.len() - 2);
        assert_eq!(taken(&ActKind::Unknown("dance".into())), []);
        assert_eq!(CaseState::Unknown("on-the-moon".into()).after(&ActKind::Ask), None);
    }
}
