//! One number: which plan it is meant in. No splitting of cells.

use phonenumber::country::Id;
use phonenumber::{Mode, PhoneNumber, Type};

use super::{PhoneContext, PhoneKind, PhoneProblem};
use crate::Iso2;

/// A number read in one plan.
pub(super) struct Read {
    pub e164: String,
    pub kind: PhoneKind,
    pub ambiguous: bool,
}

/// For a field while somebody types: the number as it will be dialled, or what is wrong with it.
///
/// # Errors
/// The problem, to be shown as a warning; the text may be kept all the same.
pub fn check_phone(text: &str, context: PhoneContext) -> Result<String, PhoneProblem> {
    read(text, context).map(|r| r.e164)
}

/// Digits with a leading `+` when the text is in international form; everything else dropped.
fn tidy(text: &str) -> String {
    let no_trunk = text.replace("(0)", "");
    let mut out = String::new();
    for c in no_trunk.trim().chars() {
        match c {
            '0'..='9' => out.push(c),
            '０'..='９' => {
                let digit = u32::from(c).saturating_sub(u32::from('０'));
                out.extend(char::from_digit(digit, 10));
            }
            'O' | 'o' => out.push('0'),
            '+' | '＋' if out.is_empty() => out.push('+'),
            _ => {}
        }
    }
    match out.strip_prefix("00") {
        Some(rest) if rest.len() > 8 => format!("+{rest}"),
        _ => out,
    }
}

fn valid(plan: Option<Id>, text: &str) -> Option<PhoneNumber> {
    let n = phonenumber::parse(plan, text)
        .ok()
        .filter(PhoneNumber::is_valid)?;
    // The metadata also lets through Philippine numbers of eight digits, which nobody can dial.
    let short = n.code().value() == 63 && n.national().value() < 100_000_000;
    (!short).then_some(n)
}

fn kind(n: &PhoneNumber) -> PhoneKind {
    match n.number_type(&phonenumber::metadata::DATABASE) {
        Type::Mobile => PhoneKind::Mobile,
        Type::FixedLine => PhoneKind::Fixed,
        _ => PhoneKind::Unknown,
    }
}

fn done(n: &PhoneNumber, ambiguous: bool) -> Read {
    Read {
        e164: n.format().mode(Mode::E164).to_string(),
        kind: kind(n),
        ambiguous,
    }
}

fn plan(country: Iso2) -> Option<Id> {
    country.as_str().parse().ok()
}

/// Reads one number. Order: international form; a Philippine mobile (also with its zero or plus lost); the row's
/// country; a Philippine landline; any country when the digits begin with its code.
pub(super) fn read(text: &str, context: PhoneContext) -> Result<Read, PhoneProblem> {
    let digits = tidy(text);
    let count = digits.trim_start_matches('+').len();
    if count == 0 {
        return Err(PhoneProblem::NotANumber);
    }
    if let Some(rest) = digits.strip_prefix('+') {
        let hit = valid(None, &digits).or_else(|| without_trunk_zero(rest));
        return hit.map(|n| done(&n, false)).ok_or_else(|| why(count));
    }
    let abroad = context.destination.and_then(|c| in_country(&digits, c));
    if let Some(n) = philippine_mobile(&digits) {
        // "9611126823" for Beirut: the row's own country code, not a Philippine mobile without its zero.
        if let Some(a) = abroad
            .as_ref()
            .filter(|a| digits.starts_with(&a.code().value().to_string()))
        {
            return Ok(done(a, true));
        }
        let ambiguous = abroad.is_some();
        return Ok(done(&n, ambiguous));
    }
    let home = || valid(Some(Id::PH), &digits).or_else(|| lost_zero_landline(&digits));
    if let Some(n) = abroad {
        let bracketed_area = text.trim_start().starts_with('(') && digits.starts_with('0');
        return match home() {
            Some(h) if bracketed_area => Ok(done(&h, true)),
            Some(_) => Ok(done(&n, true)),
            None => Ok(done(&n, false)),
        };
    }
    if let Some(n) = home() {
        return Ok(done(&n, false));
    }
    let any = (count >= 10 && !digits.starts_with('0'))
        .then(|| valid(None, &format!("+{digits}")))
        .flatten();
    let dialled_out = digits
        .strip_prefix("011")
        .and_then(|r| valid(None, &format!("+{r}")));
    any.or(dialled_out)
        .map(|n| done(&n, false))
        .ok_or_else(|| why(count))
}

fn why(count: usize) -> PhoneProblem {
    match count {
        0..=9 => PhoneProblem::TooShort,
        14.. => PhoneProblem::TooLong,
        _ => PhoneProblem::NotANumber,
    }
}

/// "+63 0917…": the national zero after the country code.
fn without_trunk_zero(rest: &str) -> Option<PhoneNumber> {
    (1..=3).find_map(|n| {
        let (code, national) = (rest.get(..n)?, rest.get(n..)?.strip_prefix('0')?);
        valid(None, &format!("+{code}{national}"))
    })
}

fn philippine_mobile(digits: &str) -> Option<PhoneNumber> {
    let national = match (digits.len(), digits) {
        (12, d) => d.strip_prefix("63")?,
        (13, d) => d.strip_prefix("630")?,
        (11, d) => d.strip_prefix('0')?,
        (10, d) => d,
        _ => return None,
    };
    if !national.starts_with('9') {
        return None;
    }
    valid(None, &format!("+63{national}")).filter(|n| kind(n) == PhoneKind::Mobile)
}

/// "63 43 756 0355" or "43 756 0355": a landline whose zero or plus was lost.
fn lost_zero_landline(digits: &str) -> Option<PhoneNumber> {
    let national = digits
        .strip_prefix("63")
        .filter(|_| digits.len() > 9)
        .unwrap_or(digits);
    (digits.len() >= 9)
        .then(|| valid(None, &format!("+63{national}")))
        .flatten()
}

fn in_country(digits: &str, country: Iso2) -> Option<PhoneNumber> {
    let dial = crate::country(country)
        .map(|c| c.dial)
        .filter(|d| !d.is_empty());
    if let Some(dial) = dial
        && let Some(rest) = digits.strip_prefix(dial)
    {
        let hit = valid(None, &format!("+{digits}")).or_else(|| {
            rest.strip_prefix('0')
                .and_then(|r| valid(None, &format!("+{dial}{r}")))
        });
        if hit.is_some() {
            return hit;
        }
    }
    valid(plan(country), digits)
}
