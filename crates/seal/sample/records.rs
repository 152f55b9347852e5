//! Invented person records, generated from a seed: for the dictionary, measurements and benchmarks.
//!
//! Owns a small CBOR writer and lists of common names, places and words. Must not contain a real
//! person: every name is drawn at random from common ones, every number is random.

#[rustfmt::skip]
const GIVEN: &[&str] = &[
    "Maria", "Jose", "Juan", "Ana", "Rosario", "Marites", "Rowena", "Jennifer", "Michelle", "Mary Grace",
    "Mary Jane", "Ma. Theresa", "Ma. Cristina", "Rosalie", "Josephine", "Gloria", "Lourdes", "Corazon",
    "Editha", "Leonora", "Analyn", "Jocelyn", "Rhea", "Cherry", "Princess", "Angelica", "Kristine", "Jonalyn",
    "Arlene", "Maricel", "Romeo", "Ronaldo", "Rodel", "Reynaldo", "Ernesto", "Eduardo", "Danilo", "Rolando",
    "Mark Anthony", "John Paul", "Jayson", "Christian", "Joshua", "Jerome", "Arnel", "Noel", "Ricardo",
    "Antonio", "Francisco", "Manuel", "Roberto", "Alfredo", "Wilfredo", "Teodoro", "Bienvenido", "Nestor",
    "Melvin", "Allan", "Jun", "Dennis",
];
#[rustfmt::skip]
const SURNAME: &[&str] = &[
    "Dela Cruz", "de la Cruz", "Santos", "Reyes", "Garcia", "Mendoza", "Bautista", "Ramos", "Gonzales",
    "Aquino", "Villanueva", "Fernandez", "Castillo", "Marasigan", "Magsino", "Malabanan", "Hernandez", "Castro",
    "Navarro", "Perez", "Mercado", "Salazar", "Pascual", "Domingo", "Aguilar", "Flores", "Torres", "Rivera",
    "Lopez", "Cuevas", "Katigbak", "Macatangay", "Dimaculangan", "Panganiban", "Manalo", "Catapang", "Lumbera",
    "Mauleon", "Orense", "Tolentino", "Soriano", "Valdez", "Espiritu", "Ilagan", "Laguerta", "Peña", "Ibañez",
    "Nuñez", "Caraan", "Rosales",
];
#[rustfmt::skip]
const NICK: &[&str] = &[
    "Baby", "Jun", "Tess", "Weng", "Nene", "Boy", "Ising", "Dodong", "Inday", "Jing", "Che", "Bong",
];
#[rustfmt::skip]
const PUROK: &[&str] = &[
    "Purok 1", "Purok 2", "Purok 3", "Purok 4", "Purok 5", "Purok 6", "Sitio Ibaba", "Sitio Ilaya",
    "Sitio Centro", "Zone 1",
];
/// Country letters, dialling prefix, places.
#[rustfmt::skip]
const ABROAD: &[(&str, &str, &[&str])] = &[
    ("SA", "+9665", &["Riyadh", "Jeddah", "Dammam", "Al Khobar", "Jubail"]),
    ("AE", "+9715", &["Dubai", "Abu Dhabi", "Sharjah", "Al Ain"]),
    ("KW", "+9656", &["Kuwait City", "Salmiya", "Hawally", "Farwaniya"]),
    ("QA", "+9743", &["Doha", "Al Rayyan", "Lusail"]),
    ("HK", "+8526", &["Hong Kong", "Kowloon", "Tsuen Wan"]),
    ("SG", "+659", &["Singapore", "Jurong"]),
    ("TW", "+8869", &["Taipei", "Taichung", "Hsinchu", "Kaohsiung"]),
    ("JP", "+8190", &["Tokyo", "Osaka", "Nagoya", "Yokohama"]),
    ("IT", "+3934", &["Rome", "Milan", "Bologna", "Roma"]),
    ("LB", "+9613", &["Beirut", "Tripoli", "Sidon"]),
    ("IL", "+9725", &["Tel Aviv", "Haifa", "Jerusalem"]),
    ("OM", "+9689", &["Muscat", "Salalah"]),
    ("BH", "+9733", &["Manama", "Riffa"]),
    ("MY", "+6012", &["Kuala Lumpur", "Kota Kinabalu"]),
    ("GB", "+447", &["London", "Manchester"]),
    ("CA", "+1416", &["Toronto", "Calgary", "Vancouver"]),
    ("KR", "+8210", &["Seoul", "Incheon"]),
    ("CY", "+3579", &["Nicosia", "Limassol"]),
];
#[rustfmt::skip]
const WORK: &[&str] = &[
    "Domestic helper", "Household service worker", "DH", "Caregiver", "Nurse", "Staff nurse", "Factory worker",
    "Driver", "Family driver", "Welder", "Electrician", "Able seaman", "Messman", "Oiler", "Waitress", "Cook",
    "Sales lady", "Cleaner", "Construction worker", "Foreman", "Technician", "Nanny", "Beautician", "Carpenter",
    "Teacher", "Engineer",
];
#[rustfmt::skip]
const EMPLOYER: &[&str] = &[
    "Al Mutairi family", "Al Otaibi household", "Family of Mr. Chan", "Mrs. Wong", "Al Futtaim", "Saudi Oger",
    "Al Rashid Trading", "General Hospital", "Magsaysay Maritime", "Philippine Transmarine",
    "Formosa Electronics", "Residence of Mme. Khoury", "Famiglia Rossi", "Gulf Catering Company",
    "City Cleaning LLC",
];
#[rustfmt::skip]
const SITE: &[&str] = &[
    "MV Pacific Star", "MT Golden Horizon", "Villa 12, Block 5", "Camp 4", "Ward 3", "Flat 8B",
];
#[rustfmt::skip]
const RELATION: &[&str] = &[
    "spouse", "mother", "father", "child", "sibling", "spouse", "mother", "partner", "grandparent",
    "grandchild", "aunt_uncle", "cousin", "niece_nephew", "parent_in_law", "child_in_law", "sibling_in_law",
    "godparent", "guardian", "neighbour", "friend", "employer", "other",
];
#[rustfmt::skip]
const MOBILE: &[&str] = &[
    "905", "906", "915", "916", "917", "918", "919", "920", "926", "927",
    "928", "935", "945", "949", "955", "977", "995", "998", "999",
];
#[rustfmt::skip]
const HOURS: &[&str] = &[
    "morning", "evening", "after 6 pm", "weekends", "any time",
];
#[rustfmt::skip]
const NOTE: &[&str] = &[
    "Has asthma", "Diabetic", "Passport kept by employer", "Call the mother first", "Pregnant",
];
#[rustfmt::skip]
const FROM: &[&str] = &[
    "self", "mother", "asawa", "monthly meeting", "kapatid", "anak",
];
#[rustfmt::skip]
const REMARK: &[&str] = &[
    "kasambahay", "undocumented", "for verification", "umuwi na", "last heard in March", "with infant",
];
#[rustfmt::skip]
const FILE: &[&str] = &[
    "OFW masterlist.xlsx", "ofw_list_2025.xlsx", "masterlist (final).xlsx", "registration.csv",
];
#[rustfmt::skip]
const SHEET: &[&str] = &[
    "DITA", "SAN FELIPE", "Sheet1", "POBLACION", "BUNGAHAN", "IBABAO",
];
#[rustfmt::skip]
const HOW: &[&str] = &[
    "in person", "phone", "signed form", "thumb mark", "import",
];
#[rustfmt::skip]
const OFFICER: &[&str] = &[
    "Kap. Reyes", "Sec. Mendoza", "BHW Garcia", "officer", "Kag. Santos",
];

