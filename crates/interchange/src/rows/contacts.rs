//! Family contacts of a row: names, relations and phones from one or several cells, lined up.

use ugnay_model::Phone;
use ugnay_places::{
    Owner, ParsedPhone, PhoneCell, PhoneContext, PhoneProblem, is_nothing, read_phones,
};

use super::build::Builder;
use crate::book::letters;
use crate::field::Field;
use crate::header::words;
use crate::person::ParsedContact;
use crate::value::contact::{self, Kin};
use crate::value::name::tidy;
use crate::value::relation;

pub(super) fn phone(p: &ParsedPhone) -> Phone {
    Phone {
        typed: p.raw.clone(),
        e164: Some(p.e164.clone()),
    }
}

fn unread(typed: &str) -> Phone {
    Phone {
        typed: typed.to_owned(),
        e164: None,
    }
}

/// All numbers of a slot list, unreadable ones as typed.
pub(super) fn phones(cell: &PhoneCell) -> Vec<Phone> {
    let each = cell.slots.iter().flat_map(|s| {
        s.numbers
            .iter()
            .map(phone)
            .chain(s.unreadable.iter().map(|u| unread(u)))
    });
    let mut out: Vec<Phone> = Vec::new();
    for p in each {
        if !out.iter().any(|o| o.e164.is_some() && o.e164 == p.e164) {
            out.push(p);
        }
    }
    out
}

impl Builder<'_, '_> {
    /// Contacts of every number, in order. `shared` are family numbers from a column for both.
    pub(super) fn contacts(&mut self, shared: Vec<Phone>) {
        let mut numbers: Vec<u8> = self
            .walk
            .plan
            .header
            .columns
            .iter()
            .filter_map(|c| c.field.contact())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        for n in numbers {
            self.contact(n);
        }
        if shared.is_empty() {
            return;
        }
        match self.person.contacts.first_mut() {
            Some(first) => first.phones.extend(shared),
            None => self.person.contacts.push(ParsedContact {
                phones: shared,
                ..ParsedContact::default()
            }),
        }
    }

    fn contact(&mut self, n: u8) {
        let (mut kin, numbers) = self.kin(n);
        let nameless = !kin.is_empty() || self.asks_for_contact(n);
        let cell = self.contact_phones(n, numbers);
        self.relations(n, &mut kin);
        let slots = cell.slots.len();
        let mut made: Vec<ParsedContact> = kin.into_iter().map(made).collect();
        if made.len() > 1 && slots == made.len() {
            for (c, slot) in made.iter_mut().zip(&cell.slots) {
                let one = PhoneCell {
                    slots: vec![slot.clone()],
                    ..PhoneCell::default()
                };
                c.phones = phones(&one);
            }
        } else {
            let all = phones(&cell);
            if made.len() > 1 && !all.is_empty() {
                self.flag(Field::ContactPhone(n), "phones_not_lined_up");
            }
            match made.first_mut() {
                Some(first) => first.phones = all,
                None if !all.is_empty() => made.push(ParsedContact {
                    phones: all,
                    ..ParsedContact::default()
                }),
                None => {}
            }
        }
        for h in &cell.handles {
            self.person.handles.push(format!("{}: {}", h.app, h.value));
        }
        let related = |c: &ParsedContact| c.relation.is_some() || c.relation_typed.is_some();
        made.retain(|c| !c.name.is_empty() || !c.phones.is_empty() || nameless && related(c));
        self.person.contacts.extend(made);
    }

    /// Who stands in the cells of names, and the numbers that stand there with them.
    fn kin(&self, n: u8) -> (Vec<Kin>, Vec<(Field, String)>) {
        let turned = self.walk.plan.turned;
        let (mut kin, mut numbers) = (Vec::new(), Vec::new());
        let cells = [
            (
                Field::ContactNameRelation(n),
                self.text(Field::ContactNameRelation(n)),
            ),
            (Field::ContactName(n), self.name_of_contact(n)),
            (
                Field::ContactNamePhone(n),
                self.text(Field::ContactNamePhone(n)),
            ),
        ];
        for (field, text) in cells.into_iter().filter(|(_, t)| !is_nothing(t)) {
            let both = matches!(field, Field::ContactNamePhone(_)) || has_number(&text);
            let (name, number) = if both {
                contact::name_and_number(&text)
            } else {
                (text, String::new())
            };
            kin.extend(contact::read(&name, turned));
            if number.chars().any(|c| c.is_ascii_digit()) {
                numbers.push((field, number));
            }
        }
        (kin, numbers)
    }

    /// Whether the sheet has a column for this contact's name or number. Where it has only a relation, that says how the person
    /// belongs to a household.
    fn asks_for_contact(&self, n: u8) -> bool {
        let mut columns = self.walk.plan.header.columns.iter();
        columns.any(|c| c.field.contact() == Some(n) && c.field != Field::ContactRelation(n))
    }

