//! Splitting a phone cell: separators, labels, handles, extensions. Which plan a number belongs to: `phone/number.rs`.

use super::number::read;
use super::{
    Handle, Owner, ParsedPhone, PhoneCell, PhoneContext, PhoneProblem, Slot, is_ditto, is_nothing,
};
use crate::fold;

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(String),
    Word(String),
    /// Ends a slot: `/ , ;` or a line end.
    Break,
    /// Joins inside a slot: "or", "&".
    Join,
    Colon,
}

/// Reads a whole cell. Cost is linear in its length; cells beyond 2,000 characters are cut.
#[must_use]
pub fn read_phones(cell: &str, context: PhoneContext) -> PhoneCell {
    let mut out = PhoneCell::default();
    let cell: String = cell
        .trim()
        .trim_start_matches(['\'', '’'])
        .chars()
        .take(2_000)
        .collect();
    if is_ditto(&cell) {
        out.leftover.push(cell);
        out.note(PhoneProblem::Leftover);
        return out;
    }
    if is_nothing(&cell) {
        out.slots.push(Slot {
            nothing: !cell.is_empty(),
            ..Slot::default()
        });
        return out;
    }
    match scientific(&cell) {
        Some(Some(digits)) => return Reader::new(context).run(&digits),
        Some(None) => return unreadable(cell, PhoneProblem::DigitsLost),
        None => {}
    }
    if is_masked(&cell) {
        return unreadable(cell, PhoneProblem::Masked);
    }
    let cell = cell
        .strip_suffix(".0")
        .filter(|c| c.bytes().all(|b| b.is_ascii_digit()))
        .unwrap_or(&cell);
    Reader::new(context).run(cell)
}

fn unreadable(cell: String, problem: PhoneProblem) -> PhoneCell {
    let slot = Slot {
        unreadable: vec![cell],
        ..Slot::default()
    };
    PhoneCell {
        slots: vec![slot],
        problems: vec![problem],
        ..PhoneCell::default()
    }
}

/// `Some(None)`: scientific notation with digits lost; `Some(Some(_))`: it still holds them all.
fn scientific(cell: &str) -> Option<Option<String>> {
    let upper = cell.to_ascii_uppercase();
    let (mantissa, exponent) = upper.split_once('E')?;
    if mantissa.is_empty() || !mantissa.chars().all(|c| c.is_ascii_digit() || c == '.') {
        return None;
    }
    let exponent: usize = exponent.trim_start_matches('+').parse().ok()?;
    let fraction = mantissa.split_once('.').map_or(0, |(_, f)| f.len());
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    Some((fraction == exponent).then_some(digits))
}

fn is_masked(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let has_digit = lower.chars().any(|c| c.is_ascii_digit());
    has_digit && (lower.contains("xx") || lower.contains("**") || lower.contains("??"))
}

fn owner_of(word: &str) -> Option<Owner> {
    Some(match word {
        "ofw" | "abroad" | "migrant" | "own" | "sarili" | "roaming" => Owner::Migrant,
        "fam" | "family" | "pamilya" | "kin" | "nok" | "nanay" | "tatay" | "asawa" | "kapatid"
        | "mother" | "father" | "wife" | "husband" | "ina" | "ama" | "ate" | "kuya" | "anak"
        | "misis" | "mister" | "pinas" | "phil" | "landline" => Owner::Family,
        _ => return None,
    })
}

fn app_of(word: &str) -> Option<&'static str> {
    Some(match word {
        "fb" | "facebook" | "f b" => "facebook",
        "messenger" | "msgr" | "msngr" => "messenger",
        "viber" => "viber",
        "whatsapp" | "wapp" | "whatsup" | "wa" => "whatsapp",
        "imo" => "imo",
        "telegram" | "tg" => "telegram",
        "wechat" => "wechat",
        "line" => "line",
        "skype" => "skype",
        "ig" | "instagram" => "instagram",
        _ => return None,
    })
}

const NOISE: [&str; 26] = [
    "smart",
    "globe",
    "tm",
    "tnt",
    "sun",
    "dito",
    "new",
    "old",
    "luma",
    "bago",
    "cp",
    "cell",
    "cel",
    "cellphone",
    "mobile",
    "mob",
    "tel",
    "telephone",
    "phone",
    "no",
    "nos",
    "number",
    "contact",
    "num",
    "landline",
    "s",
];

