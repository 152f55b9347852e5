//! Build script of the use cases: joins the catalogue's files of each language (`ui/src/i18n/LANGUAGE/*.ftl`) into one text,
//! which [`catalogue`](src/catalogue.rs) hands out. A file that is added there is in it; nothing is listed twice.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Words the interface does not load: the buffer's public page and printed sheets read these themselves.
const ELSEWHERE: [&str; 3] = ["transparency.ftl", "paper.ftl", "sheets.ftl"];

fn main() -> io::Result<()> {
    let source = Path::new("../../ui/src/i18n");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?);
    println!("cargo:rerun-if-changed={}", source.display());
    for entry in fs::read_dir(source)? {
        let folder = entry?.path();
        let Some(language) = folder.file_name().filter(|_| folder.is_dir()) else {
            continue;
        };
        let mut target = out.join(language);
        target.set_extension("ftl");
        fs::write(target, joined(&folder)?)?;
    }
    Ok(())
}

/// All messages of a language, without comments, file after file by name.
fn joined(folder: &Path) -> io::Result<String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|entry| entry.map(|e| e.path()))
        .collect::<io::Result<_>>()?;
    files.retain(|file| {
        file.extension().is_some_and(|e| e == "ftl")
            && !ELSEWHERE.iter().any(|name| file.ends_with(name))
    });
    files.sort();
    let mut text = String::new();
    for file in files {
        for line in fs::read_to_string(file)?.lines() {
            if !line.starts_with('#') && !line.trim().is_empty() {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    Ok(text)
}
