//! `ugnay person show`, `add`, `edit`: the small fields of an entry, typed. What is not named stays as it is; an empty text takes
//! a value away. Every change can be taken back like one made in the window.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use serde_json::json;
use std::path::{Path, PathBuf};
use ugnay_app::App;
use ugnay_app::dto::{ContactDto, PersonInput, PhoneDto};

#[derive(clap::Args)]
pub struct Show {
    /// The register's folder.
    dir: PathBuf,
    /// The person's id as `ugnay find --json` shows it.
    id: String,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
pub struct Add {
    /// The register's folder.
    dir: PathBuf,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
pub struct Edit {
    /// The register's folder.
    dir: PathBuf,
    /// The person's id as `ugnay find --json` shows it.
    id: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
struct Fields {
    /// Family name.
    #[arg(long, value_name = "TEXT")]
    surname: Option<String>,
    /// First names.
    #[arg(long, value_name = "TEXT")]
    given: Option<String>,
    /// Middle name.
    #[arg(long, value_name = "TEXT")]
    middle: Option<String>,
    /// Jr., Sr., III.
    #[arg(long, value_name = "TEXT")]
    suffix: Option<String>,
    /// F, M or X.
    #[arg(long, value_name = "CODE")]
    sex: Option<String>,
    /// Birth: 1990-05-03, 1990-05 or 1990.
    #[arg(long, value_name = "DATE")]
    birth: Option<String>,
    /// Home barangay, as its PSGC code.
    #[arg(long, value_name = "PSGC")]
    barangay: Option<String>,
    /// Purok or sitio.
    #[arg(long, value_name = "TEXT")]
    purok: Option<String>,
    /// Country of work, two letters (SA, AE); XS for seafarers.
    #[arg(long, value_name = "CC")]
    country: Option<String>,
    /// City or region abroad.
    #[arg(long, value_name = "TEXT")]
    place: Option<String>,
    /// Work.
    #[arg(long, value_name = "TEXT")]
    occupation: Option<String>,
    /// Employer or ship.
    #[arg(long, value_name = "TEXT")]
    employer: Option<String>,
    /// Came home: 2024-05-03, 2024-05 or 2024, yes where nobody said when, no while abroad.
    #[arg(long, value_name = "DATE")]
    returned: Option<String>,
    /// The person's own phones, best first; given once or more they replace those there were.
    #[arg(long, value_name = "NUMBER")]
    phone: Vec<String>,
    /// Which family contact the next three are about; one more than there are adds one.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=60))]
    contact: u8,
    /// That contact's name.
    #[arg(long, value_name = "TEXT")]
    contact_name: Option<String>,
    /// How the contact is related: spouse, mother, father, child, sibling, …
    #[arg(long, value_name = "CODE")]
    contact_relation: Option<String>,
    /// The contact's phones, best first; they replace those there were.
    #[arg(long, value_name = "NUMBER")]
    contact_phone: Vec<String>,
}

fn phones(typed: &[String]) -> Vec<PhoneDto> {
    let one = |typed: &String| PhoneDto {
        typed: typed.clone(),
        e164: None,
    };
    typed.iter().filter(|t| !t.is_empty()).map(one).collect()
}

impl Fields {
    fn put(&self, card: &mut PersonInput) -> Result<(), Fail> {
        for (slot, said) in [
            (&mut card.surname, &self.surname),
            (&mut card.given, &self.given),
            (&mut card.middle, &self.middle),
            (&mut card.suffix, &self.suffix),
            (&mut card.birth, &self.birth),
            (&mut card.barangay, &self.barangay),
            (&mut card.purok, &self.purok),
            (&mut card.country, &self.country),
            (&mut card.place, &self.place),
            (&mut card.occupation, &self.occupation),
            (&mut card.employer, &self.employer),
        ] {
            if let Some(text) = said {
                text.trim().clone_into(slot);
            }
        }
        if let Some(country) = &self.country {
            card.country = country.trim().to_uppercase();
            card.sea_based = card.country == "XS";
        }
        if let Some(sex) = &self.sex {
            card.sex = sex.trim().to_uppercase();
        }
        if let Some(home) = &self.returned {
            let home = home.trim().to_lowercase();
            card.returned = if home == "no" { String::new() } else { home };
        }
        if !self.phone.is_empty() {
            card.phones = phones(&self.phone);
        }
        self.put_contact(card)
    }