/// A splitmix64 generator: small, and the same on every machine.
pub struct Dice(u64);

impl Dice {
    /// A generator for a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).expect("below a usize")
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    fn bytes<const N: usize>(&mut self) -> [u8; N] {
        core::array::from_fn(|_| self.next() as u8)
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }
}

/// Just enough CBOR (RFC 8949) to write a record.
#[derive(Default)]
struct Cbor(Vec<u8>);

impl Cbor {
    fn head(&mut self, major: u8, n: u64) -> &mut Self {
        let m = major << 5;
        match n {
            0..=23 => self.0.push(m | n as u8),
            24..=0xff => self.0.extend([m | 24, n as u8]),
            0x100..=0xffff => {
                self.0.push(m | 25);
                self.0.extend((n as u16).to_be_bytes());
            }
            _ if u32::try_from(n).is_ok() => {
                self.0.push(m | 26);
                self.0.extend((n as u32).to_be_bytes());
            }
            _ => {
                self.0.push(m | 27);
                self.0.extend(n.to_be_bytes());
            }
        }
        self
    }
    fn uint(&mut self, n: u64) -> &mut Self {
        self.head(0, n)
    }
    fn array(&mut self, n: usize) -> &mut Self {
        self.head(4, n as u64)
    }
    fn bytes(&mut self, b: &[u8]) -> &mut Self {
        self.head(2, b.len() as u64).0.extend_from_slice(b);
        self
    }
    fn text(&mut self, t: &str) -> &mut Self {
        self.head(3, t.len() as u64)
            .0
            .extend_from_slice(t.as_bytes());
        self
    }
    fn raw(&mut self, byte: u8) -> &mut Self {
        self.0.push(byte);
        self
    }
}

