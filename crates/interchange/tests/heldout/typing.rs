//! How a secretary types what she knows: one hand per sheet, with slips. Knows nothing of the reader.

use chrono::{Datelike, NaiveDate};
use ugnay_interchange::Relation;

use super::people::{Dice, Kin, Truth};

/// What lands in a cell.
#[derive(Clone, PartialEq)]
pub enum Typed {
    Nothing,
    Text(String),
    Number(f64),
    /// A real date of the spreadsheet.
    Day(NaiveDate),
}

impl Typed {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Nothing
        } else {
            Self::Text(text)
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
pub enum Names {
    /// "CRUZ, ANA P."
    Turned,
    /// "Ana P. Cruz".
    Straight,
    /// Two to four columns.
    Parts,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Case {
    Upper,
    Title,
    Sloppy,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Dates {
    DayFirst,
    MonthFirst,
    MonthFirstShort,
    Abbreviated,
    Words,
    Filipino,
    Iso,
    Dots,
    Real,
    Serial,
    Age,
}

#[derive(Clone, Copy, PartialEq)]
pub enum Family {
    /// Name, relation, number.
    Three,
    /// "Maria Cruz (asawa)" and the number.
    Bracketed,
    /// "Maria Cruz - asawa" and the number.
    Dashed,
    /// Two groups of three columns.
    Twice,
}

/// How this sheet is kept.
pub struct Hand {
    pub names: Names,
    pub middle_whole: bool,
    pub case: Case,
    pub dates: Dates,
    pub family: Family,
    pub kin_turned: bool,
    pub phones: usize,
    pub blank: &'static str,
    /// The file can hold numbers and dates, not only words.
    pub workbook: bool,
}

impl Hand {
    pub fn of(d: &mut Dice, workbook: bool) -> Self {
        let mut dates = vec![
            Dates::DayFirst,
            Dates::MonthFirst,
            Dates::MonthFirstShort,
            Dates::Abbreviated,
            Dates::Words,
            Dates::Filipino,
            Dates::Iso,
            Dates::Dots,
            Dates::Age,
        ];
        if workbook {
            dates.extend([Dates::Real, Dates::Real, Dates::Serial]);
        }
        let names = d.pick(&[
            Names::Turned,
            Names::Turned,
            Names::Straight,
            Names::Parts,
            Names::Parts,
        ]);
        Self {
            names,
            middle_whole: d.percent(40),
            case: d.pick(&[Case::Upper, Case::Upper, Case::Title, Case::Sloppy]),
            dates: d.pick(&dates),
            family: d.pick(&[
                Family::Three,
                Family::Three,
                Family::Bracketed,
                Family::Dashed,
                Family::Twice,
            ]),
            kin_turned: names == Names::Turned && d.percent(35),
            phones: d.below(8),
            blank: d.pick(&["", "", "", "N/A", "-", "wala", "none", "n/a", "--"]),
            workbook,
        }
    }

    fn cased(&self, d: &mut Dice, text: &str) -> String {
        let text = match self.case {
            Case::Upper => text.to_uppercase(),
            Case::Title => text.to_owned(),
            Case::Sloppy => match d.below(6) {
                0 => text.to_lowercase(),
                1 => text.to_uppercase(),
                2 => format!("{text} "),
                3 => text.replace(' ', "  "),
                _ => text.to_owned(),
            },
        };
        if self.case == Case::Sloppy && d.percent(5) {
            format!(" {text}")
        } else {
            text
        }
    }

    pub fn or_blank(&self, d: &mut Dice, text: String) -> Typed {
        if !text.is_empty() {
            return Typed::Text(text);
        }
        let blank = if d.percent(70) { self.blank } else { "" };
        Typed::text(blank)
    }

    fn middle(&self, t: &Truth) -> String {
        match (self.middle_whole, t.middle.chars().next()) {
            (_, None) => String::new(),
            (true, _) => t.middle.clone(),
            (false, Some(c)) => format!("{c}."),
        }
    }

    /// The middle name as far as the sheet says it.
    pub fn middle_said(&self, t: &Truth) -> String {
        self.middle(t).trim_end_matches('.').to_owned()
    }

    pub fn name(&self, d: &mut Dice, t: &Truth) -> Vec<Typed> {
        let middle = self.middle(t);
        let join = |parts: &[&str]| {
            let said: Vec<&str> = parts.iter().copied().filter(|p| !p.is_empty()).collect();
            said.join(" ")
        };
        let suffix = t.suffix.as_str();
        let texts: Vec<String> = match self.names {
            Names::Turned => {
                let comma = d.pick(&[", ", ", ", ", ", ",", " , "]);
                vec![match d.below(3) {
                    0 if !suffix.is_empty() => format!(
                        "{} {suffix}{comma}{}",
                        t.surname,
                        join(&[&t.given, &middle])
                    ),
                    1 if !suffix.is_empty() => {
                        format!("{}{comma}{}", t.surname, join(&[&t.given, suffix, &middle]))
                    }
                    _ => format!("{}{comma}{}", t.surname, join(&[&t.given, &middle, suffix])),
                }]
            }
            Names::Straight => vec![join(&[&t.given, &middle, &t.surname, suffix])],
            Names::Parts => vec![
                t.surname.clone(),
                t.given.clone(),
                middle,
                suffix.to_owned(),
            ],
        };
        texts
            .iter()
            .map(|x| Typed::text(self.cased(d, x)))
            .collect()
    }

    pub fn birth(&self, d: &mut Dice, t: &Truth) -> Typed {
        let Some(b) = t.birth else {
            return Typed::Nothing;
        };
        let (y, m, day) = (b.year(), b.month() as usize, b.day());
        let english = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let filipino = [
            "Enero",
            "Pebrero",
            "Marso",
            "Abril",
            "Mayo",
            "Hunyo",
            "Hulyo",
            "Agosto",
            "Setyembre",
            "Oktubre",
            "Nobyembre",
            "Disyembre",
        ];
        let short: String = english[m - 1].chars().take(3).collect();
        Typed::text(match self.dates {
            Dates::DayFirst => format!("{day:02}/{m:02}/{y}"),
            Dates::MonthFirst => format!("{m:02}/{day:02}/{y}"),
            Dates::MonthFirstShort => format!("{m}-{day}-{:02}", y % 100),
            Dates::Abbreviated => format!("{day}-{short}-{:02}", y % 100),
            Dates::Words => match d.below(3) {
                0 => format!("{} {day}, {y}", english[m - 1].to_uppercase()),
                1 => format!("{short}. {day}, {y}"),
                _ => format!("{} {day}, {y}", english[m - 1]),
            },
            Dates::Filipino => match d.below(2) {
                0 => format!("ika-{day} ng {} {y}", filipino[m - 1]),
                _ => format!("{} {day}, {y}", filipino[m - 1]),
            },
            Dates::Iso => format!("{y}-{m:02}-{day:02}"),
            Dates::Dots => format!("{day}.{m}.{y}"),
            Dates::Real => return Typed::Day(b),
            Dates::Serial => {
                let from = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
                return Typed::Number((b - from).num_days() as f64);
            }
            Dates::Age => {
                let age = 2025 - y;
                let years = d.pick(&["", "", "", " y/o", " yrs old", " taon"]);
                return if years.is_empty() && self.workbook {
                    Typed::Number(f64::from(age))
                } else {
                    Typed::text(format!("{age}{years}"))
                };
            }
        })
    }

    pub fn sex(&self, d: &mut Dice, t: &Truth) -> Typed {
        let words: &[&str] = if t.sex == 'F' {
            &["F", "Female", "Babae", "f"]
        } else {
            &["M", "Male", "Lalaki", "m"]
        };
        Typed::text(
            words[if self.case == Case::Sloppy {
                d.below(4)
            } else {
                self.phones % 3
            }],
        )
    }

    pub fn civil(&self, t: &Truth, d: &mut Dice) -> Typed {
        let words: &[&str] = match t.civil {
            "single" => &["Single", "S", "Dalaga/Binata", "walang asawa"],
            "married" => &["Married", "M", "May-asawa", "Kasal"],
            "widowed" => &["Widow", "W", "Biyuda", "Balo"],
            _ => &["Separated", "Sep.", "Hiwalay", "hiwalay sa asawa"],
        };
        let n = if self.case == Case::Sloppy {
            d.below(4)
        } else {
            self.phones % 4
        };
        Typed::text(words[n])
    }

    pub fn country(&self, d: &mut Dice, t: &Truth) -> Typed {
        let words: &[&str] = match t.country {
            "SA" => &[
                "KSA",
                "Saudi",
                "Saudi Arabia",
                "Riyadh, KSA",
                "Jeddah K.S.A.",
                "K.S.A",
                "Dammam Saudi Arabia",
                "SAUDI ARABIA",
                "Suadi Arabia",
                "Riyadh",
            ],
            "AE" => &[
                "Dubai",
                "UAE",
                "Dubai, UAE",
                "U.A.E.",
                "Abu Dhabi",
                "Sharjah UAE",
                "DUBAI",
            ],
            "HK" => &[
                "HK",
                "H.K.",
                "Hongkong",
                "Hong Kong",
                "HONG KONG",
                "Honkong",
            ],
            "SG" => &["Singapore", "SG", "S'pore", "SINGAPORE", "Singapor"],
            "TW" => &["Taiwan", "Taiwan R.O.C.", "Taipei", "Taichung, Taiwan"],
            "QA" => &["Qatar", "Doha, Qatar", "Doha", "Quatar"],
            "KW" => &["Kuwait", "KUWAIT", "Kuwait City", "Kwait"],
            "BH" => &["Bahrain", "Manama Bahrain"],
            "OM" => &["Oman", "Muscat, Oman", "Muscat"],
            "JP" => &["Japan", "Osaka, Japan", "Tokyo Japan", "JAPAN"],
            "KR" => &["Korea", "South Korea", "S. Korea", "Seoul, Korea"],
            "IT" => &["Italy", "Milan, Italy", "Rome Italy", "Italya"],
            "CA" => &["Canada", "Toronto, Canada", "Alberta, Canada", "Vancouver"],
            "US" => &["USA", "U.S.A.", "US", "California, USA", "America"],
            "AU" => &["Australia", "Sydney, Australia", "Perth Australia"],
            "GB" => &["UK", "London", "U.K.", "England", "London, UK"],
            "NZ" => &["New Zealand", "NZ", "Auckland NZ"],
            "MY" => &["Malaysia", "KL, Malaysia", "Kuala Lumpur"],
            "MO" => &["Macau", "Macao", "MACAU"],
            "LB" => &["Lebanon", "Beirut, Lebanon"],
            "JO" => &["Jordan", "Amman Jordan"],
            "CY" => &["Cyprus", "Nicosia, Cyprus"],
            "IL" => &["Israel", "Tel Aviv, Israel"],
            "ES" => &["Spain", "Barcelona Spain", "Madrid"],
            "DE" => &["Germany", "Berlin, Germany"],
            _ => &[
                "Seaman",
                "Seafarer",
                "seaman",
                "Barko",
                "Seabased",
                "cruise ship",
                "On board",
            ],
        };
        Typed::text(d.pick(words))
    }

    /// A number as this hand writes it.
    pub fn phone(&self, d: &mut Dice, e164: &str) -> Typed {
        let style = if d.percent(80) {
            self.phones
        } else {
            d.below(8)
        };
        let Some(n) = e164.strip_prefix("+63") else {
            return Typed::text(self.abroad(e164, style));
        };
        let (a, b, c) = (&n[..3], &n[3..6], &n[6..]);
        Typed::text(match style {
            0 => format!("0{a}-{b}-{c}"),
            1 => format!("0{n}"),
            2 => format!("+63 {a} {b} {c}"),
            3 if self.workbook => return Typed::Number(n.parse().expect("digits")),
            3 => format!("63{n}"),
            4 => format!("(0{a}) {b}-{c}"),
            5 => format!("0{a} {b} {c}"),
            6 => format!("0{a}{}{b}.{c}", "."),
            _ => format!("+63{n}"),
        })
    }

    fn abroad(&self, e164: &str, style: usize) -> String {
        let digits = e164.trim_start_matches('+');
        let code = if digits.starts_with("65") { 2 } else { 3 };
        let (code, rest) = digits.split_at(code);
        let half = rest.len() / 2;
        match style {
            0 => format!("+{code}-{}-{}", &rest[..half], &rest[half..]),
            1 => format!("00{digits}"),
            2 => format!("+{code} {} {}", &rest[..half], &rest[half..]),
            3 => digits.to_owned(),
            4 => format!("({code}) {rest}"),
            5 => format!("+{code} {rest}"),
            _ => e164.to_owned(),
        }
    }

    pub fn phones(&self, d: &mut Dice, list: &[String]) -> Typed {
        match list {
            [] => self.or_blank(d, String::new()),
            [only] => self.phone(d, only),
            many => {
                let between = d.pick(&[" / ", "/", ", ", " or ", "; ", "\n", " & "]);
                let texts: Vec<String> = many
                    .iter()
                    .map(|p| match self.phone(d, p) {
                        Typed::Number(n) => format!("0{n:.0}"),
                        Typed::Text(t) => t,
                        _ => String::new(),
                    })
                    .collect();
                Typed::text(texts.join(between))
            }
        }
    }

    pub fn kin_name(&self, d: &mut Dice, k: &Kin) -> String {
        let text = if self.kin_turned {
            format!("{}, {}", k.surname, k.given)
        } else {
            format!("{} {}", k.given, k.surname)
        };
        self.cased(d, &text)
    }

    pub fn relation(&self, d: &mut Dice, r: Relation) -> String {
        use Relation as R;
        let words: &[&str] = match r {
            R::Spouse => &["asawa", "Asawa", "Husband", "Wife", "SPOUSE", "mister"],
            R::Mother => &["Nanay", "Mother", "Ina", "mama", "MOTHER"],
            R::Father => &["Tatay", "Father", "Ama", "papa"],
            R::Sibling => &["kapatid", "Sister", "Brother", "Kapatid"],
            R::Child => &["anak", "Son", "Daughter", "Anak"],
            R::Aunt => &["Tita", "tiyahin", "Auntie", "Aunt"],
            R::Uncle => &["Tito", "tiyuhin", "Uncle"],
            R::Cousin => &["pinsan", "Cousin"],
            R::Grandmother => &["Lola", "Grandmother"],
            R::ParentInLaw => &["biyenan", "Mother-in-law", "Father in law"],
            R::Partner => &["live-in partner", "kinakasama", "Live in"],
            R::NieceNephew => &["pamangkin", "Niece", "Nephew"],
            R::SisterInLaw => &["hipag", "Sister-in-law"],
            R::BrotherInLaw => &["bayaw", "Brother in law"],
            R::ElderSister => &["Ate", "ate"],
            R::ElderBrother => &["Kuya", "kuya"],
            _ => &["kamag-anak"],
        };
        d.pick(words).to_owned()
    }
}
