//! The container of an old Excel file (MS-CFB), read before the reader underneath sees it: chains of sectors may run in
//! circles there, and it would follow them until memory ends. The one stream that matters is taken out within bounds and
//! handed on in a container of our own. Knows no record of the stream.

#[cfg(test)]
mod tests;

/// First number that is no sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
/// Streams below this length lie in the mini stream, in pieces of 64 bytes.
const MINI: usize = 4096;
const MINI_PIECE: usize = 64;
const ENTRY: usize = 128;
/// Sectors of the container that is written.
const SECTOR: usize = 4096;

/// What an OLE container holds, as far as a workbook needs it.
pub(super) enum Found {
    /// The stream of the workbook.
    Workbook(Vec<u8>),
    /// An encrypted package: an XLSX with a password.
    Encrypted,
    /// Neither.
    Other,
}

struct Entry {
    name: String,
    start: u32,
    len: usize,
}

struct Ole<'b> {
    bytes: &'b [u8],
    sector: usize,
    fat: Vec<u32>,
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let four = bytes.as_chunks::<4>().0;
    four.iter().map(|w| u32::from_le_bytes(*w))
}

/// Looks into the container; nothing when it makes no sense.
pub(super) fn open(bytes: &[u8]) -> Option<Found> {
    let ole = Ole::new(bytes)?;
    let entries = ole.entries(word(bytes, 48)?)?;
    let named = |name: &str| entries.iter().find(|e| e.name.eq_ignore_ascii_case(name));
    let Some(workbook) = named("Workbook").or_else(|| named("Book")) else {
        let encrypted = named("EncryptedPackage").is_some();
        return Some(if encrypted {
            Found::Encrypted
        } else {
            Found::Other
        });
    };
    if workbook.len >= MINI {
        return Some(Found::Workbook(ole.chain(workbook.start, workbook.len)?));
    }
    let root = entries.first()?;
    let stream = ole.chain(root.start, root.len)?;
    let fat: Vec<u32> = words(&ole.chain(word(bytes, 60)?, usize::MAX)?).collect();
    let piece = |id: u32| {
        let at = usize::try_from(id).ok()?.checked_mul(MINI_PIECE)?;
        stream.get(at..at.checked_add(MINI_PIECE)?)
    };
    let most = stream.len() / MINI_PIECE;
    Some(Found::Workbook(follow(
        workbook.start,
        workbook.len,
        &fat,
        most,
        piece,
    )?))
}

/// The bytes of a chain, at most `len`. A chain of more pieces than there are runs in a circle.
fn follow<'b>(
    start: u32,
    len: usize,
    fat: &[u32],
    most: usize,
    piece: impl Fn(u32) -> Option<&'b [u8]>,
) -> Option<Vec<u8>> {
    let (mut out, mut id, mut steps) = (Vec::new(), start, 0usize);
    while id < NO_SECTOR && out.len() < len {
        steps = steps.checked_add(1).filter(|n| *n <= most)?;
        let bytes = piece(id)?;
        let wanted = bytes.len().min(len.saturating_sub(out.len()));
        out.extend_from_slice(bytes.get(..wanted)?);
        id = fat
            .get(usize::try_from(id).ok()?)
            .copied()
            .unwrap_or(END_OF_CHAIN);
    }
    Some(out)
}

impl<'b> Ole<'b> {
    fn new(bytes: &'b [u8]) -> Option<Self> {
        let sector = match bytes.get(30..32)? {
            [9, 0] => 512,
            [12, 0] => SECTOR,
            _ => return None,
        };
        let mut out = Self {
            bytes,
            sector,
            fat: Vec::new(),
        };
        let most = out.most();
        let mut list: Vec<u32> = words(bytes.get(76..512)?).collect();
        let (mut next, mut steps) = (word(bytes, 68)?, 0usize);
        while next < NO_SECTOR {
            steps = steps.checked_add(1).filter(|n| *n <= most)?;
            list.extend(words(out.piece(next)?));
            next = list.pop()?;
        }
        list.retain(|id| *id < NO_SECTOR);
        if list.len() > most {
            return None;
        }
        for id in list {
            out.fat.extend(words(out.piece(id)?));
        }
        Some(out)
    }