/// A value: `[tag, content]`.
fn value(tag: u64, content: impl FnOnce(&mut Cbor)) -> Vec<u8> {
    let mut c = Cbor::default();
    c.array(2).uint(tag);
    content(&mut c);
    c.0
}

fn text(t: &str) -> Vec<u8> {
    value(1, |c| {
        c.text(t);
    })
}

fn phones(list: &[(String, Option<String>)]) -> Vec<u8> {
    value(7, |c| {
        c.array(list.len());
        for (typed, e164) in list {
            c.array(2).text(typed);
            match e164 {
                Some(n) => c.text(n),
                None => c.raw(0xf6),
            };
        }
    })
}

struct Slot {
    field: u64,
    item: Option<[u8; 16]>,
    known: bool,
    value: Vec<u8>,
}

struct Draft {
    slots: Vec<Slot>,
}

impl Draft {
    fn put(&mut self, field: u64, value: Vec<u8>) {
        let known = matches!(field, 12 | 18 | 110..=114);
        self.slots.push(Slot {
            field,
            item: None,
            known,
            value,
        });
    }

    fn of(&mut self, field: u64, item: [u8; 16], value: Vec<u8>) {
        let known = matches!(field, 41 | 42);
        self.slots.push(Slot {
            field,
            item: Some(item),
            known,
            value,
        });
    }
}

fn home_phone(d: &mut Dice) -> (String, Option<String>) {
    let prefix = d.pick(MOBILE);
    let rest = d.digits(7);
    let typed = match d.below(4) {
        0 => format!("0{prefix}{rest}"),
        1 => format!("0{prefix}-{}-{}", &rest[..3], &rest[3..]),
        2 => format!("0{prefix} {} {}", &rest[..3], &rest[3..]),
        _ => format!("+63{prefix}{rest}"),
    };
    (typed, Some(format!("+63{prefix}{rest}")))
}

fn abroad_phone(d: &mut Dice, prefix: &str) -> (String, Option<String>) {
    let number = format!("{prefix}{}", d.digits(8));
    (
        if d.chance(50) {
            number.clone()
        } else {
            format!("00{}", &number[1..])
        },
        Some(number),
    )
}

fn names(d: &mut Dice, out: &mut Draft) {
    out.put(2, text(d.pick(GIVEN)));
    if d.chance(70) {
        out.put(3, text(d.pick(SURNAME)));
    }
    out.put(4, text(d.pick(SURNAME)));
    if d.chance(6) {
        out.put(5, text(d.pick(&["Jr.", "Sr.", "III"])));
    }
    if d.chance(25) {
        out.put(6, text(d.pick(NICK)));
    }
    let year = 1958 + d.below(48);
    let birth = match d.below(4) {
        0 => format!("{year}"),
        1 => format!("{year}-{:02}", 1 + d.below(12)),
        _ => format!("{year}-{:02}-{:02}", 1 + d.below(12), 1 + d.below(28)),
    };
    out.put(
        7,
        value(4, |c| {
            c.text(&birth);
        }),
    );
    out.put(8, text(d.pick(&["F", "F", "M"])));
}

