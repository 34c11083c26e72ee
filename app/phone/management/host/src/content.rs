//! What a sheet shows of a request, and what of it goes into the ledger.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_broker::{Decision, Question};
use fingertip_locale::Words;
use fingertip_standard::{
    ClaimName, ConsentSubject, Disclosed, FactTest, LocalText, Named,
    events::Input,
    requests::{CaseDraft, ClaimWish, Evidence, Reminder, Wish},
    words::Entry,
};
use jiff::Timestamp;

use crate::{Around, ChosenFile, Destination, Reminding, Running, SheetContent};

impl Running {
    /// Facts that go with a case: those that the person has agreed to share since the mini-app was opened, or agreed to for good
    /// before: a form that was begun in an earlier opening still names them.
    pub(crate) fn agreed_claims<'d>(
        &'d self,
        draft: &'d CaseDraft,
        around: &'d Around<'_>,
    ) -> impl Iterator<Item = &'d Named<ClaimName>> {
        draft
            .claims
            .iter()
            .filter(|name| self.claims.contains_key(name.as_str()) || self.may_be_told(name, around))
    }

    /// Whether the fact would be told without a question.
    fn may_be_told(&self, claim: &Named<ClaimName>, around: &Around<'_>) -> bool {
        let wish = ClaimWish { claim: claim.clone(), evidence: Evidence::Value, test: None, purpose: 0 };
        self.decide(&Wish::Claims(vec![wish]), around, around.consents, 0) == Decision::Allow
    }

    /// Files that go with a case.
    pub(crate) fn files_of<'d>(&'d self, draft: &'d CaseDraft) -> impl Iterator<Item = &'d ChosenFile> {
        draft.files.iter().filter_map(|handle| self.chosen.get(handle))
    }

    /// What a sheet shows of `wish`; else the code by which a mini-app is told that what it names is nothing.
    pub(crate) fn content(
        &self,
        wish: &Wish,
        question: &Question,
        words: &Arc<[Entry]>,
        around: &Around<'_>,
    ) -> Result<SheetContent, &'static str> {
        Ok(match wish {
            Wish::Open(link) => SheetContent::Open { destination: around.links.find(link)? },
            Wish::Pay(payment) => SheetContent::Payment { payment: payment.clone() },
            Wish::SubmitCase(draft) => SheetContent::HandIn {
                draft: Box::new(draft.clone()),
                claims: known(self.agreed_claims(draft, around), around),
                files: self.files_of(draft).map(|chosen| chosen.file.clone()).collect(),
            },
            Wish::Call(call) => SheetContent::Change { call: call.clone() },
            Wish::Locate => SheetContent::Region { region: around.region.cloned() },
            Wish::Sign(text) => SheetContent::Sign { text: text.clone() },
            Wish::OfferDocument(jws) => {
                SheetContent::Offer { paper: around.papers.read(jws).ok_or("document-malformed")? }
            }
            Wish::ReadDocuments(kinds) => {
                let papers = around.papers.of_kinds(kinds).into_iter().map(|paper| (paper, false));
                SheetContent::Documents { papers: papers.collect() }
            }
            Wish::Claims(wishes) => {
                // What would be told, and of a fact that is only tested no more than that.
                let told = told(wishes, around);
                let claims = question.items.iter().filter_map(|item| match &item.subject {
                    ConsentSubject::Claim(claim) => Some(claim.clone()),
                    ConsentSubject::Capability(_) => None,
                });
                let values = claims.map(|claim| {
                    let value = told.get(&claim).cloned();
                    (claim, value)
                });
                SheetContent::Consent { values: values.collect() }
            }
            Wish::Share(word) => SheetContent::Share { text: self.read_by(words, around).text(*word) },
            Wish::Remind(reminder) => {
                SheetContent::Remind { reminder: self.reminding(reminder, words, around)? }
            }
            Wish::ScanCode => SheetContent::Scan { code: None },
            // The broker asks about none of these.
            Wish::WatchCase(_) | Wish::Store { .. } | Wish::Fetch(_) | Wish::Close => {
                return Err("request-unasked");
            }
        })
    }

    /// Words of a step as the person reads them.
    fn read_by(&self, words: &Arc<[Entry]>, around: &Around<'_>) -> Words {
        self.words_of(words.clone(), around.reader.formatter(), around.reader.region_names())
    }

    /// A reminder in the person's words.
    ///
    /// # Errors
    /// The code by which the mini-app is told that its time is no time or is over, or that it opens no entry of its own.
    pub(crate) fn reminding(
        &self,
        reminder: &Reminder,
        words: &Arc<[Entry]>,
        around: &Around<'_>,
    ) -> Result<Reminding, &'static str> {
        let at = Timestamp::from_millisecond(reminder.at).map_err(|_| "reminder-time")?;
        if at <= around.now {
            return Err("reminder-time");
        }
        let entries = &self.manifest.fingertip.entries;
        if !entries.iter().any(|entry| entry.route == reminder.opens) {
            return Err("reminder-entry");
        }
        let words = self.read_by(words, around);
        Ok(Reminding {
            at,
            title: words.text(reminder.title),
            detail: words.optional(reminder.detail),
            opens: reminder.opens.clone(),
        })
    }
}

