//! The list is that of the migrations.
use super::*;
use crate::store::migrations::SQLITE;
use std::collections::BTreeSet;

#[test]
fn the_list_is_what_the_migrations_make() {
    let conn = rusqlite::Connection::open_in_memory().expect("opens");
    for step in SQLITE {
        conn.execute_batch(step.sql).expect("runs");
    }
    let mut select = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
        .expect("prepares");
    let made: BTreeSet<String> = select
        .query_map([], |r| r.get(0))
        .expect("reads")
        .map(|r| r.expect("a name"))
        .collect();
    let listed: BTreeSet<String> = TABLES.iter().map(|t| t.name.to_owned()).collect();
    assert_eq!(listed, made, "a backup must not leave a table out");
    for table in TABLES {
        let sql = format!("SELECT name, type FROM pragma_table_info('{}')", table.name);
        let mut select = conn.prepare(&sql).expect("prepares");
        let made: Vec<(String, String)> = select
            .query_map([], |r| Ok((r.get(0)?, r.get(1)?)))
            .expect("reads")
            .map(|r| r.expect("a column"))
            .collect();
        let listed: Vec<(String, String)> = table
            .columns
            .iter()
            .map(|(name, kind)| {
                let kind = match kind {
                    Kind::Int => "INTEGER",
                    Kind::Text => "TEXT",
                    Kind::Bytes => "BLOB",
                };
                ((*name).to_owned(), kind.to_owned())
            })
            .collect();
        assert_eq!(listed, made, "columns of {}", table.name);
        for key in table.key.split(", ") {
            assert!(
                table.columns.iter().any(|(name, _)| *name == key),
                "{} is ordered by a column it has",
                table.name
            );
        }
    }
}

#[test]
fn no_two_rows_look_alike() {
    let of = |rows: &[Row]| {
        let mut adding = Adding::new(&TABLES[0]);
        rows.iter().for_each(|r| adding.row(r));
        adding.done()
    };
    let text = |t: &str| Value::Text(t.into());
    let all = [
        of(&[]),
        of(&[vec![text("ab"), Value::Int(1)]]),
        of(&[vec![text("a"), text("b"), Value::Int(1)]]),
        of(&[vec![Value::Bytes(b"ab".to_vec()), Value::Int(1)]]),
        of(&[vec![Value::Null, Value::Int(1)]]),
        of(&[vec![text(""), Value::Int(1)]]),
    ];
    for (n, one) in all.iter().enumerate() {
        for other in all.iter().skip(n + 1) {
            assert_ne!(one.hash, other.hash, "{one:?} and {other:?}");
        }
    }
}
