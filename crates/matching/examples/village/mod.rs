//! An invented town: people, families, duplicates with the slips of those who type, and persons who only look alike.
//!
//! Everything is drawn from a seed; nobody in it exists. Names are common ones and invented ones in random combination.

use ugnay_matching::{Birth, ContactFeatures, Features, SexFeature};

const SURNAMES: &str = "Dela Cruz|Santos|Reyes|Garcia|Bautista|Ramos|Aquino|Mendoza|Flores|Villanueva|Castillo|Domingo|Soriano|Mercado|Tolentino|Pascual|Navarro|Salazar|Valdez|Aguilar|De Guzman|Del Rosario|De Leon|Sta. Maria|San Juan|Delos Santos|Delos Reyes|De Vera|Nuñez|Peña|Muñoz|Ibañez|Cariño|Manalo|Panganiban|Lumibao|Gatdula|Macaraeg|Abad|Yap|Lim|Tan|Ocampo|Espiritu|Catacutan|Dimalanta|Magbanua|Sumulong|Agbayani|Dumlao|Galang|Salonga|Macapagal|Pangilinan|Abdullah|Usman|Dimaporo|Sarip|Lucman|Bacani|Capulong|Enriquez|Fajardo|Guinto|Halili|Jacinto|Kalaw|Limjoco|Olivarez|Quisumbing|Rillera|Sablan|Talusan|Ubaldo|Vergara|Zamora|Cabrera|Ferrer|Gonzales|Hernandez|Ignacio|Ledesma|Quijano|Torres|Umali|Rivera|Castro|Evangelista|Marquez|Velasco";
const WOMEN: &str = "Maria|Ma. Theresa|Ma. Cristina|Ma. Lourdes|Maricel|Marites|Rowena|Jocelyn|Jennifer|Rosalie|Analyn|Cherry|Grace|Marilou|Gemma|Evelyn|Lorna|Imelda|Teresita|Erlinda|Josephine|Elizabeth|Catherine|Kristine|Michelle|Mary Ann|Mary Grace|Mary Jane|Princess|Angelica|Rhodora|Sheila|Mylene|Aileen|Daisy|Ruby|Norma|Gloria|Remedios|Corazon|Fatima|Aisah|Norhata|Lovely|Jovelyn|Marivic|Cecilia|Rosemarie|Editha|Luzviminda";
const MEN: &str = "Jose|Juan|Roberto|Rolando|Reynaldo|Rodrigo|Danilo|Ernesto|Eduardo|Ricardo|Romeo|Renato|Jayson|Jomar|Jerome|Mark Anthony|John Paul|John Mark|Michael|Christian|Dexter|Dennis|Edwin|Arnel|Joel|Nestor|Wilfredo|Emilio|Andres|Crisanto|Rommel|Ronnie|Rogelio|Alfredo|Fernando|Armando|Orlando|Leonardo|Domingo|Mohammad|Abdul|Ibrahim|Yusoph|Jeffrey|Ferdinand|Gilbert|Allan|Ariel|Noel|Kristoffer";
const WORK: &str = "Domestic Helper|Caregiver|Nurse|Driver|Welder|Cook|Waiter|Cleaner|Engineer|Electrician|Mason|Carpenter|Salesman|Security Guard|Seaman|Factory Worker|Teacher|Plumber|Gardener|Technician";
const COUNTRIES: &str = "SA|SA|SA|AE|AE|HK|HK|SG|KW|QA|TW|JP|IT|MY|KR|BH|OM|XS";
const SYLLABLES: &str = "ba|ca|da|ga|la|ma|na|pa|sa|ta|ya|bi|di|li|mi|ni|pi|si|ti|bo|do|lo|mo|no|po|so|to|bu|gu|lu|mu|tu|lang|mang|tang|ban|din|lan|gan|yan|ling|sing";

