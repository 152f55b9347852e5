//! `ugnay man`: the manual, made from the same definitions as the help. Owns nothing of what it says.

use crate::args::Cli;
use crate::fail::{Fail, say};
use clap::CommandFactory;
use clap_mangen::Man;
use serde_json::json;
use std::path::{Path, PathBuf};

/// The manual's pages.
#[derive(clap::Args)]
pub struct Args {
    /// Write the page of every command into this folder (`man -l FILE` shows one); without it the first page is printed.
    #[arg(long)]
    out: Option<PathBuf>,
}

pub fn run(a: &Args, json: bool) -> Result<(), Fail> {
    let program = Cli::command().disable_help_subcommand(true);
    let Some(dir) = &a.out else {
        let mut page = Vec::new();
        Man::new(program).render(&mut page)?;
        let page = String::from_utf8_lossy(&page);
        if json {
            say!("{}", json!({ "page": page }));
        } else {
            say!("{page}");
        }
        return Ok(());
    };
    std::fs::create_dir_all(dir).map_err(|e| unwritten(dir, &e))?;
    clap_mangen::generate_to(program, dir).map_err(|e| unwritten(dir, &e))?;
    let pages = std::fs::read_dir(dir).map_err(|e| unwritten(dir, &e))?;
    let pages = pages.count();
    if json {
        say!("{}", json!({ "pages": pages }));
    } else {
        say!("{pages} pages in {}", dir.display());
    }
    Ok(())
}

fn unwritten(dir: &Path, e: &std::io::Error) -> Fail {
    Fail::Wrong(format!("{}: {e}", dir.display()))
}
