//! The command line's shape (help texts included).

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Registers of emigrants and their families, kept by villages, sealed from everybody else.
#[derive(Parser)]
#[command(name = "ugnay", version, about)]
pub struct Cli {
    /// Print exactly one JSON document on stdout.
    #[arg(long, global = true)]
    pub json: bool,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// The main job on loopback with real parts, from a messy sheet to a closed release.
    Demo(Demo),
    /// Make a register.
    Register(Register),
    /// Bring sheets in, or take an import back.
    Import(Import),
    /// Write the register out.
    Export(crate::exports::Export),
    /// What was given out of the register, on any of its devices.
    Exports(crate::exports::Exports),
    /// How long entries are kept unseen, and who is past it.
    Retention(crate::retention::Retention),
    /// Find persons, however they are spelt.
    Find(Find),
    /// The campaigns and drills a register knows of; their ids are for `print calls`.
    Campaigns(crate::campaigns::Campaigns),
    /// Write a sheet to print: meeting, calls, card, consent, plan.
    Print(crate::print::Print),
    /// How fresh the register is, and whose numbers may be wrong.
    Freshness(crate::meeting::Freshness),
    /// Say that somebody's entry is right, today.
    Confirm(crate::meeting::Confirm),
    /// Likely duplicates, best first.
    Duplicates(Duplicates),
    /// Say that two entries are one person, or take that back.
    Merge(crate::merging::Merge),
    /// Say that two entries are two persons; it is remembered on every device.
    NotSame(crate::merging::NotSame),
    /// Match a list against the register.
    Match(Match),
    /// One person: the entry, what they agreed to, erasing.
    Person(crate::person::Args),
    /// Exchange sealed changes with the buffer.
    Sync(Sync),
    /// Who can read a register, and taking a reader out.
    Device(crate::device::Args),
    /// The public log.
    Log(crate::logs::Args),
    /// Carry changes as a file, where there is no line.
    Bundle(crate::bundle::Args),
    /// The app itself: whether a file may be installed.
    App(crate::app_file::AppFile),
    /// Found a federation by files, and change its policy or roster.
    Federation(crate::federation::Args),
    /// Read papers before they are signed, and join signed copies.
    Paper(crate::paper::Args),
    /// The ticket office: invitations and tickets.
    Office(crate::office::Args),
    /// An outside witness of the log.
    Witness(crate::office::WitnessArgs),
    /// A crisis desk: its officers, its card, what they sign.
    Desk(crate::desk::Args),
    /// A release, from the request to the review.
    Release(crate::release::Args),
    /// A campaign: a call to every register.
    Campaign(crate::campaign::Args),
    /// A custodian organisation: keys, founding, exchange, decisions, hand-over.
    Custodian(crate::custodian::Args),
    /// The manual, as pages for `man`.
    Man(crate::man::Args),
}

/// How a passphrase comes in: a file's first line or a prompt, never an argument.
#[derive(Args)]
pub struct Passphrase {
    /// File whose first line is the passphrase; without it you are asked.
    #[arg(long, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Args)]
pub struct Demo {
    /// Folder for registers and buffer; a temporary one that is deleted, if not given.
    #[arg(long)]
    pub dir: Option<PathBuf>,
    /// The sheet to bring in; the shipped sample with invented people, if not given.
    #[arg(long, value_name = "FILE")]
    pub sheet: Option<PathBuf>,
    /// Keep the folder.
    #[arg(long)]
    pub keep: bool,
}

#[derive(Args)]
pub struct Register {
    #[command(subcommand)]
    pub command: RegisterCommand,
}

#[derive(Subcommand)]
pub enum RegisterCommand {
    /// Make a register in a new folder.
    Create(RegisterCreate),
    /// Join a federation with twelve words that were handed over in person.
    Join(RegisterJoin),
    /// Give the register new keys at the next exchange: a new epoch, under which everything is sent again.
    Rotate(RegisterRotate),
}

#[derive(Args)]
pub struct RegisterRotate {
    /// The register's folder.
    pub dir: PathBuf,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct RegisterJoin {
    /// The register's folder.
    pub dir: PathBuf,
    /// File with the twelve words.
    #[arg(long, value_name = "FILE")]
    pub words_file: PathBuf,
    /// The six words, as who invited says them; without them they are shown and nothing is joined.
    #[arg(long, default_value = "")]
    pub words: String,
    /// The buffer's address.
    #[arg(long, value_name = "URL")]
    pub buffer: String,
    #[command(flatten)]
    pub line: crate::line::Line,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct RegisterCreate {
    /// The new folder.
    pub dir: PathBuf,
    /// PSGC code (10 digits) of the barangay or municipality.
    #[arg(long)]
    pub place: String,
    /// Label on the unlock screen; the place's name, if not given.
    #[arg(long, default_value = "")]
    pub label: String,
    /// The officer's name, kept inside.
    #[arg(long, default_value = "")]
    pub officer: String,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct Import {
    /// The register's folder.
    pub dir: PathBuf,
    /// Sheets to bring in; with --undo, the import's id.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// Write nothing, only report.
    #[arg(long)]
    pub dry_run: bool,
    /// What columns mean, as JSON by the sheet's shape (docs/COMMANDS.md).
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Write what columns are taken for here, as JSON to edit and give to --mapping.
    #[arg(long, value_name = "FILE")]
    pub mapping_out: Option<PathBuf>,
    /// Cells to read otherwise, as JSON: a list, or an earlier import report.
    #[arg(long, value_name = "FILE")]
    pub fixes: Option<PathBuf>,
    /// Take over what the sheets say of people who are in the register already; without it what differs is only reported.
    #[arg(long)]
    pub update: bool,
    /// Write the import report here.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Take a whole import back.
    #[arg(long)]
    pub undo: bool,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct Find {
    /// The register's folder.
    pub dir: PathBuf,
    /// Name, nickname, contact, phone, place; misspelt is fine.
    pub query: String,
    /// At most so many.
    #[arg(long, default_value_t = 10)]
    pub limit: u32,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct Duplicates {
    /// The register's folder.
    pub dir: PathBuf,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct Match {
    /// The register's folder.
    pub dir: PathBuf,
    /// A manifest: any sheet with names.
    pub list: PathBuf,
    /// Write the result here as JSON too.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub passphrase: Passphrase,
}

#[derive(Args)]
pub struct Sync {
    /// The register's folder.
    pub dir: PathBuf,
    /// The buffer's address.
    #[arg(long, value_name = "URL")]
    pub buffer: String,
    #[command(flatten)]
    pub line: crate::line::Line,
    #[command(flatten)]
    pub passphrase: Passphrase,
}
