//! How often something is looked at: at once after something happened, then ever less.

/// Counts ticks. Each wait is twice the one before, up to a bound, until something happens.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pace {
    /// Ticks to let pass.
    left: u32,
    /// How many waits there were since something happened.
    waits: u32,
}

/// No two differ for whoever shows a model: a tick that passes is nothing to draw anew.
impl PartialEq for Pace {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Pace {
    /// One tick has passed: whether it is time to look. No wait is longer than `longest` ticks.
    pub(crate) fn tick(&mut self, longest: u32) -> bool {
        if self.left > 0 {
            self.left -= 1;
            return false;
        }
        self.left = (1_u32.checked_shl(self.waits).unwrap_or(u32::MAX).min(longest)).saturating_sub(1);
        self.waits = self.waits.saturating_add(1);
        true
    }

    /// Something happened: the next tick is one to look at.
    pub(crate) fn restart(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_in_which_nothing_happens_costs_few_looks() {
        let mut pace = Pace::default();
        let mut looks = Vec::new();
        // A tick is two seconds long, the longest wait ten minutes.
        for tick in 0..1800 {
            if pace.tick(300) {
                looks.push(tick);
            }
        }
        assert_eq!(looks[..6], [0, 1, 3, 7, 15, 31]);
        assert!(looks.len() <= 18, "{looks:?}");
        assert!(looks.windows(2).all(|pair| pair[1] - pair[0] <= 300));
        pace.restart();
        assert!(pace.tick(300), "at once");
    }

    #[test]
    fn a_device_that_runs_for_years_still_looks() {
        let mut pace = Pace { left: 0, waits: u32::MAX };
        assert!(pace.tick(10) && !pace.tick(10));
    }
}