    /// The name, or its parts from several columns as a form asks for them: given names first.
    fn name_of_contact(&self, n: u8) -> String {
        let mut parts = self.each(Field::ContactName(n));
        let surname = |column: &String| {
            let mut columns = self.walk.plan.header.columns.iter();
            let title = columns.find(|c| letters(c.index) == *column);
            title.is_some_and(|c| words::is_surname(&c.header))
        };
        parts.retain(|(_, text)| !is_nothing(text));
        parts.sort_by_key(|(column, _)| surname(column));
        let texts: Vec<String> = parts.into_iter().map(|(_, text)| text).collect();
        texts.join(" ")
    }

    fn contact_phones(&mut self, n: u8, beside_names: Vec<(Field, String)>) -> PhoneCell {
        let text = self.text(Field::ContactPhone(n));
        let family = PhoneContext::default();
        let mut cell = PhoneCell::default();
        for (field, numbers) in beside_names {
            let read = read_phones(&numbers, family);
            // In a cell with the name, words are the name.
            for p in read
                .problems
                .iter()
                .filter(|p| **p != PhoneProblem::Leftover)
            {
                self.flag(field, p.code());
            }
            cell.slots.extend(read.slots);
            cell.handles.extend(read.handles);
        }
        if !text.is_empty() {
            let more = read_phones(&text, family);
            self.phone_problems(Field::ContactPhone(n), &more);
            cell.slots.extend(more.slots);
            cell.handles.extend(more.handles);
        }
        cell
    }

    /// A relation column: one relation, or as many as there are contacts.
    fn relations(&mut self, n: u8, kin: &mut Vec<Kin>) {
        let field = Field::ContactRelation(n);
        let text = self.text(field);
        if is_nothing(&text) {
            for k in kin.iter().filter(|k| k.unknown_relation.is_some()) {
                let typed = k.unknown_relation.clone().unwrap_or_default();
                let both = Field::ContactNameRelation(n);
                let with_name = self.walk.plan.column(both).is_none();
                let field = if with_name {
                    Field::ContactName(n)
                } else {
                    both
                };
                self.problem(field, "unknown_relation", &typed);
            }
            return;
        }
        let whole = relation::read(&text);
        if kin.len() > 1 && relation::exact(&text).is_none() {
            let parts: Vec<&str> = text
                .split(['/', ',', ';', '&', '\n'])
                .map(str::trim)
                .collect();
            let each = parts.iter().all(|p| relation::read(p).is_some());
            if parts.len() == kin.len() && (each || whole.is_none()) {
                for (k, part) in kin.iter_mut().zip(parts) {
                    k.relation = relation::read(part);
                }
                return;
            }
        }
        if kin.is_empty() {
            kin.push(Kin::default());
        }
        for k in kin.iter_mut().filter(|k| k.relation.is_none()) {
            k.relation = whole;
            if whole.is_none() {
                k.unknown_relation = Some(text.clone());
            }
        }
        if whole.is_none() {
            self.problem(field, "unknown_relation", &text);
        }
    }

    /// Phones of a cell that may hold the migrant's and the family's.
    pub(super) fn split_by_owner(
        &mut self,
        field: Field,
        column: &str,
        cell: &PhoneCell,
    ) -> (Vec<Phone>, Vec<Phone>) {
        let (mut own, mut family) = (Vec::new(), Vec::new());
        for n in cell.numbers() {
            let to_family = match n.owner {
                Some(o) => o == Owner::Family,
                None if field == Field::PhoneBoth => {
                    let home = n.e164.starts_with("+63");
                    if home {
                        self.problem_at(column.to_owned(), field, "phone_owner_unclear", &n.raw);
                    }
                    home
                }
                None => false,
            };
            if to_family {
                family.push(phone(n))
            } else {
                own.push(phone(n))
            }
        }
        own.extend(
            cell.slots
                .iter()
                .flat_map(|s| s.unreadable.iter().map(|u| unread(u))),
        );
        (own, family)
    }
}

/// Whether a number stands among the words: "asawa 0917 555 1234", "Ana 09XX-XXX-XXXX".
fn has_number(text: &str) -> bool {
    let numbered = text
        .split_whitespace()
        .filter(|w| w.chars().any(|c| c.is_ascii_digit()));
    let digit = |c: &char| c.is_ascii_digit() || matches!(c, 'x' | 'X');
    numbered.flat_map(str::chars).filter(digit).count() >= 6
}

fn made(k: Kin) -> ParsedContact {
    ParsedContact {
        name: tidy(&k.name),
        relation: k.relation,
        relation_typed: k.unknown_relation,
        phones: Vec::new(),
    }
}
