//! `ugnay import`.

use crate::args::Import;
use crate::fail::{Fail, say};
use crate::{interrupt, register};
use serde_json::json;
use std::fs;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::Ordering;
use ugnay_app::dto::{AppError, ErrorCode, ImportPreview, Progress};
use ugnay_app::{InFile, MAX_FILE_BYTES};

/// A progress line on a terminal; nothing in a script. Ctrl-C stops at the next step.
pub fn progress() -> impl FnMut(Progress) -> bool {
    let terminal = std::io::stderr().is_terminal();
    let mut last = String::new();
    let stop = interrupt::wish();
    move |p| {
        if stop.load(Ordering::SeqCst) {
            return false;
        }
        if terminal {
            let line = match p.total {
                0 => format!("{} {}", p.step, p.done),
                t => format!("{} {}/{t}", p.step, p.done),
            };
            if line != last {
                eprint!("\r{line}\x1b[K");
                let _ = std::io::stderr().flush();
                last = line;
            }
        }
        true
    }
}

/// Reads a file to bring in; one that is too large is refused before it is read.
pub fn read(path: &Path) -> Result<InFile, Fail> {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let meta =
        fs::metadata(path).map_err(|e| Fail::Wrong(format!("{}: {}", path.display(), e.kind())))?;
    if meta.is_dir() {
        return Err(AppError::new(ErrorCode::FileNotASheet).file(&name).into());
    }
    if meta.len() > MAX_FILE_BYTES as u64 {
        return Err(AppError::new(ErrorCode::FileTooLarge).file(&name).into());
    }
    let bytes =
        fs::read(path).map_err(|e| Fail::Wrong(format!("{}: {}", path.display(), e.kind())))?;
    Ok(InFile { name, bytes })
}

pub fn import(args: &Import, json: bool) -> Result<(), Fail> {
    if args.undo {
        return undo(args, json);
    }
    let files = args
        .files
        .iter()
        .map(|f| read(f))
        .collect::<Result<Vec<_>, _>>()?;
    let mut app = register::open(&args.dir, &args.passphrase)?;
    if let Some(mapping) = &args.mapping {
        let text = fs::read_to_string(mapping)?;
        app.set_mapping(&text)
            .map_err(|_| Fail::Wrong(format!("--mapping {}: not a mapping", mapping.display())))?;
    }
    let mut preview = app.import_preview(&files, &mut progress())?;
    if let Some(fixes) = &args.fixes {
        let text = fs::read_to_string(fixes)?;
        preview = app.import_fixes(&preview.token, &text)?;
    }
    if args.update {
        preview = app.import_update(&preview.token, true)?;
    }
    if let Some(out) = &args.mapping_out {
        // A file written over would be a mapping somebody edited.
        if out.exists() {
            let out = out.display();
            return Err(Fail::Wrong(format!(
                "--mapping-out {out}: there is a file already"
            )));
        }
        fs::write(out, app.import_mapping(&preview.token)?)?;
    }
    let (report, updated) = if args.dry_run {
        (app.import_report(&preview.token)?, 0)
    } else {
        let done = app.import_commit(&preview.token, &mut progress())?;
        (done.report, done.result.updated)
    };
    if std::io::stderr().is_terminal() {
        eprintln!();
    }
    let text = serde_json::to_string_pretty(&report).unwrap_or_default();
    if let Some(out) = &args.report {
        fs::write(out, &text)?;
    }
    if json {
        say!("{text}");
    } else {
        let import = (!args.dry_run).then_some(report.import_id.as_str());
        let read = [report.persons, report.contacts, report.duplicates.len()];
        told(import, read, &preview, updated);
    }
    Ok(())
}

/// What happened, in words.
fn told(
    import: Option<&str>,
    [persons, contacts, pairs]: [usize; 3],
    preview: &ImportPreview,
    updated: u32,
) {
    match import {
        Some(id) => say!("import {id}"),
        None => say!("nothing was written"),
    }
    say!(
        "{persons} people and {contacts} family contacts read, {} of the people already in the register, {pairs} pairs that may be one person",
        preview.already_there
    );
    let doubtful = preview.problems_total.saturating_sub(preview.differing);
    if doubtful > 0 {
        say!("{doubtful} cells to look at; --report FILE lists them by row and column");
    }
    if updated > 0 {
        say!("{updated} people in the register were corrected from the sheets");
    } else if preview.differing > 0 {
        say!(
            "{} cells say something else than the register; --report FILE lists them, --update takes them over",
            preview.differing
        );
    }
}

fn undo(args: &Import, json: bool) -> Result<(), Fail> {
    let id = args
        .files
        .first()
        .and_then(|f| f.to_str())
        .unwrap_or_default();
    let mut app = register::open(&args.dir, &args.passphrase)?;
    let removed = app.import_undo(id)?;
    if json {
        say!("{}", json!({ "removed": removed }));
    } else {
        say!("{removed} persons removed");
    }
    Ok(())
}