/// SplitMix64.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(z ^ (z >> 31)) * bound as u128) >> 64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn one_of<'a>(&mut self, list: &'a str) -> &'a str {
        let n = list.split('|').count();
        let at = self.below(n);
        list.split('|').nth(at).unwrap_or_default()
    }

    fn digits(&mut self, n: usize) -> String {
        (0..n)
            .map(|_| char::from(b'0' + self.below(10) as u8))
            .collect()
    }
}

/// A common surname half of the time, else an invented rarer one.
fn surname(d: &mut Draw) -> String {
    if d.chance(55) {
        return d.one_of(SURNAMES).to_owned();
    }
    let n = 2 + d.below(3);
    let word: String = (0..n).map(|_| d.one_of(SYLLABLES).to_owned()).collect();
    word[..1].to_uppercase() + &word[1..]
}

fn given(d: &mut Draw, sex: SexFeature) -> String {
    let list = if sex == SexFeature::Female {
        WOMEN
    } else {
        MEN
    };
    let first = d.one_of(list).to_owned();
    if !first.contains(' ') && d.chance(30) {
        format!(
            "{first} {}",
            d.one_of(list).split(' ').next_back().unwrap_or_default()
        )
    } else {
        first
    }
}

fn mobile(d: &mut Draw) -> String {
    format!("+639{}", d.digits(9))
}

fn birth(d: &mut Draw) -> Birth {
    Birth::Day(
        1960 + d.below(45) as u16,
        1 + d.below(12) as u8,
        1 + d.below(28) as u8,
    )
}

/// One person of a town with so many barangays.
pub fn person(d: &mut Draw, barangays: usize) -> Features {
    let sex = if d.chance(56) {
        SexFeature::Female
    } else {
        SexFeature::Male
    };
    let surname = surname(d);
    let middle = self::surname(d);
    let contacts = (0..1 + d.below(2))
        .map(|_| {
            let sex = if d.chance(50) {
                SexFeature::Female
            } else {
                SexFeature::Male
            };
            ContactFeatures {
                name: format!(
                    "{} {}",
                    given(d, sex),
                    if d.chance(75) { &surname } else { &middle }
                ),
                phones: vec![mobile(d)],
            }
        })
        .collect();
    Features {
        given: given(d, sex),
        middle: if d.chance(40) {
            format!("{}.", &middle[..1])
        } else if d.chance(80) {
            middle
        } else {
            String::new()
        },
        suffix: if sex == SexFeature::Male && d.chance(5) {
            "Jr.".into()
        } else {
            String::new()
        },
        nickname: String::new(),
        birth: if d.chance(92) { Some(birth(d)) } else { None },
        sex: Some(sex),
        barangay: format!("04010090{:02}", d.below(barangays)),
        purok: format!("Purok {}", 1 + d.below(6)),
        country: d.one_of(COUNTRIES).to_owned(),
        occupation: d.one_of(WORK).to_owned(),
        employer: if d.chance(30) {
            format!("{} Trading", self::surname(d))
        } else {
            String::new()
        },
        phones: if d.chance(75) {
            vec![format!("+966{}", d.digits(9))]
        } else {
            Vec::new()
        },
        contacts,
        surname,
    }
}

/// A slip of the keyboard.
pub fn slip(d: &mut Draw, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return word.to_owned();
    }
    let at = 1 + d.below(letters.len() - 2);
    match d.below(4) {
        0 => {
            letters.remove(at);
        }
        1 => letters.swap(at, at + 1),
        2 => letters.insert(at, letters[at]),
        _ => letters[at] = char::from(b"aeioulnrst"[d.below(10)]),
    }
    letters.into_iter().collect()
}

fn other_digit(d: &mut Draw, birth: Birth) -> Birth {
    match birth {
        Birth::Day(y, m, day) => match d.below(4) {
            0 if day <= 12 => Birth::Day(y, day, m),
            1 => Birth::Day(y + 1, m, day),
            2 => Birth::Day(y - 10, m, day),
            _ => Birth::Day(y, m, if day > 9 { day - 10 + 1 } else { day + 10 }),
        },
        other => other,
    }
}

