//! Writes every target's seeds as files, so that libFuzzer starts from what a parser accepts: `seeds FOLDER` makes
//! `FOLDER/TARGET/seed-N`. Must not run a target.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "seeds".into()));
    for target in ugnay_fuzz::targets() {
        let own = folder.join(target.name);
        std::fs::create_dir_all(&own)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            std::fs::write(own.join(format!("seed-{number}")), seed)?;
        }
    }
    Ok(())
}
