//! Words of column titles in English, Filipino, Spanish and French, and how a title is cut into words. Data and look-ups only.

use ugnay_places::fold;

/// Folded words of a title, letters and digits apart ("contact1_name" → contact 1 name).
pub(super) struct Words(pub Vec<String>);

impl Words {
    pub fn of(text: &str) -> Self {
        let mut spaced = String::new();
        let mut last: Option<char> = None;
        for c in fold(&text.replace('#', " no ")).chars() {
            if last
                .is_some_and(|l| l.is_ascii_digit() != c.is_ascii_digit() && l != ' ' && c != ' ')
            {
                spaced.push(' ');
            }
            spaced.push(c);
            last = Some(c);
        }
        Self(
            spaced
                .split(' ')
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
                .collect(),
        )
    }
    pub fn any(&self, list: &[&str]) -> bool {
        self.0.iter().any(|w| list.contains(&w.as_str()))
    }
    pub fn phrase(&self, phrase: &str) -> bool {
        format!(" {} ", self.0.join(" ")).contains(&format!(" {phrase} "))
    }
    pub fn any_phrase(&self, list: &[&str]) -> bool {
        list.iter().any(|p| self.phrase(p))
    }
    pub fn is(&self, list: &[&str]) -> bool {
        list.contains(&self.0.join(" ").as_str())
    }
    pub fn len(&self) -> usize {
        self.0.len()
    }
    pub fn number(&self) -> Option<u8> {
        self.0.iter().find_map(|w| match w.as_str() {
            "1st" | "first" | "una" | "unang" => Some(1),
            "2nd" | "second" | "ikalawa" | "ikalawang" | "pangalawa" | "pangalawang" => Some(2),
            "3rd" | "third" | "ikatlo" | "ikatlong" => Some(3),
            w => w.parse().ok().filter(|n| (1..=9).contains(n)),
        })
    }
}

pub(super) const NAME: &[&str] = &[
    "name", "names", "pangalan", "ngalan", "nombre", "nom", "fullname", "person", "taong",
];
pub(super) const FAMILY: &[&str] = &[
    "spouse",
    "parent",
    "parents",
    "asawa",
    "magulang",
    "pamilya",
    "family",
    "kin",
    "kamag",
    "kaanak",
    "kamaganak",
    "nok",
    "guardian",
    "beneficiary",
    "benepisyaryo",
    "relative",
    "relatives",
    "emergency",
    "familia",
    "famille",
    "naiwang",
    "kp",
    "dependents",
    "household",
    "fam",
    "proche",
];
pub(super) const OWN: &[&str] = &[
    "ofw", "migrant", "worker", "sarili", "own", "migrante", "ofws", "personal",
];
pub(super) const PHONE: &[&str] = &[
    "cp",
    "cellphone",
    "cell",
    "cel",
    "cell",
    "mobile",
    "phone",
    "phones",
    "tel",
    "telephone",
    "telepono",
    "landline",
    "celular",
    "movil",
    "portable",
    "whatsapp",
    "viber",
    "messenger",
    "imo",
    "cpno",
    "telefono",
    "selpon",
    "contactno",
    "mobileno",
    "phoneno",
    "cellno",
];
pub(super) const NUMBER: &[&str] = &[
    "no",
    "nos",
    "number",
    "numbers",
    "num",
    "numero",
    "details",
    "info",
    "information",
    "nr",
    "bilang",
];
pub(super) const RELATION: &[&str] = &[
    "relation",
    "relasyon",
    "relationship",
    "kaugnayan",
    "parentesco",
    "parente",
    "relacion",
    "lien",
    "kaano",
    "rel",
    "relasyong",
];
pub(super) const COUNTRY: &[&str] = &[
    "bansa",
    "bansang",
    "country",
    "countries",
    "destination",
    "destinasyon",
    "pais",
    "pays",
    "saan",
    "nasaan",
    "saang",
    "jobsite",
    "worksite",
    "host",
    "bayang",
];
pub(super) const EMPLOYER: &[&str] = &[
    "employer",
    "amo",
    "company",
    "kompanya",
    "kumpanya",
    "principal",
    "empleyador",
    "empleador",
    "employeur",
    "vessel",
    "empresa",
    "ship",
    "barko",
];
pub(super) const WORK: &[&str] = &[
    "trabaho",
    "work",
    "job",
    "position",
    "occupation",
    "posisyon",
    "hanapbuhay",
    "ocupacion",
    "profession",
    "designation",
    "trabajo",
    "emploi",
    "tungkulin",
    "gawain",
    "rank",
];
pub(super) const BIRTH: &[&str] = &[
    "birth",
    "bday",
    "birthday",
    "birthdate",
    "kapanganakan",
    "dob",
    "kaarawan",
    "nacimiento",
    "naissance",
    "bdate",
    "ipinanganak",
    "born",
    "dateofbirth",
    "kapangakan",
];