/// What is told of the facts that are asked for: their values, and yes or no to a test of one.
pub(crate) fn told(wishes: &[ClaimWish], around: &Around<'_>) -> BTreeMap<ClaimName, String> {
    let values = wishes.iter().filter(|wish| wish.evidence == Evidence::Value).map(|wish| &wish.claim);
    let tests = wishes.iter().filter(|wish| wish.evidence == Evidence::Test);
    let mut told: BTreeMap<ClaimName, String> = tests
        .filter_map(|wish| Some((wish.claim.id()?.clone(), passes(wish, around)?.to_string())))
        .collect();
    told.extend(known(values, around));
    told
}

/// Whether the person's fact passes the test today, where the nation is.
fn passes(wish: &ClaimWish, around: &Around<'_>) -> Option<bool> {
    let claim = wish.claim.id()?;
    let today = around.rules.today(around.now);
    FactTest::read(claim, wish.test.as_deref()?)?.holds(around.facts?.get(claim)?, today)
}

/// The facts among `names` that are known of the person.
pub(crate) fn known<'n>(
    names: impl Iterator<Item = &'n Named<ClaimName>>,
    around: &Around<'_>,
) -> BTreeMap<ClaimName, String> {
    let Some(facts) = around.facts else { return BTreeMap::new() };
    names
        .filter_map(Named::id)
        .filter_map(|name| facts.get(name).cloned().map(|value| (name.clone(), value)))
        .collect()
}

impl Running {
    /// What goes along with an allowed request, piece by piece, for the ledger.
    pub(crate) fn disclosed(
        &self,
        wish: &Wish,
        documents: &[String],
        files: &[ChosenFile],
        destination: Option<&Destination>,
        around: &Around<'_>,
    ) -> Vec<Disclosed> {
        let titled = |jws: &String| {
            // What is no document goes all the same, and is written down without a title.
            let title = around.papers.read(jws).map_or_else(LocalText::default, |paper| paper.title);
            Disclosed::Document(title)
        };
        // What was chosen on a map may stand in all that the mini-app sends from then on.
        let place = || {
            let has_place = self.inputs.values().any(|input| matches!(input, Input::Place(..)));
            has_place.then_some(Disclosed::Place)
        };
        match wish {
            Wish::ReadDocuments(_) => documents.iter().map(titled).collect(),
            Wish::SubmitCase(draft) => {
                let files = files.iter().map(|chosen| Disclosed::File(chosen.file.name.clone()));
                draft.documents.iter().map(titled).chain(files).chain(place()).collect()
            }
            Wish::Call(_) => place().into_iter().collect(),
            Wish::Sign(_) | Wish::Share(_) => vec![Disclosed::Text],
            Wish::Open(_) => match destination {
                Some(Destination::MiniApp { address, .. }) => {
                    let params = address.params.iter();
                    params.map(|(name, value)| Disclosed::Parameter(name.clone(), value.clone())).collect()
                }
                Some(Destination::Web(url)) => vec![Disclosed::Page(url.to_string())],
                None => Vec::new(),
            },
            Wish::Claims(_)
            | Wish::WatchCase(_)
            | Wish::OfferDocument(_)
            | Wish::Store { .. }
            | Wish::Fetch(_)
            | Wish::Locate
            | Wish::ScanCode
            | Wish::Pay(_)
            | Wish::Remind(_)
            | Wish::Close => Vec::new(),
        }
    }
}