/// The same person as somebody else types them, with about `slips` changes.
pub fn again(d: &mut Draw, original: &Features, slips: usize, barangays: usize) -> Features {
    let mut p = original.clone();
    for _ in 0..slips {
        match d.below(13) {
            0 => p.surname = slip(d, &p.surname),
            1 | 2 => p.given = slip(d, &p.given),
            3 => p.birth = p.birth.map(|b| other_digit(d, b)),
            4 => p.birth = None,
            5 => {
                p.birth = p.birth.map(|b| {
                    if let Birth::Day(y, ..) = b {
                        Birth::Year(y)
                    } else {
                        b
                    }
                })
            }
            6 => p.middle = format!("{}.", &surname(d)[..1]),
            7 => p.phones = vec![format!("+966{}", d.digits(9))],
            8 => p.contacts = person(d, barangays).contacts,
            9 => p.barangay = format!("04010090{:02}", d.below(barangays)),
            10 if p.sex == Some(SexFeature::Female)
                && !p.middle.ends_with('.')
                && !p.middle.is_empty() =>
            {
                p.middle = std::mem::replace(&mut p.surname, surname(d))
            }
            11 => {
                p.given = p
                    .given
                    .split(' ')
                    .next_back()
                    .unwrap_or_default()
                    .to_owned()
            }
            _ => p.sex = None,
        }
    }
    p
}

/// Somebody else who looks alike: twin, sibling, son of the same name, or namesake.
pub fn look_alike(d: &mut Draw, original: &Features, barangays: usize) -> Features {
    let stranger = person(d, barangays);
    let sex = original.sex.unwrap_or(SexFeature::Female);
    let kin = Features {
        surname: original.surname.clone(),
        barangay: original.barangay.clone(),
        purok: original.purok.clone(),
        ..stranger.clone()
    };
    let first = |name: &str| name.replace("Ma. ", "").chars().take(3).collect::<String>();
    let mut other = given(d, sex);
    while first(&other) == first(&original.given) {
        other = given(d, sex);
    }
    match d.below(4) {
        0 => Features {
            given: other,
            sex: original.sex,
            birth: original.birth,
            middle: original.middle.clone(),
            contacts: original.contacts.clone(),
            ..kin
        },
        1 => Features {
            given: other,
            sex: original.sex,
            middle: original.middle.clone(),
            contacts: original.contacts.clone(),
            ..kin
        },
        2 => Features {
            given: original.given.clone(),
            sex: original.sex,
            suffix: "Sr.".into(),
            birth: original.birth.map(|b| Birth::Year(b_year(b) - 26)),
            ..kin
        },
        _ => Features {
            given: original.given.clone(),
            surname: original.surname.clone(),
            sex: original.sex,
            birth: Some(birth(d)),
            ..stranger
        },
    }
}

fn b_year(birth: Birth) -> u16 {
    match birth {
        Birth::Day(y, ..) | Birth::Month(y, _) | Birth::Year(y) | Birth::About(y) => y,
    }
}

/// A town and its truth: which places in the list are one person, and which only look alike.
pub struct Town {
    pub people: Vec<Features>,
    pub same: Vec<(usize, usize)>,
    pub alike: Vec<(usize, usize)>,
}

/// `n` persons, `same` percent of them once more with up to `slips` changes, `alike` percent with a look-alike.
pub fn town(seed: u64, n: usize, same: usize, alike: usize, slips: usize) -> Town {
    let mut d = Draw(seed);
    let barangays = (n / 200).clamp(3, 90);
    let mut people: Vec<Features> = (0..n).map(|_| person(&mut d, barangays)).collect();
    let mut town = Town {
        people: Vec::new(),
        same: Vec::new(),
        alike: Vec::new(),
    };
    for i in 0..n {
        if d.chance(same) {
            let slips = 1 + d.below(slips);
            let copy = again(&mut d, &people[i], slips, barangays);
            town.same.push((i, people.len()));
            people.push(copy);
        }
        if d.chance(alike) {
            let other = look_alike(&mut d, &people[i], barangays);
            town.alike.push((i, people.len()));
            people.push(other);
        }
    }
    town.people = people;
    town
}