    fn put_contact(&self, card: &mut PersonInput) -> Result<(), Fail> {
        let (name, relation) = (&self.contact_name, &self.contact_relation);
        if name.is_none() && relation.is_none() && self.contact_phone.is_empty() {
            return Ok(());
        }
        let at = usize::from(self.contact).saturating_sub(1);
        if at == card.contacts.len() {
            card.contacts.push(ContactDto::default());
        }
        let there = card.contacts.len();
        let Some(contact) = card.contacts.get_mut(at) else {
            let n = self.contact;
            return Err(Fail::Wrong(format!(
                "--contact {n}: there are {there} contacts"
            )));
        };
        if let Some(name) = name {
            name.trim().clone_into(&mut contact.name);
        }
        if let Some(relation) = relation {
            relation.trim().clone_into(&mut contact.relation);
        }
        if !self.contact_phone.is_empty() {
            contact.phones = phones(&self.contact_phone);
        }
        Ok(())
    }
}

pub fn show(args: &Show, json: bool) -> Result<(), Fail> {
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let page = app.person(&args.id)?;
    if json {
        say!("{}", json!(page));
        return Ok(());
    }
    let card = &page.card;
    let shown = |list: &[PhoneDto]| -> String {
        let each = list.iter().map(|p| p.e164.as_ref().unwrap_or(&p.typed));
        each.cloned().collect::<Vec<_>>().join(", ")
    };
    say!("{}", page.name);
    for (what, text) in [
        ("sex", card.sex.clone()),
        ("birth", card.birth.clone()),
        ("home", page.barangay_name.clone().unwrap_or_default()),
        ("purok", card.purok.clone()),
        ("country", page.country_name.clone().unwrap_or_default()),
        ("place", card.place.clone()),
        ("work", card.occupation.clone()),
        ("employer", card.employer.clone()),
        ("phones", shown(&card.phones)),
        ("came home", card.returned.clone()),
    ] {
        if !text.is_empty() {
            say!("{what}: {text}");
        }
    }
    for (n, c) in (1..).zip(&card.contacts) {
        let parts = [c.name.clone(), c.relation.clone(), shown(&c.phones)];
        let said: Vec<_> = parts.into_iter().filter(|t| !t.is_empty()).collect();
        say!("contact {n}: {}", said.join(", "));
    }
    Ok(())
}

pub fn add(args: &Add, json: bool) -> Result<(), Fail> {
    let mut card = PersonInput::default();
    args.fields.put(&mut card)?;
    save(&args.dir, &args.passphrase, |_| Ok(card), json)
}

pub fn edit(args: &Edit, json: bool) -> Result<(), Fail> {
    let change = |app: &mut App| {
        let mut card = app.person(&args.id)?.card;
        args.fields.put(&mut card)?;
        Ok(card)
    };
    save(&args.dir, &args.passphrase, change, json)
}

fn save(
    dir: &Path,
    passphrase: &Passphrase,
    card: impl FnOnce(&mut App) -> Result<PersonInput, Fail>,
    json: bool,
) -> Result<(), Fail> {
    let mut app = register::open(dir, passphrase)?;
    let card = card(&mut app)?;
    let saved = app.save_person(&card)?;
    let changed = saved.change_set.is_some();
    if json {
        say!("{}", json!({ "person": saved.id, "changed": changed }));
    } else if changed {
        say!("{}  saved", saved.id);
    } else {
        say!("{}  nothing changed", saved.id);
    }
    Ok(())
}
