//! A filter held against an entry of the roll: which parts it misses. The same law as the SQL of `filter`.

use super::{Entry, Texts};
use crate::filter::span;
use crate::{Filter, Said, view};
use ugnay_model::Country;

/// What a part of a filter is about: figures beside a choice leave out the part the choice belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum About {
    Whole,
    Country,
    Home,
    Purok,
    Employer,
    Freshness,
    Returned,
    Consent,
    Phone,
    Conflict,
    Outside,
}

/// What an entry misses of a filter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Missed {
    Nothing,
    /// Parts about one thing alone: the entry counts for the other choices of that.
    Only(About),
    More,
}

impl Missed {
    fn add(self, about: About) -> Self {
        match self {
            Self::Nothing => Self::Only(about),
            Self::Only(one) if one == about => self,
            _ => Self::More,
        }
    }
}

/// A filter made ready. Who is removed is in no roll, and typed text is not looked at.
pub(crate) struct Wanted {
    filter: Filter,
    homes: Vec<(u32, u32)>,
    purok: Option<Option<u32>>,
    employer: Option<Option<u32>>,
    consent: Option<(u8, Said)>,
}

impl Wanted {
    pub(crate) fn of(filter: &Filter, texts: &Texts) -> Self {
        let number = |text: &Option<String>| text.as_ref().map(|t| texts.same(t.trim()));
        Self {
            homes: filter.homes.iter().map(|h| span(*h)).collect(),
            purok: number(&filter.purok),
            employer: number(&filter.employer),
            consent: filter
                .consent
                .map(|(purpose, said)| (view::purpose_bits(&[purpose]), said)),
            filter: Filter {
                text: None,
                ..filter.clone()
            },
        }
    }

    /// Whether it lets everybody through.
    pub(crate) fn is_everybody(&self) -> bool {
        self.filter == Filter::default()
    }

    pub(crate) fn fits(&self, e: &Entry) -> bool {
        self.missed(e) == Missed::Nothing
    }

    pub(crate) fn missed(&self, e: &Entry) -> Missed {
        let f = &self.filter;
        let mut missed = Missed::Nothing;
        let mut part = |about: About, met: bool| {
            if !met {
                missed = missed.add(about);
            }
        };
        if let Some(c) = f.country {
            let at_sea = c == Country::SEA && e.country.is_none() && e.sea_based;
            part(About::Country, e.country == Some(c) || at_sea);
        }
        if f.no_country {
            part(About::Country, e.country.is_none() && !e.sea_based);
        }
        if !self.homes.is_empty() {
            let lies = |b: u32| {
                self.homes
                    .iter()
                    .any(|(low, high)| (*low..=*high).contains(&b))
            };
            part(About::Home, e.barangay.is_some_and(|b| lies(b.0)));
        }
        if let Some(purok) = self.purok {
            part(About::Purok, is(e.purok.map(|t| t.same), purok));
        }
        if let Some(employer) = self.employer {
            part(About::Employer, is(e.employer.map(|t| t.same), employer));
        }
        if let Some(outside) = f.outside {
            part(About::Outside, outside.holds(e.barangay));
        }
        if let Some(before) = f.stale_before {
            part(
                About::Freshness,
                e.confirmed_at.is_none_or(|at| at < before),
            );
        }
        if let Some(since) = f.confirmed_since {
            part(
                About::Freshness,
                e.confirmed_at.is_some_and(|at| at >= since),
            );
        }
        if f.never_confirmed {
            part(About::Freshness, e.confirmed_at.is_none());
        }
        if let Some(returned) = f.returned {
            part(About::Returned, e.returned == returned);
        }
        if let Some(sea_based) = f.sea_based {
            part(About::Whole, e.sea_based == sea_based);
        }
        if f.no_phone {
            part(About::Phone, e.no_phone);
        }
        if f.has_conflict {
            part(About::Conflict, e.conflict);
        }
        if let Some((bit, said)) = self.consent {
            let met = match said {
                Said::Given => e.consents & bit != 0,
                Said::Refused => e.refusals & bit != 0,
                Said::Unasked => (e.consents | e.refusals) & bit == 0,
            };
            part(About::Consent, met);
        }
        missed
    }
}

fn is(has: Option<u32>, wanted: Option<u32>) -> bool {
    has.is_some() && has == wanted
}
