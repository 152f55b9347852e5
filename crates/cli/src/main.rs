//! `ugnay`: the same use cases from a terminal. Results on stdout, progress and messages on stderr;
//! exit 0 done, 1 the answer is "no", 2 the input or usage is wrong. Must hold no logic of its own.

mod app_file;
mod args;
mod bundle;
mod campaign;
mod campaigns;
mod custodian;
mod demo;
mod desk;
mod device;
mod exports;
mod fail;
mod federation;
mod interrupt;
mod line;
mod logs;
mod man;
mod meeting;
mod merging;
mod office;
mod paper;
mod party;
mod people;
mod person;
mod print;
mod register;
mod release;
mod retention;
mod sheets;
mod sync;

use args::{Cli, Command};
use clap::Parser;
use fail::Fail;
use std::process::ExitCode;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Fail::No) => ExitCode::from(1),
        Err(Fail::Wrong(message)) => {
            eprintln!("ugnay: {message}");
            ExitCode::from(2)
        }
    }
}

fn run(cli: Cli) -> Result<(), Fail> {
    let json = cli.json;
    match cli.command {
        Command::Demo(a) => demo::run(&a, json),
        Command::Register(a) => register::run(&a, json),
        Command::Import(a) => sheets::import(&a, json),
        Command::Export(a) => exports::export(&a, json),
        Command::Exports(a) => exports::list(&a, json),
        Command::Retention(a) => retention::run(&a, json),
        Command::Find(a) => people::find(&a, json),
        Command::Print(a) => print::run(&a, json),
        Command::Freshness(a) => meeting::freshness(&a, json),
        Command::Confirm(a) => meeting::confirm(&a, json),
        Command::Duplicates(a) => people::duplicates(&a, json),
        Command::Merge(a) => merging::merge(&a, json),
        Command::NotSame(a) => merging::not_same(&a, json),
        Command::Match(a) => people::match_list(&a, json),
        Command::Person(a) => person::run(&a, json),
        Command::Sync(a) => sync::run(&a, json),
        Command::Device(a) => device::run(&a, json),
        Command::Log(a) => logs::run(&a, json),
        Command::Bundle(a) => bundle::run(&a, json),
        Command::App(a) => app_file::run(&a, json),
        Command::Federation(a) => federation::run(&a, json),
        Command::Paper(a) => paper::run(&a, json),
        Command::Office(a) => office::run(&a, json),
        Command::Witness(a) => office::witness(&a, json),
        Command::Desk(a) => desk::run(&a, json),
        Command::Release(a) => release::run(&a, json),
        Command::Campaigns(a) => campaigns::run(&a, json),
        Command::Campaign(a) => campaign::run(&a, json),
        Command::Custodian(a) => custodian::run(&a, json),
        Command::Man(a) => man::run(&a, json),
    }
}
