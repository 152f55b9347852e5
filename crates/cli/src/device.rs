//! `ugnay device`: the register's readers, and taking one out.

use crate::args::Passphrase;
use crate::fail::{Fail, say};
use crate::register;
use clap::Subcommand;
use serde_json::json;
use std::path::PathBuf;
use ugnay_app::dto::{DeviceList, DeviceRow, ReaderKindDto};

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Devices and recovery sheets that can read the register.
    List(List),
    /// Take a reader out, for good: after the next exchange it gets nothing new.
    Revoke(Revoke),
    /// Without any device or sheet left: show this new device's key to the desk and the custodians.
    RestoreOffer(List),
    /// Take in the cards of a restore release to this device.
    RestoreRelease(List),
}

#[derive(clap::Args)]
struct List {
    /// The register's folder.
    dir: PathBuf,
    #[command(flatten)]
    passphrase: Passphrase,
}

#[derive(clap::Args)]
struct Revoke {
    /// The register's folder.
    dir: PathBuf,
    /// The reader's id as `ugnay device list` shows it.
    id: String,
    /// Say that it cannot be undone; without it nothing happens.
    #[arg(long)]
    for_good: bool,
    #[command(flatten)]
    passphrase: Passphrase,
}

pub fn run(args: &Args, json: bool) -> Result<(), Fail> {
    match &args.command {
        Command::List(a) => {
            let list = register::open(&a.dir, &a.passphrase)?.devices()?;
            show(&list, json);
        }
        Command::Revoke(a) if a.for_good => {
            let list = register::open(&a.dir, &a.passphrase)?.revoke_device(&a.id)?;
            show(&list, json);
        }
        Command::RestoreOffer(a) => {
            let offer = register::open(&a.dir, &a.passphrase)?.restore_offer()?;
            if json {
                say!("{}", json!(offer));
            } else {
                say!(
                    "device {}\nsix words to compare: {}",
                    offer.device,
                    offer.six
                );
            }
        }
        Command::RestoreRelease(a) => {
            let back = register::open(&a.dir, &a.passphrase)?.restore_release()?;
            if json {
                say!("{}", json!(back));
            } else {
                let (persons, by) = (back.persons, back.custodians);
                say!("{persons} cards came back, by {by} custodians; exchange now");
            }
        }
        Command::Revoke(_) => {
            let why = "a revoked reader cannot come back; say so with --for-good";
            return Err(Fail::Wrong(why.into()));
        }
    }
    Ok(())
}

fn show(list: &DeviceList, json: bool) {
    if json {
        say!("{}", json!(list));
        return;
    }
    for row in &list.devices {
        say!("{}", line(row));
    }
    if let Some(due) = &list.epoch.due {
        say!("a new epoch is due at the next exchange ({due})");
    }
}

fn line(row: &DeviceRow) -> String {
    let kind = match row.kind {
        ReaderKindDto::Device => "device",
        ReaderKindDto::Sheet => "sheet",
    };
    let state = match (row.revoked_at, row.this_device) {
        (Some(_), _) => "revoked",
        (None, true) => "this device",
        (None, false) => "live",
    };
    format!("{}  {kind}  {state}  {}", row.id, row.label)
}
