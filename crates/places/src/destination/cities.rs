//! Cities and regions abroad → country (GeoNames subset, CC BY 4.0, plus a few regions people name). Look-ups only.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::{Iso2, edit_distance_at_most, squash};

static PACKED: &[u8] = include_bytes!("../../data/cities.tsv.zst");
const UNPACKED_MAX: usize = 4_000_000;
/// Only the largest cities are matched with a typing slip.
const LARGE: usize = 700;

/// States, provinces, islands and nicknames that are no city in the table.
const REGIONS: &[(&str, &[&str])] = &[
    (
        "US",
        &[
            "california",
            "texas",
            "florida",
            "hawaii",
            "nevada",
            "new jersey",
            "illinois",
            "washington",
            "alaska",
            "virginia",
            "maryland",
            "arizona",
            "nyc",
            "new york",
            "new york city",
            "la california",
        ],
    ),
    (
        "CA",
        &[
            "ontario",
            "alberta",
            "british columbia",
            "bc",
            "manitoba",
            "saskatchewan",
            "quebec",
            "nova scotia",
        ],
    ),
    (
        "AU",
        &[
            "queensland",
            "nsw",
            "new south wales",
            "western australia",
            "south australia",
        ],
    ),
    (
        "IT",
        &[
            "sicilia",
            "sicily",
            "lombardia",
            "lazio",
            "toscana",
            "roma",
            "milano",
            "napoli",
            "firenze",
            "torino",
            "venezia",
            "sardegna",
        ],
    ),
    (
        "AE",
        &[
            "rak",
            "ras al khaimah",
            "ajman",
            "fujairah",
            "al ain",
            "umm al quwain",
            "dxb",
            "abudhabi",
        ],
    ),
    (
        "SA",
        &[
            "jubail",
            "al khobar",
            "alkhobar",
            "khobar",
            "eastern province",
            "jed",
            "ruh",
            "dmm",
            "khamis mushait",
            "yanbu",
            "hail",
            "qassim",
            "jeddah",
            "dammam",
            "al hasa",
            "al ahsa",
        ],
    ),
    ("MY", &["kl", "k l", "sabah", "sarawak", "labuan", "johor"]),
    ("HK", &["kowloon", "new territories", "lantau"]),
    ("JP", &["okinawa", "hokkaido", "gunma", "aichi", "shizuoka"]),
    ("OM", &["muscat", "salalah"]),
    ("GU", &["guam"]),
    ("IL", &["tel aviv", "haifa", "jerusalem"]),
    ("QA", &["doha", "ras laffan", "al wakra", "al wakrah"]),
    ("RU", &["moscow", "moskva"]),
    ("DE", &["frankfurt"]),
    ("IQ", &["kurdistan"]),
    ("MA", &["casablanca"]),
    ("NG", &["lagos"]),
    ("AO", &["luanda"]),
    ("ZA", &["johannesburg", "cape town"]),
    ("FJ", &["suva"]),
    ("PW", &["koror"]),
    ("LK", &["colombo"]),
    ("BD", &["dhaka"]),
    ("PK", &["karachi"]),
    ("AF", &["kabul"]),
    ("IR", &["tehran"]),
    ("VN", &["saigon"]),
    ("KH", &["phnom penh"]),
    ("MM", &["yangon"]),
    ("ID", &["bali"]),
    ("TL", &["dili", "east timor"]),
    ("ES", &["ibiza", "mallorca"]),
    ("TT", &["trinidad"]),
    ("IO", &["diego garcia"]),
    ("KW", &["farwaniya", "jahra", "hawalli", "mangaf"]),
];

struct Cities {
    by_key: HashMap<String, Iso2>,
    large: Vec<(String, Iso2)>,
}

fn cities() -> &'static Cities {
    static LOADED: OnceLock<Cities> = OnceLock::new();
    LOADED.get_or_init(|| {
        let bytes = zstd::bulk::decompress(PACKED, UNPACKED_MAX).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let mut by_key = HashMap::new();
        let mut large = Vec::new();
        for (code, names) in REGIONS {
            if let Ok(iso2) = code.parse::<Iso2>() {
                by_key.extend(names.iter().map(|n| (squash(n), iso2)));
            }
        }
        // Largest first: "London" is the one in England. Proper names before other spellings.
        let rows: Vec<(Iso2, &str, &str)> = text.lines().filter_map(row).collect();
        for (iso2, name, _) in &rows {
            let key = squash(name);
            if large.len() < LARGE && key.len() >= 5 {
                large.push((key.clone(), *iso2));
            }
            by_key.entry(key).or_insert(*iso2);
        }
        for (iso2, _, others) in &rows {
            for other in others.split('|').filter(|o| o.len() >= 4) {
                by_key.entry(squash(other)).or_insert(*iso2);
            }
        }
        Cities { by_key, large }
    })
}

fn row(line: &str) -> Option<(Iso2, &str, &str)> {
    let mut c = line.split('\t');
    Some((
        c.next()?.parse().ok()?,
        c.next()?,
        c.next().unwrap_or_default(),
    ))
}

/// Country of a city by its folded name without spaces.
pub(super) fn city(key: &str) -> Option<Iso2> {
    cities().by_key.get(key).copied()
}

/// Country of the large city one slip away, if the ones near agree.
pub(super) fn near(key: &str) -> Option<Iso2> {
    let mut hits = cities()
        .large
        .iter()
        .filter(|(n, _)| edit_distance_at_most(n, key, 1))
        .map(|(_, c)| *c);
    let first = hits.next()?;
    hits.all(|c| c == first).then_some(first)
}
