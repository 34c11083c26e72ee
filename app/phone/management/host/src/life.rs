//! The moments of a mini-app's life, and what the world tells it. `docs/lifecycle.md` of the standard says when.

use fingertip_standard::{
    CaseId, RegionCode,
    events::{Display, Event, Moment},
    limits,
    requests::Answer,
};
use jiff::{SignedDuration, Timestamp};

use crate::{Effect, OpenMiniApp, Running};

impl OpenMiniApp {
    /// The person signed in.
    pub fn sign_in(&mut self) -> Vec<Effect> {
        self.run(|running| vec![running.tell(Event::Moment(Moment::SignedIn))])
    }

    /// The person signed out: what was shared is shared no more.
    pub fn sign_out(&mut self) -> Vec<Effect> {
        self.run(|running| {
            running.claims.clear();
            vec![running.tell(Event::Moment(Moment::SignedOut))]
        })
    }

    /// The person reads another language.
    pub fn change_language(&mut self, language: &str) -> Vec<Effect> {
        self.run(|running| vec![running.tell(Event::LanguageChanged(language.to_owned()))])
    }

    /// The person lives elsewhere.
    pub fn change_region(&mut self, region: &RegionCode) -> Vec<Effect> {
        self.run(|running| vec![running.tell(Event::RegionChanged(region.to_string()))])
    }

    /// The shell shows things in another way.
    pub fn change_display(&mut self, display: Display) -> Vec<Effect> {
        self.run(|running| vec![running.tell(Event::DisplayChanged(display))])
    }

    /// A case moved; the mini-app is told of its own cases only.
    pub fn move_case(&mut self, case: &CaseId, state: &str) -> Vec<Effect> {
        self.run(|running| match running.watched.contains(case) {
            true => vec![running.tell(Event::CaseChanged(case.to_string(), state.to_owned()))],
            false => Vec::new(),
        })
    }

    /// A case that was kept has reached the department: the request that handed it in is answered once more.
    pub fn deliver_case(&mut self, case: &CaseId) -> Vec<Effect> {
        self.run(|running| {
            let Some(guest) = running.queued.take() else { return Vec::new() };
            running.watched.insert(case.clone());
            vec![running.tell(Event::Answered(guest, Answer::CaseAccepted(case.to_string())))]
        })
    }
}

impl Running {
    /// Tells whether it is on the screen, where that has changed.
    pub(crate) fn settle(&mut self, is_visible: bool, now: Timestamp) -> Vec<Effect> {
        if self.is_closed || is_visible == self.is_shown {
            return Vec::new();
        }
        self.is_shown = is_visible;
        if !is_visible {
            self.hidden_at = Some(now);
            return vec![self.tell(Event::Moment(Moment::Hidden))];
        }
        let was_away = self.hidden_at.take().map(|at| now.duration_since(at));
        let after = SignedDuration::try_from(limits::RESUMED_AFTER).unwrap_or(SignedDuration::MAX);
        let shown = Event::Moment(Moment::Shown);
        if was_away.is_some_and(|away| away > after) {
            let moments = [Event::Ticked(now.as_millisecond()), shown, Event::Moment(Moment::Resumed)];
            return moments.map(|moment| self.tell(moment)).into();
        }
        vec![self.tell(shown)]
    }

    /// The last that it is told; what was typed is kept.
    pub(crate) fn close(&mut self) -> Vec<Effect> {
        let draft = self.draft();
        draft.into_iter().chain(self.end()).collect()
    }

    /// The last that it is told. Its sheets and requests go with it.
    pub(crate) fn end(&mut self) -> Vec<Effect> {
        self.is_closed = true;
        self.pending.clear();
        self.sheets.clear();
        let hidden = self.is_shown.then_some(Moment::Hidden);
        let moments: Vec<Moment> = hidden.into_iter().chain([Moment::Unloaded]).collect();
        let told = moments.into_iter().map(|moment| Effect::Tell(Event::Moment(moment)));
        told.chain([Effect::Closed]).collect()
    }
}
