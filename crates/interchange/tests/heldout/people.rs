//! Invented people as they are, before anybody types them into a sheet. Knows nothing of the reader.

use chrono::NaiveDate;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng as _;
use ugnay_interchange::Relation;

/// What is true of somebody.
#[derive(Clone, Default)]
pub struct Truth {
    pub surname: String,
    pub given: String,
    pub middle: String,
    pub suffix: String,
    pub sex: char,
    pub birth: Option<NaiveDate>,
    pub civil: &'static str,
    /// Country's code, or "SEA".
    pub country: &'static str,
    pub occupation: String,
    pub purok: String,
    pub own_phones: Vec<String>,
    pub contacts: Vec<Kin>,
}

/// One of the family.
#[derive(Clone)]
pub struct Kin {
    pub given: String,
    pub surname: String,
    pub relation: Relation,
    pub phones: Vec<String>,
}

pub struct Dice(pub ChaCha20Rng);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0.next_u32() as usize % n
    }
    pub fn percent(&mut self, n: usize) -> bool {
        self.below(100) < n
    }
    pub fn pick<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

const SURNAMES: &[&str] = &[
    "Dela Cruz",
    "De la Cruz",
    "Delos Santos",
    "De los Reyes",
    "Del Rosario",
    "De Guzman",
    "De Leon",
    "De Castro",
    "San Jose",
    "Sta. Ana",
    "Sta. Maria",
    "San Agustin",
    "Peña",
    "Muñoz",
    "Ibañez",
    "Cariño",
    "Macaraig",
    "Magsino",
    "Maralit",
    "Katigbak",
    "Malabanan",
    "Dimaculangan",
    "Panganiban",
    "Reyes",
    "Garcia",
    "Mendoza",
    "Bautista",
    "Aquino",
    "Villanueva",
    "Ramos",
    "Lopez",
    "Tan",
    "Uy",
    "Go",
    "Lim",
    "Sy",
    "Ona",
    "Abe",
    "Macapagal-Santos",
    "Marasigan",
    "Hernandez",
    "Atienza",
    "Cuevas",
    "Laylo",
    "Mercado",
    "Vda. de Leon",
    "Quizon",
    "Gutierrez",
    "Landicho",
    "Gonzales",
];
const WOMEN: &[&str] = &[
    "Maria",
    "Ma. Theresa",
    "Ma. Cristina",
    "Maricel",
    "Marites",
    "Rowena",
    "Jocelyn",
    "Rosalie",
    "Analyn",
    "Grace",
    "Evelyn",
    "Teresita",
    "Kristine Joy",
    "Mary Ann",
    "Corazon",
    "Luzviminda",
    "Jenny Rose",
    "Lea",
    "Liza",
    "Ana Marie",
    "Imelda",
    "Nenita",
    "Josefina",
    "Cherry",
    "Princess",
    "Angel",
    "Precious Mae",
    "Rhea",
    "Sheila",
    "Girlie",
];
const MEN: &[&str] = &[
    "Jose",
    "Juan",
    "Juan Carlos",
    "Roberto",
    "Reynaldo",
    "Danilo",
    "Ernesto",
    "Mark Anthony",
    "John Paul",
    "Michael",
    "Christian",
    "Dennis",
    "Arnel",
    "Ferdinand",
    "Jose Ma.",
    "Rodel",
    "Nilo",
    "Ben",
    "Mar",
    "Jun",
    "Rommel",
    "Edgardo",
    "Wilfredo",
    "Jayson",
    "Reymark",
    "Noel",
    "Alvin",
    "Jomar",
    "Crisanto",
    "Domingo",
];
const WORK: &[&str] = &[
    "Domestic Helper",
    "DH",
    "Driver",
    "Nurse",
    "Caregiver",
    "Welder",
    "Electrician",
    "Factory Worker",
    "Waiter",
    "Chef",
    "Engineer",
    "Able Seaman",
    "Messman",
    "Saleslady",
    "Cleaner",
    "Mason",
    "Carpenter",
    "Kasambahay",
    "Tagaluto",
    "Sewer",
    "IT Technician",
    "Crane Operator",
    "Beautician",
    "Office Staff",
];
const PUROK: &[&str] = &[
    "Purok 1",
    "Purok 2",
    "Purok 3",
    "Purok 4",
    "Sitio Ilaya",
    "Sitio Maligaya",
];
const CIVIL: &[&str] = &["single", "married", "widowed", "separated"];
const COUNTRIES: &[&str] = &[
    "SA", "SA", "SA", "AE", "AE", "HK", "HK", "SG", "TW", "QA", "KW", "BH", "OM", "JP", "KR", "IT",
    "CA", "US", "AU", "GB", "NZ", "MY", "MO", "LB", "JO", "CY", "IL", "ES", "DE", "SEA", "SEA",
];
const RELATIONS: &[(Relation, char)] = &[
    (Relation::Spouse, 's'),
    (Relation::Spouse, 's'),
    (Relation::Mother, 'F'),
    (Relation::Father, 'M'),
    (Relation::Sibling, 'x'),
    (Relation::Child, 'x'),
    (Relation::Aunt, 'F'),
    (Relation::Uncle, 'M'),
    (Relation::Cousin, 'x'),
    (Relation::Grandmother, 'F'),
    (Relation::ParentInLaw, 'x'),
    (Relation::Partner, 's'),
    (Relation::NieceNephew, 'x'),
    (Relation::SisterInLaw, 'F'),
    (Relation::BrotherInLaw, 'M'),
    (Relation::ElderSister, 'F'),
    (Relation::ElderBrother, 'M'),
];

