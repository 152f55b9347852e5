//! The roll by name: made at the first question that needs it, then kept with every write.

use super::Entry;
use core::cmp::Ordering;

/// Places in the order of names; nothing while nobody asked.
#[derive(Default)]
pub(crate) struct Order(Option<Vec<u32>>);

/// The first eight bytes of a text as a number that orders as they do.
fn beginning(text: &str) -> u64 {
    let mut bytes = [0; 8];
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
    }
    u64::from_be_bytes(bytes)
}

fn key(place: u32, people: &[Option<Entry>]) -> Option<(&str, i64)> {
    let entry = people.get(place as usize)?.as_ref()?;
    Some((&entry.sort_key, entry.row))
}

impl Order {
    /// Everybody's place by name.
    pub(crate) fn by_name(&mut self, people: &[Option<Entry>]) -> &[u32] {
        self.0.get_or_insert_with(|| {
            // Most names part within their first letters, which lie side by side here.
            let mut places: Vec<(u64, u32)> = (0..)
                .zip(people)
                .filter_map(|(place, entry)| Some((beginning(&entry.as_ref()?.sort_key), place)))
                .collect();
            places.sort_unstable_by(|(a, one), (b, other)| {
                let whole = || key(*one, people).cmp(&key(*other, people));
                a.cmp(b).then_with(whole)
            });
            places.into_iter().map(|(_, place)| place).collect()
        })
    }

    /// Somebody has come to this place.
    pub(crate) fn add(&mut self, place: u32, people: &[Option<Entry>]) {
        if let Some(places) = &mut self.0 {
            let at = places.partition_point(|p| key(*p, people) < key(place, people));
            places.insert(at, place);
        }
    }

    /// Who is at this place is about to go.
    pub(crate) fn remove(&mut self, place: u32, people: &[Option<Entry>]) {
        if let Some(places) = &mut self.0 {
            let found =
                places.binary_search_by(|p| match key(*p, people).cmp(&key(place, people)) {
                    Ordering::Equal => p.cmp(&place),
                    other => other,
                });
            match found {
                Ok(at) => {
                    places.remove(at);
                }
                // Cannot be; then the order is made anew.
                Err(_) => self.0 = None,
            }
        }
    }
}