fn places(d: &mut Dice, out: &mut Draft) {
    let area = d.pick(&[
        401_009_000_u64,
        401_014_000,
        402_103_000,
        603_024_000,
        1_705_110_000,
    ]);
    let barangay = area + 1 + d.below(30) as u64;
    out.put(
        9,
        value(5, |c| {
            c.uint(barangay);
        }),
    );
    out.put(10, text("2025-3Q"));
    if d.chance(60) {
        out.put(11, text(d.pick(PUROK)));
    }
    let (country, prefix, cities) = d.pick(ABROAD);
    let code = country.bytes().fold(0_u64, |n, b| n << 8 | u64::from(b));
    out.put(
        12,
        value(6, |c| {
            c.uint(code);
        }),
    );
    if d.chance(80) {
        out.put(13, text(d.pick(cities)));
    }
    if d.chance(12) {
        out.put(
            14,
            value(3, |c| {
                c.raw(0xf5);
            }),
        );
    }
    out.put(15, text(d.pick(WORK)));
    if d.chance(60) {
        out.put(16, text(d.pick(EMPLOYER)));
    }
    if d.chance(15) {
        out.put(17, text(d.pick(SITE)));
    }
    if d.chance(70) {
        let list = [abroad_phone(d, prefix)];
        out.put(18, phones(&list));
    }
}

fn extras(d: &mut Dice, out: &mut Draft) {
    if d.chance(15) {
        let mail = format!(
            "{}.{}@example.com",
            d.pick(&["maria", "juan", "ana", "jose"]),
            d.digits(3)
        );
        out.put(
            19,
            value(8, |c| {
                c.array(1).text(&mail);
            }),
        );
    }
    if d.chance(30) {
        let handle = format!(
            "{}:{}",
            d.pick(&["facebook", "messenger", "whatsapp", "viber"]),
            d.digits(6)
        );
        out.put(
            20,
            value(8, |c| {
                c.array(1).text(&handle);
            }),
        );
    }
    if d.chance(50) {
        out.put(21, text(d.pick(&["fil", "tl", "ceb", "ilo", "en"])));
    }
    if d.chance(6) {
        out.put(22, text(d.pick(NOTE)));
    }
    if d.chance(70) {
        let at = 1_735_689_600 + d.below(60_000_000) as u64;
        let (by, from) = (d.pick(OFFICER), d.pick(FROM));
        out.put(
            23,
            value(10, |c| {
                c.head(5, 3).uint(1).array(2).uint(2).uint(at);
                c.uint(2).array(2).uint(1).text(by);
                c.uint(3).array(2).uint(1).text(from);
            }),
        );
    }
}

fn contacts(d: &mut Dice, out: &mut Draft) {
    let ids: Vec<[u8; 16]> = (0..1 + d.below(3)).map(|_| d.bytes()).collect();
    out.put(
        24,
        value(9, |c| {
            c.array(ids.len());
            for id in &ids {
                c.bytes(id);
            }
        }),
    );
    let mut per_contact: Vec<Slot> = Vec::new();
    for id in ids {
        let mut one = Draft { slots: Vec::new() };
        let name = format!("{} {}", d.pick(GIVEN), d.pick(SURNAME));
        one.of(40, id, text(&name));
        one.of(41, id, text(d.pick(RELATION)));
        let list = [home_phone(d)];
        one.of(42, id, phones(&list));
        if d.chance(25) {
            one.of(46, id, text(d.pick(HOURS)));
        }
        if d.chance(30) {
            one.of(
                47,
                id,
                value(3, |c| {
                    c.raw(0xf5);
                }),
            );
        }
        per_contact.extend(one.slots);
    }
    per_contact.sort_by_key(|s| (s.field, s.item));
    out.slots.extend(per_contact);
}

