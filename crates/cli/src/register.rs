//! `ugnay register`, and opening a register for the other commands.

use crate::args::{
    Passphrase, Register, RegisterCommand, RegisterCreate, RegisterJoin, RegisterRotate,
};
use crate::fail::{Fail, say};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use ugnay_app::dto::{AppError, CreateRegister, JoinFederation};
use ugnay_app::{App, Env};

pub fn run(args: &Register, json: bool) -> Result<(), Fail> {
    match &args.command {
        RegisterCommand::Create(c) => create(c, json),
        RegisterCommand::Join(j) => join(j, json),
        RegisterCommand::Rotate(r) => rotate(r, json),
    }
}

/// Asks for a new epoch; the next exchange begins it.
fn rotate(args: &RegisterRotate, json: bool) -> Result<(), Fail> {
    let mut app = open(&args.dir, &args.passphrase)?;
    app.start_new_epoch()?;
    let due = app.devices()?.epoch.due;
    if json {
        say!("{}", json!({ "due": due }));
    } else {
        say!("new keys at the next exchange");
    }
    Ok(())
}

fn create(args: &RegisterCreate, json: bool) -> Result<(), Fail> {
    let (root, name) = split(&args.dir)?;
    let passphrase = read_passphrase(&args.passphrase, true)?;
    let mut app = App::new(&root, Env::system());
    let input = CreateRegister {
        place: args.place.clone(),
        label: args.label.clone(),
        officer: args.officer.clone(),
        passphrase,
    };
    app.create_named(&name, &input, false)?;
    let id = app.register_id()?;
    if json {
        say!("{}", json!({ "register_id": id }));
    } else {
        say!("{id}");
    }
    Ok(())
}

/// Opens the register in `dir`.
pub fn open(dir: &Path, passphrase: &Passphrase) -> Result<App, Fail> {
    let (root, name) = split(dir)?;
    let passphrase = read_passphrase(passphrase, false)?;
    let mut app = App::new(&root, Env::system());
    app.unlock(&name, &passphrase)?;
    Ok(app)
}

/// The folder that holds a register's folder, and the latter's name.
pub fn split(dir: &Path) -> Result<(PathBuf, String), Fail> {
    let wrong = || Fail::Wrong(format!("{} cannot be a register's folder", dir.display()));
    let full = std::path::absolute(dir)?;
    let name = full
        .file_name()
        .and_then(|n| n.to_str())
        .ok_or_else(wrong)?
        .to_owned();
    let root = full.parent().ok_or_else(wrong)?.to_owned();
    Ok((root, name))
}

/// Reads a passphrase from a file or a prompt; a new one is typed twice.
pub fn read_passphrase(from: &Passphrase, new: bool) -> Result<String, Fail> {
    if let Some(file) = &from.passphrase_file {
        let text = fs::read_to_string(file).map_err(|e| {
            Fail::Wrong(format!(
                "--passphrase-file {}: {}",
                file.display(),
                e.kind()
            ))
        })?;
        let line = text.lines().next().unwrap_or_default().to_owned();
        return if line.is_empty() {
            Err(Fail::Wrong(format!(
                "--passphrase-file {}: the first line is empty",
                file.display()
            )))
        } else {
            Ok(line)
        };
    }
    let typed = rpassword::prompt_password("Passphrase: ")?;
    if new && rpassword::prompt_password("Again: ")? != typed {
        return Err(Fail::Wrong("the two passphrases differ".into()));
    }
    Ok(typed)
}

fn join(args: &RegisterJoin, json: bool) -> Result<(), Fail> {
    let words = fs::read_to_string(&args.words_file).map_err(|e| {
        let file = args.words_file.display();
        Fail::Wrong(format!("--words-file {file}: {}", e.kind()))
    })?;
    let mut app = open(&args.dir, &args.passphrase)?;
    if let Some(pem) = args.line.pem()? {
        app.pin_certificate(&pem)?;
    }
    if let Some(socks) = &args.line.socks {
        app.use_socks(socks)?;
    }
    let joined = app.join_federation(&JoinFederation {
        buffer: args.buffer.clone(),
        words: words.trim().to_owned(),
        fingerprint: args.words.clone(),
    });
    if let Err(AppError {
        detail: Some(detail),
        ..
    }) = &joined
        && let Some(words) = detail.strip_prefix("compare:")
    {
        if json {
            say!("{}", json!({ "joined": false, "compare": words }));
        } else {
            say!("compare these six words with who invited you, then give them with --words:");
            say!("{words}");
        }
        return Err(Fail::No);
    }
    joined?;
    if json {
        say!("{}", json!({ "joined": true }));
    } else {
        say!("joined; the next exchange asks for the ticket");
    }
    Ok(())
}
