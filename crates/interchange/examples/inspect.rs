//! Shows what an import understands: `cargo run -p ugnay-interchange --example inspect -- FILE…`. Prints personal data.
//! With `--sum` first, one line without any: what `scripts/import-folder.sh` makes its table of.

use ugnay_interchange::{ImportOptions, Mapping, SourceFile, preview};

fn main() {
    let mut paths: Vec<String> = std::env::args().skip(1).collect();
    let sum = paths.first().is_some_and(|p| p == "--sum");
    paths.retain(|p| p != "--sum");
    let read: Vec<(String, Vec<u8>)> = paths
        .iter()
        .filter_map(|p| {
            let name = p.rsplit('/').next().unwrap_or(p).to_owned();
            std::fs::read(p)
                .map(|b| (name, b))
                .map_err(|e| eprintln!("{p}: {e}"))
                .ok()
        })
        .collect();
    let files: Vec<SourceFile<'_>> = read
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    let options = ImportOptions {
        home: None,
        today: chrono::Utc::now().date_naive(),
        include_hidden: false,
    };
    match preview(&files, &Mapping::default(), &options, &mut |_| true) {
        Err(e) => println!("refused: {} ({})", e, e.code()),
        Ok(p) if sum => summary(&p),
        Ok(p) => show(&p),
    }
}

fn summary(p: &ugnay_interchange::Preview) {
    let report = &p.parsed.report;
    let problems: usize = report.rows.iter().map(|r| r.problems.len()).sum();
    let mut why: Vec<&str> = report
        .skipped
        .iter()
        .filter(|s| s.row == 0)
        .map(|s| s.reason)
        .collect();
    why.sort_unstable();
    why.dedup();
    println!(
        "{} persons, {} contacts, {} rows, {problems} flagged{}{}",
        report.persons,
        report.contacts,
        report.rows.len(),
        if why.is_empty() {
            ""
        } else {
            "; sheets left out: "
        },
        why.join(", ")
    );
}

fn show(p: &ugnay_interchange::Preview) {
    for s in &p.sheets {
        println!(
            "== {} {} rows {} header {:?} list {} barangay {:?}",
            s.file, s.sheet, s.rows, s.header_rows, s.is_list, s.barangay
        );
        for c in s
            .columns
            .iter()
            .filter(|c| !c.header.is_empty() || c.field.to_string() != "ignore")
        {
            println!(
                "   {} {:?} -> {} {}",
                c.letters,
                c.header,
                c.field,
                if c.confident { "" } else { "(guess)" }
            );
        }
    }
    for r in &p.parsed.report.rows {
        print!("{}!{} {:?}", r.sheet, r.row, r.kind);
        if let Some(x) = r.person_index.and_then(|i| p.parsed.persons.get(i)) {
            let birth = x.birth.map(|b| b.to_string()).unwrap_or_default();
            print!(
                " {} | {} | {} | {} {} {:?} {:?}",
                x.surname, x.given, x.middle, x.suffix, birth, x.sex, x.destination
            );
            print!(
                " {:?} {:?} {:?} {:?}",
                x.purok, x.barangay, x.occupation, x.employer
            );
            let phones = |l: &[ugnay_model::Phone]| {
                l.iter()
                    .map(|p| p.shown().to_owned())
                    .collect::<Vec<_>>()
                    .join(",")
            };
            print!(" [{}]", phones(&x.phones));
            for c in &x.contacts {
                print!(" <{} {:?} {}>", c.name, c.relation, phones(&c.phones));
            }
        }
        for q in &r.problems {
            print!(" !{}:{}:{}", q.column, q.code, q.detail);
        }
        println!();
    }
    for s in p
        .parsed
        .report
        .skipped
        .iter()
        .filter(|s| s.row == 0 || s.reason.contains("consent"))
    {
        println!("skipped {}!{} {}", s.sheet, s.row, s.reason);
    }
    println!(
        "persons {} contacts {}",
        p.parsed.report.persons, p.parsed.report.contacts
    );
}
