//! Outcomes of a contact campaign on three separate axes (protocol §1.2), and the attempts that hold them.

use crate::{AttemptId, CampaignId, ContactId, Value, ValueMap};

macro_rules! axis {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $v:ident = $code:literal, $text:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$vdoc])* $v = $code,)* }

        impl $name {
            /// All values.
            pub const ALL: &'static [Self] = &[$(Self::$v,)*];

            /// The stable text code.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$v => $text,)* }
            }

            /// The value of a text code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($text => Some(Self::$v),)* _ => None }
            }

            /// The value of a number on the wire.
            #[must_use]
            pub fn from_u8(code: u8) -> Option<Self> {
                match code { $($code => Some(Self::$v),)* _ => None }
            }
        }
    };
}

axis! {
    /// What came of the attempt itself.
    AttemptResult {
        /// Somebody answered.
        Reached = 1, "reached";
        /// Asked to call again later.
        CallBack = 2, "call_back";
        /// Line busy.
        Busy = 3, "busy";
        /// Rang, nobody answered.
        NoAnswer = 4, "no_answer";
        /// Left a message.
        LeftMessage = 5, "left_message";
        /// The number is somebody else's.
        WrongNumber = 6, "wrong_number";
        /// The number is off or gone.
        NumberOff = 7, "number_off";
        /// Not tried yet.
        NotAttempted = 8, "not_attempted";
        /// Visited at home.
        Visited = 9, "visited";
    }
}

axis! {
    /// What is known of the person's safety.
    Safety {
        /// Safe.
        Safe = 1, "safe";
        /// Needs help.
        NeedsHelp = 2, "needs_help";
        /// The family has no news.
        NoNews = 3, "no_news";
        /// Missing.
        Missing = 4, "missing";
        /// Injured.
        Injured = 5, "injured";
        /// Reported dead.
        DeadReported = 6, "dead_reported";
        /// Does not want contact: a normal outcome.
        DeclinesContact = 7, "declines_contact";
    }
}

axis! {
    /// Where the person's case stands.
    CaseStep {
        /// Asked to come home.
        RepatriationRequested = 1, "repatriation_requested";
        /// In a shelter.
        InShelter = 2, "in_shelter";
        /// Waits for clearance.
        ClearancePending = 3, "clearance_pending";
        /// The employer will not let go.
        EmployerHolds = 4, "employer_holds";
        /// On the way.
        Travelling = 5, "travelling";
        /// At home.
        Home = 6, "home";
        /// Took the request back.
        Withdrew = 7, "withdrew";
        /// Referred to a desk or agency.
        Referred = 8, "referred";
    }
}

axis! {
    /// What help is needed.
    Need {
        /// Medical help.
        Medical = 1, "medical";
        /// Shelter.
        Shelter = 2, "shelter";
        /// Food or water.
        Food = 3, "food";
        /// A way home.
        Repatriation = 4, "repatriation";
        /// Legal help.
        Legal = 5, "legal";
        /// Wages or contract.
        Wages = 6, "wages";
        /// Safety from violence.
        Protection = 7, "protection";
        /// Somebody to talk to.
        Psychosocial = 8, "psychosocial";
    }
}

/// One attempt to reach a person's family, with what was learned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attempt {
    /// Which attempt.
    pub id: AttemptId,
    /// In which campaign.
    pub campaign: CampaignId,
    /// Unix seconds (display only).
    pub at: i64,
    /// Whom: a contact, or nothing for the person.
    pub contact: Option<ContactId>,
    /// What came of it.
    pub result: AttemptResult,
    /// Safety, if learned.
    pub safety: Option<Safety>,
    /// Needs, if any.
    pub needs: Vec<Need>,
    /// Case step, if any.
    pub step: Option<CaseStep>,
    /// Call again after (Unix seconds).
    pub call_after: Option<i64>,
    /// Whether the family agreed to be referred to the desk by name.
    pub consent_referral: bool,
}

impl Attempt {
    /// The attempt as one value, stored under `Field::Attempt.of(id)`.
    #[must_use]
    pub fn value(&self) -> Value {
        let code = |n: u8| Value::Int(i64::from(n));
        let mut m = ValueMap::from([
            (1, Value::Ids(vec![self.campaign.to_bytes()])),
            (2, Value::Int(self.at)),
            (3, code(self.result as u8)),
        ]);
        if let Some(c) = self.contact {
            m.insert(4, Value::Ids(vec![c.to_bytes()]));
        }
        if let Some(s) = self.safety {
            m.insert(5, code(s as u8));
        }
        for need in &self.needs {
            m.insert(100_u16.saturating_add(*need as u16), Value::Bool(true));
        }
        if let Some(s) = self.step {
            m.insert(6, code(s as u8));
        }
        if let Some(t) = self.call_after {
            m.insert(7, Value::Int(t));
        }
        if self.consent_referral {
            m.insert(8, Value::Bool(true));
        }
        Value::Map(m)
    }

    /// Reads an attempt back.
    #[must_use]
    pub fn read(id: AttemptId, value: &Value) -> Option<Self> {
        let m = value.map()?;
        let one = |k: u16| match m.get(&k) {
            Some(Value::Ids(ids)) => ids.first().copied(),
            _ => None,
        };
        let code = |k: u16| {
            m.get(&k)
                .and_then(Value::int)
                .and_then(|i| u8::try_from(i).ok())
        };
        Some(Self {
            id,
            campaign: CampaignId::from_bytes(one(1)?),
            at: m.get(&2)?.int()?,
            result: AttemptResult::from_u8(code(3)?)?,
            contact: one(4).map(ContactId::from_bytes),
            safety: code(5).and_then(Safety::from_u8),
            needs: Need::ALL
                .iter()
                .copied()
                .filter(|n| m.contains_key(&100_u16.saturating_add(*n as u16)))
                .collect(),
            step: code(6).and_then(CaseStep::from_u8),
            call_after: m.get(&7).and_then(Value::int),
            consent_referral: m.get(&8).and_then(Value::bool).unwrap_or(false),
        })
    }
}
