//! What the commands of all parties without a register have in common: folder, passphrase, joining a federation.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::paper::{read, write_new};
use crate::register::read_passphrase;
use clap::Args;
use serde_json::json;
use std::path::{Path, PathBuf};
use ugnay_app::dto::AppError;
use ugnay_app::party::Home;

/// A party's folder.
#[derive(Args)]
pub struct At {
    /// The party's folder.
    pub dir: PathBuf,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

impl At {
    /// The passphrase of an existing folder.
    pub fn passphrase(&self) -> Result<String, Fail> {
        read_passphrase(&self.passphrase, false)
    }

    /// A passphrase for a new folder.
    pub fn new_passphrase(&self) -> Result<String, Fail> {
        read_passphrase(&self.passphrase, true)
    }
}

/// A party's folder and one of the things it keeps there.
#[derive(Args)]
pub struct One {
    #[command(flatten)]
    pub at: At,
    /// Its id; the first eight digits are enough.
    pub id: String,
}

/// A party's folder and the name it is made with.
#[derive(Args)]
pub struct Named {
    #[command(flatten)]
    pub at: At,
    /// The organisation's or the desk's name, as printed on its letters. Never a person's.
    #[arg(long)]
    pub name: String,
}

/// A party's folder and a file it writes.
#[derive(Args)]
pub struct Written {
    #[command(flatten)]
    pub at: At,
    #[command(flatten)]
    pub out: Out,
}

/// Makes a party in a new folder, under a new passphrase.
pub fn create<T>(
    at: &At,
    json: bool,
    make: impl FnOnce(&Path, &str) -> Result<T, AppError>,
) -> Result<(), Fail> {
    make(&at.dir, at.new_passphrase()?.as_str())?;
    done(json);
    Ok(())
}

/// Joining a federation, or saying where its buffer is now.
#[derive(Args)]
pub struct Join {
    #[command(flatten)]
    pub at: At,
    /// The genesis.
    #[arg(long, value_name = "FILE")]
    pub genesis: PathBuf,
    /// The six words, as those who founded it say them; without them they are shown and nothing is joined.
    #[arg(long, default_value = "")]
    pub words: String,
    /// The buffer's address.
    #[arg(long, value_name = "URL")]
    pub buffer: String,
    #[command(flatten)]
    pub line: crate::line::Line,
}

/// Pins a federation.
pub fn join(home: &mut Home, a: &Join, json: bool) -> Result<(), Fail> {
    let pinned = home.pin(&read(&a.genesis)?, &a.words);
    if let Err(AppError {
        detail: Some(detail),
        ..
    }) = &pinned
        && let Some(words) = detail.strip_prefix("compare:")
    {
        if json {
            say!("{}", json!({ "joined": false, "compare": words }));
        } else {
            say!("compare these six words with those who founded it, then give them with --words:");
            say!("{words}");
        }
        return Err(Fail::No);
    }
    pinned?;
    if let Some(socks) = &a.line.socks {
        home.use_socks(socks)?;
    }
    home.use_buffer(&a.buffer, a.line.pem()?.as_deref())?;
    if json {
        say!("{}", json!({ "joined": true }));
    } else {
        say!("joined");
    }
    Ok(())
}

/// A file to write.
#[derive(Args)]
pub struct Out {
    /// The new file.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

impl Out {
    /// Writes it and says so.
    pub fn write(&self, bytes: &[u8], json: bool) -> Result<(), Fail> {
        write_new(&self.out, bytes)?;
        if json {
            say!("{}", json!({ "file": self.out }));
        } else {
            say!("{}", self.out.display());
        }
        Ok(())
    }
}

/// Says that something is done.
pub fn done(json: bool) {
    if json {
        say!("{}", json!({ "done": true }));
    } else {
        say!("done");
    }
}
