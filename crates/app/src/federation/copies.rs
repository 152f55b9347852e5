//! Copies of the log that can be checked without the server: a folder of its files, and the proof of one entry in one
//! file. Must not write what it has not verified.

use super::audit::{Source, first_fault};
use super::refused;
use crate::dto::{AppError, ErrorCode};
use std::fs;
use std::path::Path;
use ugnay_log::tiles::{self, TILE_WIDTH, TilePath};
use ugnay_log::{Entry, EntryType, Policy, SignedCheckpoint, TlogProof, Tree, leaf_hash};

/// Longest entry that is carried inside its own proof file.
const MAX_CARRIED: usize = 4096;

/// A log copied into a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copied {
    /// Entries.
    pub size: u64,
    /// Files that were new.
    pub fetched: usize,
}

/// What a proof file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProvenEntry {
    /// The entry's place.
    pub index: u64,
    /// Its type.
    pub kind: String,
    /// The time its author gives it, Unix seconds.
    pub time: i64,
    /// Entries of the log it is proven in.
    pub size: u64,
    /// Organisations that cosigned that log.
    pub cosigned_by: Vec<String>,
}

/// Copies the log into a folder as the files of C2SP tlog-tiles, checkpoint last. Files that are full and there are
/// kept; the copy is verified as a whole before its checkpoint is written.
///
/// # Errors
/// [`ErrorCode::Refused`] with what is wrong, [`ErrorCode::Disk`], or a buffer that cannot be reached.
pub fn mirror(from: &Source, policy: &Policy, folder: &Path) -> Result<Copied, AppError> {
    let note = from.checkpoint(policy)?;
    let signed = SignedCheckpoint::parse(&note).map_err(|_| refused("checkpoint"))?;
    let size = signed.checkpoint().size;
    let here = Source::folder(folder);
    let mut fetched = 0;
    for file in tiles::files(size) {
        let path = file.to_string();
        let kept = file.width == TILE_WIDTH && here.read(&path).is_some();
        if kept {
            continue;
        }
        let bytes = from
            .read(&path)
            .ok_or_else(|| refused(&format!("missing {path}")))?;
        put(folder, &path, &bytes)?;
        fetched += 1;
    }
    let whole = |path: &str| match path {
        "checkpoint" => Some(note.clone()),
        other => here.read(other),
    };
    let earlier = here.read("checkpoint");
    let before: Vec<&[u8]> = earlier.as_deref().into_iter().collect();
    let report = ugnay_log::audit::verify(&whole, policy, &before, |_, _| {});
    if let Some(fault) = first_fault(&report) {
        return Err(refused(&fault));
    }
    put(folder, "checkpoint", &note)?;
    Ok(Copied { size, fetched })
}

/// Adds to a copy what lies beside its entries: with it a custodian without a line can judge a request (protocol §7.5.2).
/// What anybody can hold against its entry is, and kept once it is there; what is sealed its reader judges, so it is read
/// anew each time. What is erased or kept back is left out. Returns how many files were written.
///
/// # Errors
/// [`ErrorCode::Refused`] for a folder without a whole copy, [`ErrorCode::Disk`].
pub fn bodies(from: &Source, folder: &Path) -> Result<usize, AppError> {
    let here = Source::folder(folder);
    let note = here
        .read("checkpoint")
        .ok_or_else(|| refused("missing checkpoint"))?;
    let signed = SignedCheckpoint::parse(&note).map_err(|_| refused("checkpoint"))?;
    let size = signed.checkpoint().size;
    let bundles = tiles::files(size);
    let (mut index, mut written) = (0_u64, 0);
    for file in bundles.iter().filter(|f| f.level.is_none()) {
        for bytes in bundle(&here, file)? {
            let entry = Entry::decode(&bytes).map_err(|e| refused(&e.to_string()))?;
            let path = format!("bodies/{index}");
            index += 1;
            let fits = |b: &Vec<u8>| !entry.kind.lies_open() || entry.commits_to(b);
            let kept = here.read(&path);
            let rooted = matches!(entry.kind, EntryType::HeadsRoot | EntryType::ReceiptRoot);
            if rooted || (entry.kind.lies_open() && kept.as_ref().is_some_and(fits)) {
                continue;
            }
            let body = from
                .read(&path)
                .filter(fits)
                .filter(|b| kept.as_ref() != Some(b));
            if let Some(body) = body {
                put(folder, &path, &body)?;
                written += 1;
            }
        }
    }
    Ok(written)
}