/// The other facet: where the row came from, consents, remarks.
fn file(d: &mut Dice, out: &mut Draft) {
    if d.chance(60) {
        out.put(
            100,
            text(d.pick(&["single", "married", "widowed", "separated", "live-in"])),
        );
    }
    if d.chance(30) {
        out.put(101, text(d.pick(REMARK)));
    }
    if d.chance(40) {
        let year = 1995 + d.below(31) as u64;
        out.put(
            102,
            value(2, |c| {
                c.uint(year);
            }),
        );
    }
    let (import, row) = (d.bytes::<16>(), 2 + d.below(400) as u64);
    let (name, sheet) = (d.pick(FILE), d.pick(SHEET));
    out.put(
        103,
        value(10, |c| {
            c.head(5, 4)
                .uint(1)
                .array(2)
                .uint(9)
                .array(1)
                .bytes(&import);
            c.uint(2).array(2).uint(1).text(name);
            c.uint(3).array(2).uint(1).text(sheet);
            c.uint(4).array(2).uint(2).uint(row);
        }),
    );
    if d.chance(40) {
        out.put(104, text(d.pick(EMPLOYER)));
    }
    let (by, how, at) = (
        d.pick(OFFICER),
        d.pick(HOW),
        1_735_689_600 + d.below(60_000_000) as u64,
    );
    for field in 110..=114 {
        let given = if d.chance(90) { 0xf5 } else { 0xf4 };
        out.put(
            field,
            value(10, |c| {
                c.head(5, 4).uint(1).array(2).uint(3).raw(given);
                c.uint(2).array(2).uint(2).uint(at);
                c.uint(3).array(2).uint(1).text(by);
                c.uint(4).array(2).uint(1).text(how);
            }),
        );
    }
}

/// One card as the register writes it.
pub fn card(d: &mut Dice) -> Vec<u8> {
    let mut draft = Draft { slots: Vec::new() };
    names(d, &mut draft);
    places(d, &mut draft);
    extras(d, &mut draft);
    contacts(d, &mut draft);
    encode(d, 1, &draft)
}

/// One case as the register writes it.
pub fn case(d: &mut Dice) -> Vec<u8> {
    let mut draft = Draft { slots: Vec::new() };
    file(d, &mut draft);
    encode(d, 2, &draft)
}

fn encode(d: &mut Dice, facet: u64, draft: &Draft) -> Vec<u8> {
    let lamport = 1 + d.below(5_000) as u64;
    let mut devices: Vec<[u8; 32]> = (0..1 + usize::from(d.chance(15)))
        .map(|_| d.bytes())
        .collect();
    devices.sort_unstable();
    let mut c = Cbor::default();
    c.array(4)
        .bytes(&d.bytes::<16>())
        .uint(facet)
        .array(devices.len());
    for device in &devices {
        c.bytes(device);
    }
    c.array(draft.slots.len());
    for slot in &draft.slots {
        let device = d.below(devices.len()) as u64;
        let at = if d.chance(85) {
            lamport
        } else {
            lamport + d.below(40) as u64
        };
        c.array(4).uint(slot.field);
        match &slot.item {
            Some(id) => c.bytes(id),
            None => c.raw(0xf6),
        };
        c.array(1)
            .array(3)
            .uint(device)
            .uint(at)
            .0
            .extend_from_slice(&slot.value);
        if slot.known {
            c.array(1).array(2).uint(device).uint(at);
        } else {
            c.array(0);
        }
    }
    c.0
}

/// `count` cards of a seed.
pub fn cards(seed: u64, count: usize) -> Vec<Vec<u8>> {
    let mut dice = Dice::new(seed);
    (0..count).map(|_| card(&mut dice)).collect()
}

/// `count` cases of a seed.
pub fn cases(seed: u64, count: usize) -> Vec<Vec<u8>> {
    let mut dice = Dice::new(seed);
    (0..count).map(|_| case(&mut dice)).collect()
}