    /// Sectors there are; the last may be cut off.
    fn most(&self) -> usize {
        self.bytes.len().checked_div(self.sector).unwrap_or(0)
    }

    fn piece(&self, id: u32) -> Option<&'b [u8]> {
        let at = usize::try_from(id)
            .ok()?
            .checked_add(1)?
            .checked_mul(self.sector)?;
        let end = at.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(at..end)
    }

    fn chain(&self, start: u32, len: usize) -> Option<Vec<u8>> {
        follow(start, len, &self.fat, self.most(), |id| self.piece(id))
    }

    fn entries(&self, start: u32) -> Option<Vec<Entry>> {
        let directory = self.chain(start, usize::MAX)?;
        let entry = |e: &[u8]| {
            let units = e.get(..64)?.as_chunks::<2>().0;
            let units = units.iter().map(|u| u16::from_le_bytes(*u));
            let name = char::decode_utf16(units.take_while(|u| *u != 0));
            Some(Entry {
                name: name.map(|c| c.unwrap_or('?')).collect(),
                start: word(e, 116)?,
                len: usize::try_from(word(e, 120)?).ok()?,
            })
        };
        directory.chunks_exact(ENTRY).map(entry).collect()
    }
}

/// A container with this stream as its workbook and nothing else. The stream is filled up with zeros to whole sectors.
pub(super) fn wrap(mut stream: Vec<u8>) -> Vec<u8> {
    stream.resize(stream.len().max(1).next_multiple_of(SECTOR), 0);
    let data = stream.len() / SECTOR;
    let per_sector = SECTOR / 4;
    // The table of sectors lists the data, the directory and itself.
    let fats = data
        .saturating_add(1)
        .div_ceil(per_sector.saturating_sub(1));
    let number = |n: usize| u32::try_from(n).unwrap_or(FREE).to_le_bytes();
    let mut out = header(data, fats);
    let length = stream.len();
    out.append(&mut stream);
    out.extend(directory(length));
    let mut table = Vec::new();
    for id in 1..=data {
        let next = if id == data {
            END_OF_CHAIN.to_le_bytes()
        } else {
            number(id)
        };
        table.extend(next);
    }
    table.extend(END_OF_CHAIN.to_le_bytes());
    table.extend(std::iter::repeat_n(0xFFFF_FFFDu32.to_le_bytes(), fats).flatten());
    table.resize(fats.saturating_mul(SECTOR), 0xFF);
    out.extend(table);
    out
}

fn header(data: usize, fats: usize) -> Vec<u8> {
    let number = |n: usize| u32::try_from(n).unwrap_or(FREE).to_le_bytes();
    let mut out = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    out.extend([0; 16]);
    // Versions, byte order, sizes of sectors and pieces.
    out.extend([0x3E, 0, 4, 0, 0xFE, 0xFF, 12, 0, 6, 0]);
    out.extend([0; 6]);
    out.extend(number(1));
    out.extend(number(fats));
    out.extend(number(data));
    out.extend([0; 4]);
    out.extend(number(MINI));
    out.extend(END_OF_CHAIN.to_le_bytes());
    out.extend([0; 4]);
    out.extend(END_OF_CHAIN.to_le_bytes());
    out.extend([0; 4]);
    let first = data.saturating_add(1);
    for place in 0..109usize {
        out.extend(if place < fats {
            number(first.saturating_add(place))
        } else {
            FREE.to_le_bytes()
        });
    }
    out.resize(SECTOR, 0);
    out
}

fn directory(length: usize) -> Vec<u8> {
    let mut out = Vec::new();
    for (name, kind, len) in [("Root Entry", 5u8, 0), ("Workbook", 2, length)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let bytes = u8::try_from(entry.len().saturating_add(2)).unwrap_or(0);
        entry.resize(64, 0);
        entry.extend([bytes, 0, kind, 1]);
        entry.extend([0xFF; 12]);
        entry.resize(116, 0);
        entry.extend([0; 4]);
        entry.extend(u64::try_from(len).unwrap_or(0).to_le_bytes());
        out.extend(entry);
    }
    out.resize(SECTOR, 0);
    out
}
