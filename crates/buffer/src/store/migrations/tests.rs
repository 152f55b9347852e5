//! Both folders go in step and every file is compiled in.
use super::*;

fn files(folder: &str) -> Vec<String> {
    let dir = format!("{}/../../migrations/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .expect("the folder exists")
        .map(|f| {
            f.expect("readable")
                .file_name()
                .into_string()
                .expect("plain name")
        })
        .filter(|n| n.ends_with(".sql"))
        .collect();
    names.sort();
    names
}

#[test]
fn folders_and_lists_agree() {
    for (folder, list) in [("buffer-sqlite", SQLITE), ("buffer-postgres", POSTGRES)] {
        let listed: Vec<&str> = list.iter().map(|m| m.file).collect();
        assert_eq!(
            files(folder),
            listed,
            "a file that is not compiled in is never applied"
        );
        for (i, m) in list.iter().enumerate() {
            assert_eq!(m.number as usize, i + 1, "numbers run from 1 without gaps");
            assert!(
                m.file.starts_with(&format!("{:04}_", m.number)),
                "number in the name"
            );
        }
    }
    assert_eq!(
        files("buffer-sqlite"),
        files("buffer-postgres"),
        "the two backends have the same steps"
    );
}