fn tokens(cell: &str) -> Vec<Token> {
    let chars: Vec<char> = cell.chars().collect();
    let mut out = Vec::new();
    let mut i = 0usize;
    while let Some(&c) = chars.get(i) {
        if starts_number(&chars, i) {
            let end = number_end(&chars, i);
            out.push(Token::Number(
                chars.get(i..end).unwrap_or_default().iter().collect(),
            ));
            i = end.max(i.saturating_add(1));
        } else if c.is_alphanumeric() || c == '_' {
            let len = chars
                .iter()
                .skip(i)
                .take_while(|c| {
                    c.is_alphanumeric() || matches!(c, '.' | '_' | '@' | '-' | '\'' | '’')
                })
                .count();
            let end = i.saturating_add(len.max(1));
            out.push(word(chars.get(i..end).unwrap_or_default().iter().collect()));
            i = end;
        } else {
            match c {
                '/' | ',' | ';' | '\n' | '\r' | '|' => out.push(Token::Break),
                '&' => out.push(Token::Join),
                ':' => out.push(Token::Colon),
                _ => {}
            }
            i = i.saturating_add(1);
        }
    }
    out
}

fn word(text: String) -> Token {
    match fold(&text).as_str() {
        "or" | "o" | "at" | "and" | "y" | "et" | "saka" => Token::Join,
        _ => Token::Word(text),
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn starts_number(chars: &[char], i: usize) -> bool {
    let at = |k: usize| chars.get(i.saturating_add(k)).copied().unwrap_or(' ');
    match at(0) {
        '+' | '＋' => true,
        '(' => chars
            .iter()
            .skip(i.saturating_add(1))
            .find(|c| **c != ' ')
            .is_some_and(|c| is_digit(*c) || *c == '+'),
        'O' | 'o' => is_digit(at(1)) && is_digit(at(2)),
        c => is_digit(c),
    }
}

fn number_end(chars: &[char], start: usize) -> usize {
    let mut seen_digit = false;
    let mut end = start;
    for (k, c) in chars.iter().copied().enumerate().skip(start) {
        let opens_word = c == '('
            && chars
                .get(k.saturating_add(1))
                .is_some_and(|n| n.is_alphabetic());
        let new_plus = matches!(c, '+' | '＋') && seen_digit;
        let inside = is_digit(c)
            || matches!(
                c,
                ' ' | '\u{a0}'
                    | '\u{202f}'
                    | '.'
                    | '-'
                    | '–'
                    | '('
                    | ')'
                    | '+'
                    | '＋'
                    | '\u{2011}'
                    | '\t'
            )
            || (matches!(c, 'O' | 'o') && !seen_digit);
        if !inside || opens_word || new_plus {
            break;
        }
        seen_digit |= is_digit(c);
        end = k.saturating_add(1);
    }
    end
}

struct Reader {
    context: PhoneContext,
    out: PhoneCell,
    slot: Slot,
    /// Labels stand before their numbers ("OFW: … / Fam: …").
    leading: bool,
    owner: Option<Owner>,
    app: Option<String>,
}

impl Reader {
    fn new(context: PhoneContext) -> Self {
        Self {
            context,
            out: PhoneCell::default(),
            slot: Slot::default(),
            leading: false,
            owner: None,
            app: None,
        }
    }

    fn run(mut self, cell: &str) -> PhoneCell {
        let tokens = tokens(cell);
        self.leading = tokens
            .iter()
            .find(|t| !matches!(t, Token::Break | Token::Join))
            .is_some_and(|t| matches!(t, Token::Word(w) if owner_of(&fold(w)).is_some()));
        let mut rest = tokens.as_slice();
        while let Some((token, after)) = rest.split_first() {
            rest = match token {
                Token::Number(n) => {
                    self.number(n);
                    after
                }
                Token::Word(w) => self.word(w, after),
                Token::Break => {
                    self.close();
                    after
                }
                Token::Join | Token::Colon => after,
            };
        }
        self.close();
        self.out
    }

    fn close(&mut self) {
        let slot = std::mem::take(&mut self.slot);
        if slot != Slot::default() {
            self.out.slots.push(slot);
        }
        self.app = None;
    }

    fn word<'t>(&mut self, raw: &str, after: &'t [Token]) -> &'t [Token] {
        let folded = fold(raw);
        let mut rest = after;
        while let Some((Token::Colon, more)) = rest.split_first() {
            rest = more;
        }
        if let Some(app) = app_of(&folded) {
            return self.app_label(app, rest);
        }
        if matches!(
            folded.as_str(),
            "loc" | "local" | "ext" | "extension" | "to"
        ) && let Some((Token::Number(n), more)) = rest.split_first()
        {
            return self.extension(&folded, n, more);
        }
        if let Some(owner) = owner_of(&folded) {
            if self.leading {
                self.owner = Some(owner);
            } else {
                self.label_last(owner);
            }
        } else if is_nothing(raw) {
            self.slot.nothing = true;
        } else if !NOISE.contains(&folded.as_str()) {
            self.out.leftover.push(raw.to_owned());
            self.out.note(PhoneProblem::Leftover);
        }
        rest
    }

    /// "viber: 0917…" names the app of a number; "FB: Luisa Palacio" is a handle up to the next separator.
    fn app_label<'t>(&mut self, app: &str, rest: &'t [Token]) -> &'t [Token] {
        let name: Vec<&str> = rest
            .iter()
            .map_while(|t| match t {
                Token::Word(w) if app_of(&fold(w)).is_none() => Some(w.as_str()),
                _ => None,
            })
            .collect();
        if name.is_empty() {
            match (rest.first(), self.slot.numbers.last_mut()) {
                (Some(Token::Number(_)), _) | (_, None) => self.app = Some(app.to_owned()),
                (_, Some(last)) => last.app = Some(app.to_owned()),
            }
            return rest;
        }
        self.out.handles.push(Handle {
            app: app.to_owned(),
            value: name.join(" "),
        });
        rest.get(name.len()..).unwrap_or_default()
    }

    fn extension<'t>(&mut self, word: &str, number: &str, more: &'t [Token]) -> &'t [Token] {
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        if let Some(last) = self.slot.numbers.last_mut().filter(|_| digits.len() <= 5) {
            if word != "to" {
                last.extension = Some(digits);
            } else {
                self.out.leftover.push(format!("to {}", number.trim()));
            }
        } else {
            self.number(number);
        }
        more
    }

    fn label_last(&mut self, owner: Owner) {
        let unlabelled = |n: &&mut ParsedPhone| n.owner.is_none();
        for n in self.slot.numbers.iter_mut().rev().take_while(unlabelled) {
            n.owner = Some(owner);
            // The family is at home: its landline is no number of the row's country.
            if owner == Owner::Family
                && let Ok(hit) = read(&n.raw, PhoneContext::default())
            {
                (n.e164, n.kind, n.ambiguous) = (hit.e164, hit.kind, hit.ambiguous);
            }
        }
    }

    fn context(&self) -> PhoneContext {
        match self.owner {
            Some(Owner::Family) => PhoneContext::default(),
            _ => self.context,
        }
    }

    fn number(&mut self, raw: &str) {
        let raw = raw.trim().trim_end_matches(['-', '.', '(', ' ']);
        if !raw.chars().any(is_digit) {
            return;
        }
        match read(raw, self.context()) {
            Ok(_) => self.push(raw),
            Err(problem) => {
                if let Some((a, b)) = self.two_side_by_side(raw) {
                    self.push(&a);
                    self.push(&b);
                } else {
                    self.slot.unreadable.push(raw.to_owned());
                    self.out.note(problem);
                }
            }
        }
    }

    fn push(&mut self, raw: &str) {
        if let Ok(hit) = read(raw, self.context()) {
            if hit.ambiguous {
                self.out.note(PhoneProblem::Ambiguous);
            }
            let app = self.app.take();
            let (owner, ambiguous) = (self.owner, hit.ambiguous);
            let raw = raw.trim().to_owned();
            let number = ParsedPhone {
                e164: hit.e164,
                raw,
                kind: hit.kind,
                extension: None,
                owner,
                app,
                ambiguous,
            };
            self.slot.numbers.push(number);
        }
    }

    /// "09171234567 09181234567": split where both sides are numbers.
    fn two_side_by_side(&self, raw: &str) -> Option<(String, String)> {
        raw.char_indices()
            .filter(|(_, c)| matches!(c, ' ' | '-' | '('))
            .find_map(|(i, _)| {
                let (a, b) = (
                    raw.get(..i)?.trim(),
                    raw.get(i..)?.trim_start_matches([' ', '-']),
                );
                (read(a, self.context()).is_ok() && read(b, self.context()).is_ok())
                    .then(|| (a.to_owned(), b.to_owned()))
            })
    }
}
