//! Files good and bad: what is refused, and that nothing panics.

use std::io::Write as _;

use proptest::prelude::*;

use super::*;

fn file<'a>(name: &'a str, bytes: &'a [u8]) -> SourceFile<'a> {
    SourceFile { name, bytes }
}

fn open(name: &str, bytes: &[u8]) -> Result<Book, ImportError> {
    let f = file(name, bytes);
    read(f, sniff(f)?, &mut |_| true)
}

fn grid(text: &[u8]) -> Vec<(u32, Vec<String>)> {
    let book = open("a.csv", text).unwrap();
    book.sheets[0]
        .rows
        .iter()
        .map(|r| (r.number, r.cells.iter().map(|(_, c)| c.text()).collect()))
        .collect()
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_sheet_is_refused_by_its_content() {
    for (name, bytes, code) in [
        ("a.xlsx", &b""[..], "file_empty"),
        ("a.csv", b" \n ", "file_empty"),
        ("a.xlsx", b"\x89PNG\r\n\x1a\n0000", "file_not_a_sheet"),
        ("a.csv", b"%PDF-1.7", "file_not_a_sheet"),
        ("a.csv", b"{\"a\": 1}", "file_not_a_sheet"),
        ("a.xls", b"<html><table></table></html>", "file_not_a_sheet"),
        (
            "a.csv",
            b"\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f",
            "file_not_a_sheet",
        ),
        ("a.xlsx", b"PK\x03\x04 cut off", "file_damaged"),
        (
            "a.xls",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 cut off",
            "file_damaged",
        ),
    ] {
        let e = open(name, bytes).err().map(|e| e.code());
        assert_eq!(
            e,
            Some(code),
            "{name} with {:?} must be refused so",
            &bytes[..bytes.len().min(12)]
        );
    }
    let large = vec![b'a'; MAX_FILE_BYTES + 1];
    assert_eq!(
        open("a.csv", &large).err().map(|e| e.code()),
        Some("file_too_large"),
        "the limit is checked first"
    );
    let word = zipped(&[("word/document.xml", b"<a/>")]);
    assert_eq!(
        open("a.xlsx", &word).err().map(|e| e.code()),
        Some("file_not_a_sheet"),
        "a document is no sheet"
    );
}

#[test]
fn a_bomb_is_found_before_it_is_unpacked() {
    let spaces = vec![b' '; 3 * 1024 * 1024];
    let bomb = zipped(&[
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/sharedStrings.xml", &spaces),
    ]);
    assert!(
        bomb.len() < 64 * 1024,
        "it must be small while packed to be a test"
    );
    let kind = archive::kind_within(file("a.xlsx", &bomb), 1024 * 1024);
    assert_eq!(
        kind.err().map(|e| e.code()),
        Some("file_unpacks_too_large"),
        "counted while unpacking, not kept"
    );
    assert!(
        archive::kind_within(file("a.xlsx", &bomb), 4 * 1024 * 1024).is_ok(),
        "below the limit it is a workbook"
    );
}

#[test]
fn an_open_document_that_repeats_itself_is_refused_before_it_is_spread() {
    let sheet = |rows: u32, columns: u32| {
        let cell =
            "<table:table-cell office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";
        let empty = "<table:table-cell table:number-columns-repeated=";
        let xml = format!(
            "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\"><office:body><office:spreadsheet><table:table table:name=\"S\"><table:table-row>{empty}\"{columns}\"/>{cell}</table:table-row><table:table-row table:number-rows-repeated=\"{rows}\"/><table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
        );
        zipped(&[
            (
                "mimetype",
                b"application/vnd.oasis.opendocument.spreadsheet",
            ),
            (
                "META-INF/manifest.xml",
                b"<manifest:manifest xmlns:manifest=\"m\"/>",
            ),
            ("content.xml", xml.as_bytes()),
        ])
    };
    let refused = open("a.ods", &sheet(1_000_000, 16_000)).err();
    assert!(
        matches!(refused, Some(ImportError::TooManyCells { .. })),
        "two cells far apart would be a field of gigabytes"
    );
    let read = open("a.ods", &sheet(1_000, 300)).map(|b| b.sheets[0].rows.len());
    assert_eq!(read, Ok(2), "a wide and long sheet is read");
}

#[test]
fn a_cut_off_workbook_is_named_damaged() {
    let whole = crate::SAMPLE_WORKBOOK;
    for cut in [whole.len() / 4, whole.len() / 2, whole.len() - 10] {
        let e = open("a.xlsx", &whole[..cut]).err().map(|e| e.code());
        assert_eq!(e, Some("file_damaged"), "cut at {cut}");
    }
}

#[test]
fn a_sheet_of_huge_dimensions_costs_no_memory() {
    let mut far = rust_xlsxwriter::Workbook::new();
    let sheet = far.add_worksheet();
    sheet.write_string(0, 0, "x").unwrap();
    sheet.write_number(1_048_575, 1, 2.0).unwrap();
    sheet.write_number(1_048_575, 16_383, 1.0).unwrap();
    let book = open("a.xlsx", &far.save_to_buffer().unwrap()).unwrap();
    let numbers: Vec<u32> = book.sheets[0].rows.iter().map(|r| r.number).collect();
    assert_eq!(
        numbers,
        [1, 1_048_576],
        "rows are kept sparsely, the last column is beyond what is looked at"
    );
}

#[test]
fn text_in_all_encodings_and_delimiters() {
    let want = vec![
        (1, vec!["Pangalan".to_owned(), "Ñ".to_owned()]),
        (3, vec!["a, \"b\"\nc".to_owned(), "2".to_owned()]),
    ];
    let text = "Pangalan;Ñ\r\n\r\n\"a, \"\"b\"\"\nc\";2\r\n";
    let mut le = vec![0xFF, 0xFE];
    le.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let latin: Vec<u8> = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    for bytes in [
        text.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
        le,
        be,
        latin,
    ] {
        assert_eq!(
            grid(&bytes),
            want,
            "blank lines count as rows, quotes may hold anything"
        );
    }
    for (mark, text) in [
        ('\t', "a\tb\n1,5\t2\n"),
        ('|', "a|b\n1|2\n"),
        (',', "a,b\n1,2\n"),
    ] {
        assert_eq!(grid(text.as_bytes())[0].1, ["a", "b"], "delimiter {mark:?}");
    }
    assert_eq!(
        grid(b"sep=;\na;b\n")[0].1,
        ["a", "b"],
        "Excel's hint is not a row"
    );
}

#[test]
fn open_document_and_old_excel_are_read() {
    let content = br#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>
        <office:spreadsheet><table:table table:name="DITA"><table:table-row><table:table-cell office:value-type="string"><text:p>Pangalan</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell office:value-type="date" office:date-value="1990-05-03"><text:p>x</text:p></table:table-cell></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>"#;
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let manifest = br#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    let ods = zipped(&[
        ("mimetype", mimetype),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content),
    ]);
    let book = open("a.ods", &ods).unwrap();
    assert_eq!(book.sheets[0].rows[0].text(0), "Pangalan", "a text cell");
    assert!(
        book.sheets[0].rows[1].text(0).starts_with("1990-05-03"),
        "a date cell"
    );
    let xls = include_bytes!("../../../../tests/fixtures/import/calamine_date.xls");
    let book = open("misnamed.csv", xls).unwrap();
    assert!(
        book.sheets[0]
            .rows
            .iter()
            .any(|r| matches!(r.cells.first(), Some((_, Cell::Date(_))))),
        "by content, not by name"
    );
    let locked = include_bytes!("../../../../tests/fixtures/import/calamine_pass_protected.xlsx");
    assert_eq!(
        open("a.xlsx", locked).err().map(|e| e.code()),
        Some("file_password_protected"),
        "said plainly"
    );
}

#[test]
fn reading_can_be_cancelled() {
    let text = "a,b\n".repeat(5_000);
    let f = file("a.csv", text.as_bytes());
    let mut calls = 0;
    let got = read(f, Kind::Text, &mut |_| {
        calls += 1;
        calls < 3
    });
    assert_eq!(got.err(), Some(ImportError::Cancelled), "a false stops it");
}

#[test]
fn column_letters() {
    assert_eq!(
        [0, 25, 26, 701, 702].map(letters),
        ["A", "Z", "AA", "ZZ", "AAA"],
        "as a spreadsheet shows them"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _ = open("a", &bytes);
    }
    #[test]
    fn a_damaged_workbook_is_read_or_refused(at in 0usize..70_000, value in any::<u8>(), len in 1usize..40) {
        let mut bytes = crate::SAMPLE_WORKBOOK.to_vec();
        let end = (at + len).min(bytes.len());
        for b in bytes.get_mut(at..end).unwrap_or_default() {
            *b ^= value;
        }
        let _ = open("a.xlsx", &bytes);
    }
}