/// Writes beside and renames, so that a cut leaves the file of before.
fn put(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), AppError> {
    let disk = |_| AppError::new(ErrorCode::Disk);
    let to = folder.join(path);
    let beside = to.with_extension("part");
    fs::create_dir_all(to.parent().unwrap_or(folder)).map_err(disk)?;
    fs::write(&beside, bytes).map_err(disk)?;
    fs::rename(&beside, &to).map_err(disk)
}

/// The proof of one entry as a C2SP tlog-proof file. The entry itself is carried in its `extra` line, so that the file
/// says what it proves.
///
/// # Errors
/// [`ErrorCode::Refused`] with what is wrong with the log, or [`ErrorCode::NotFound`] for an index it does not have.
pub fn prove(from: &Source, policy: &Policy, index: u64) -> Result<String, AppError> {
    let note = from.checkpoint(policy)?;
    let checkpoint = SignedCheckpoint::parse(&note).map_err(|_| refused("checkpoint"))?;
    let size = checkpoint.checkpoint().size;
    let (mut tree, mut wanted) = (Tree::new(), None);
    for file in tiles::files(size).iter().filter(|f| f.level.is_none()) {
        for entry in bundle(from, file)? {
            if tree.push(leaf_hash(&entry)) == index {
                wanted = Some(entry);
            }
        }
    }
    let entry = wanted.ok_or(ErrorCode::NotFound)?;
    let proof = TlogProof {
        extra: (entry.len() <= MAX_CARRIED).then(|| entry.clone()),
        index,
        hashes: tree
            .inclusion_proof(index, size)
            .ok_or(ErrorCode::NotFound)?,
        checkpoint,
    };
    let good = proof.verify(&leaf_hash(&entry), policy);
    good.map_err(|e| refused(&e.to_string()))?;
    Ok(proof.to_text())
}

fn bundle(from: &Source, file: &TilePath) -> Result<Vec<Vec<u8>>, AppError> {
    let missing = || refused(&format!("missing {file}"));
    let bytes = from.read(&file.to_string()).ok_or_else(missing)?;
    let entries = tiles::bundle_entries(&bytes, file.width);
    let entries = entries.map_err(|e| refused(&e.to_string()))?;
    Ok(entries.into_iter().map(<[u8]>::to_vec).collect())
}

/// Whether these bytes are a proof file.
#[must_use]
pub fn is_proof(bytes: &[u8]) -> bool {
    bytes.starts_with(b"c2sp.org/tlog-proof@")
}

/// Checks a proof file without any line. `entry` is needed only for an entry that the file does not carry.
///
/// # Errors
/// [`ErrorCode::Refused`] with what is wrong.
pub fn check_proof(
    proof: &[u8],
    entry: Option<&[u8]>,
    policy: &Policy,
) -> Result<ProvenEntry, AppError> {
    let wrong = |e: ugnay_log::LogError| refused(&e.to_string());
    let proof = TlogProof::parse(proof).map_err(wrong)?;
    let bytes = entry.or(proof.extra.as_deref());
    let bytes = bytes.ok_or_else(|| refused("entry_not_carried"))?;
    let proven = proof.verify(&leaf_hash(bytes), policy).map_err(wrong)?;
    let entry = Entry::decode(bytes).map_err(wrong)?;
    Ok(ProvenEntry {
        index: proven.index,
        kind: entry.kind.name().to_owned(),
        time: entry.time,
        size: proven.checkpoint.size,
        cosigned_by: proven.quorum.members.into_iter().map(|m| m.name).collect(),
    })
}