/// A number somebody could have, international form. National lengths and beginnings as the countries' plans say.
fn abroad(d: &mut Dice, country: &str) -> Option<String> {
    let (code, starts, rest): (&str, &[&str], usize) = match country {
        "SA" => ("966", &["50", "53", "55"], 7),
        "AE" => ("971", &["50", "52", "55"], 7),
        "HK" => ("852", &["61", "92", "94", "96"], 6),
        "SG" => ("65", &["81", "91", "92", "82"], 6),
        "QA" => ("974", &["33", "55", "66"], 6),
        "KW" => ("965", &["50", "55", "99"], 6),
        "TW" => ("886", &["912", "935"], 6),
        "OM" => ("968", &["92", "95"], 6),
        _ => return None,
    };
    let mut out = format!("+{code}{}", d.pick(starts));
    for _ in 0..rest {
        out.push_str(&d.below(10).to_string());
    }
    Some(out)
}

pub fn at_home(d: &mut Dice) -> String {
    let start = d.pick(&["917", "918", "919", "920", "927", "998", "905", "946"]);
    format!("+63{start}{:07}", d.below(9_000_000) + 1_000_000)
}

fn first_name(d: &mut Dice, sex: char) -> String {
    let list = if sex == 'F' { WOMEN } else { MEN };
    d.pick(list).to_owned()
}

fn kin(d: &mut Dice, of: &Truth) -> Kin {
    let (relation, sex) = d.pick(RELATIONS);
    let sex = match sex {
        's' if of.sex == 'F' => 'M',
        's' | 'F' => 'F',
        'M' => 'M',
        _ => d.pick(&['M', 'F']),
    };
    let surname = if d.percent(60) {
        of.surname.clone()
    } else {
        d.pick(SURNAMES).to_owned()
    };
    let count = d.pick(&[0, 1, 1, 1, 1, 2]);
    Kin {
        given: first_name(d, sex),
        surname,
        relation,
        phones: (0..count).map(|_| at_home(d)).collect(),
    }
}

pub fn invent(d: &mut Dice) -> Truth {
    let sex = d.pick(&['M', 'F']);
    let country = d.pick(COUNTRIES);
    let mut t = Truth {
        surname: d.pick(SURNAMES).to_owned(),
        given: first_name(d, sex),
        middle: if d.percent(80) {
            d.pick(SURNAMES).to_owned()
        } else {
            String::new()
        },
        suffix: if sex == 'M' && d.percent(12) {
            d.pick(&["Jr.", "Sr.", "III", "II"]).to_owned()
        } else {
            String::new()
        },
        sex,
        birth: NaiveDate::from_ymd_opt(
            1962 + d.below(42) as i32,
            1 + d.below(12) as u32,
            1 + d.below(28) as u32,
        ),
        civil: d.pick(CIVIL),
        country,
        occupation: d.pick(WORK).to_owned(),
        purok: d.pick(PUROK).to_owned(),
        ..Truth::default()
    };
    if d.percent(70) {
        t.own_phones = abroad(d, country).into_iter().collect();
        if t.own_phones.is_empty() || d.percent(15) {
            t.own_phones.push(at_home(d));
        }
    }
    let family = d.pick(&[0, 1, 1, 1, 1, 1, 2]);
    t.contacts = (0..family).map(|_| kin(d, &t)).collect();
    t
}
