//! OpenDocument sheets before they are read: merged areas, sizes, ends.

use std::io::Write;

use super::*;
use crate::book::{self, Book};

fn packed(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn read(tables: &str) -> Result<Book, ImportError> {
    let bytes = packed(tables);
    let file = SourceFile {
        name: "a.ods",
        bytes: &bytes,
    };
    book::read(file, book::sniff(file)?, &mut |_| true)
}

fn text(words: &str, more: &str) -> String {
    format!(
        "<table:table-cell office:value-type=\"string\"{more}><text:p>{words}</text:p></table:table-cell>"
    )
}

#[test]
fn merged_areas_are_known() {
    let household = text(
        "Cruz",
        " table:number-rows-spanned=\"2\" table:number-columns-spanned=\"1\"",
    );
    let tables = format!(
        "<table:table table:name=\"DITA &amp; ILOG\"><table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
         <table:table-row>{}{}</table:table-row>\
         <table:table-row>{household}{}</table:table-row><table:table-row><table:covered-table-cell/>{}</table:table-row></table:table>\
         <table:table table:name=\"other\"><table:table-row>{}</table:table-row></table:table>",
        text("Apelyido", ""),
        text("Pangalan", ""),
        text("Ana", ""),
        text("Liza", ""),
        text("x", "")
    );
    let book = read(&tables).expect("a workbook");
    assert_eq!(
        book.sheets[0].merges,
        [Merge {
            rows: (5, 6),
            columns: (0, 0)
        }],
        "by its place on the sheet, empty rows above counted"
    );
    let bytes = packed(&tables);
    let file = SourceFile {
        name: "a.ods",
        bytes: &bytes,
    };
    let options = crate::ImportOptions {
        home: None,
        today: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).unwrap(),
        include_hidden: false,
    };
    let read = crate::preview(&[file], &crate::Mapping::default(), &options, &mut |_| true);
    let read = read.expect("a list");
    let names: Vec<(&str, &str)> = read
        .parsed
        .persons
        .iter()
        .map(|p| (p.surname.as_str(), p.given.as_str()))
        .collect();
    assert_eq!(
        names,
        [("Cruz", "Ana"), ("Cruz", "Liza")],
        "a household merged downwards is filled in"
    );
    assert!(book.sheets[1].merges.is_empty(), "of its own sheet only");
    assert_eq!(
        book.sheets[0].rows[1].text(0),
        "Cruz",
        "where the merged cell stands"
    );
}

#[test]
fn a_table_without_an_end_is_refused() {
    for tables in [
        "<table:table table:name=\"A\"><table:table-row>",
        "<table:table table:name=\"A\"></office:spreadsheet>",
        "</table:table>",
    ] {
        assert_eq!(
            read(tables).err().map(|e| e.code()),
            Some("file_damaged"),
            "{tables} would be read for ever"
        );
    }
}

#[test]
fn much_text_from_little_is_refused() {
    let spaces = "<text:s text:c=\"4000000000\"/>";
    let long = "x".repeat(20_000);
    for tables in [
        format!(
            "<table:table table:name=\"A\"><table:table-row>{}</table:table-row></table:table>",
            text(spaces, "")
        ),
        format!(
            "<table:table table:name=\"A\"><table:table-row>{}</table:table-row></table:table>",
            text(&long, " table:number-columns-repeated=\"10000\"")
        ),
    ] {
        assert_eq!(
            read(&tables).err().map(|e| e.code()),
            Some("file_too_many_cells"),
            "refused before it is written out"
        );
    }
}
