//! The witnesses of a simulated log: who cosigned the newest entries when, and what of that a server shows. Time goes on
//! for custodians only by what stands here. Owns no rule of counting: that is the log's ([`Quorum`]).
#![cfg_attr(
    not(test),
    expect(
        clippy::indexing_slicing,
        reason = "a simulator's slip may panic: it runs in tests and drills only, on small numbers of its own"
    )
)]

use ugnay_log::{Quorum, Witnessed};

/// Latest cosignature of each witness over one size.
type Lines = Vec<Option<i64>>;

/// As many witnesses as custodians and two outsiders; as many as there are custodians must sign.
pub(super) struct Witnesses {
    need: usize,
    /// After how many seconds they say again that nothing was added; `None` for witnesses that say it once.
    renew_after: Option<i64>,
    /// Entries of the log that is being cosigned.
    size: usize,
    lines: Lines,
    /// Entries under the newest quorum.
    shown: usize,
    /// What the server holds of that checkpoint, oldest first: an old one can be shown again.
    notes: Vec<Lines>,
}

impl Witnesses {
    /// The entry of the request is cosigned by a quorum at `start`; two of the witnesses have not been there.
    pub(super) fn new(custodians: u8, start: i64, renew_after: Option<i64>) -> Self {
        let need = usize::from(custodians);
        let mut lines = vec![Some(start); need];
        lines.resize(need.saturating_add(2), None);
        Self {
            need,
            renew_after,
            size: 0,
            notes: vec![lines.clone()],
            lines,
            shown: 0,
        }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// One of them visits a log of so many entries and says a time; the server keeps its latest.
    pub(super) fn visit(&mut self, witness: usize, size: usize, time: i64) {
        if self.size != size {
            self.size = size;
            self.lines.fill(None);
        }
        let again = |had: i64| {
            self.renew_after
                .is_some_and(|after| time.saturating_sub(had) >= after.max(1))
        };
        if !self.lines[witness].is_none_or(again) {
            return;
        }
        self.lines[witness] = Some(time);
        if self.lines.iter().flatten().count() < self.need {
            return;
        }
        if self.shown != size {
            self.shown = size;
            self.notes.clear();
        }
        self.notes.push(self.lines.clone());
    }

    /// Entries under the newest quorum.
    pub(super) fn shown(&self) -> usize {
        self.shown
    }

    /// The time that a note over these entries vouches for: the newest, or an older one again.
    pub(super) fn vouched(&self, older: usize, counted: fn(&Quorum) -> Option<i64>) -> i64 {
        let last = self.notes.len().saturating_sub(1);
        let lines = &self.notes[last.saturating_sub(older)];
        let member = |time: &Option<i64>| {
            Some(Witnessed {
                name: String::new(),
                time: (*time)?,
            })
        };
        let quorum = Quorum {
            members: lines.iter().filter_map(member).collect(),
            need: self.need,
            of: lines.len(),
        };
        counted(&quorum).unwrap_or(0)
    }
}
