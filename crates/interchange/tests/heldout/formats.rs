//! Sheets as bytes of the formats offices keep them in. Knows nothing of the reader.

use std::io::Write as _;

use super::sheet::Grid;
use super::typing::Typed;

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Format {
    Xlsx,
    Ods,
    Comma,
    SemicolonBom,
    Windows,
    Utf16Little,
    Utf16Big,
    Tabs,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Xlsx,
        Self::Ods,
        Self::Comma,
        Self::SemicolonBom,
        Self::Windows,
        Self::Utf16Little,
        Self::Utf16Big,
        Self::Tabs,
    ];
    pub fn workbook(self) -> bool {
        matches!(self, Self::Xlsx | Self::Ods)
    }
    pub fn ending(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Ods => "ods",
            Self::Tabs => "tsv",
            _ => "csv",
        }
    }
    pub fn bytes(self, sheets: &[Grid]) -> Vec<u8> {
        let first = &sheets[0];
        match self {
            Self::Xlsx => xlsx(sheets),
            Self::Ods => ods(sheets),
            Self::Comma => text(first, ',').into_bytes(),
            Self::SemicolonBom => format!("\u{feff}{}", text(first, ';')).into_bytes(),
            Self::Tabs => text(first, '\t').into_bytes(),
            Self::Windows => encoding_rs::WINDOWS_1252
                .encode(&text(first, ',').replace('〃', "\"\"\"\""))
                .0
                .into_owned(),
            Self::Utf16Little => utf16(&text(first, '\t'), u16::to_le_bytes),
            Self::Utf16Big => utf16(&text(first, ','), u16::to_be_bytes),
        }
    }
}

fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    format!("\u{feff}{text}")
        .encode_utf16()
        .flat_map(bytes)
        .collect()
}

pub fn said(cell: &Typed) -> String {
    match cell {
        Typed::Nothing => String::new(),
        Typed::Text(t) => t.clone(),
        Typed::Number(n) => format!("{n}"),
        Typed::Day(d) => d.format("%m/%d/%Y").to_string(),
    }
}

fn text(grid: &Grid, between: char) -> String {
    let cell = |c: &Typed| {
        let t = said(c);
        if t.contains([between, '"', '\n']) {
            format!("\"{}\"", t.replace('"', "\"\""))
        } else {
            t
        }
    };
    let rows = grid.rows.iter().map(|r| {
        r.iter()
            .map(cell)
            .collect::<Vec<_>>()
            .join(&between.to_string())
    });
    rows.map(|r| r + "\r\n").collect()
}

fn xlsx(sheets: &[Grid]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let day = rust_xlsxwriter::Format::new().set_num_format("mm/dd/yyyy");
    let plain = rust_xlsxwriter::Format::new();
    for grid in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(&grid.name).expect("a name");
        sheet.set_hidden(grid.hidden);
        for m in &grid.merges {
            let [r, c, r2, c2] = *m;
            sheet
                .merge_range(r as u32, c as u16, r2 as u32, c2 as u16, "", &plain)
                .expect("merges");
        }
        for (r, row) in (0u32..).zip(&grid.rows) {
            for (c, cell) in (0u16..).zip(row) {
                match cell {
                    Typed::Nothing => continue,
                    Typed::Text(t) => sheet.write_string(r, c, t),
                    Typed::Number(n) => sheet.write_number(r, c, *n),
                    Typed::Day(d) => sheet.write_datetime_with_format(
                        r,
                        c,
                        rust_xlsxwriter::ExcelDateTime::parse_from_str(&d.to_string())
                            .expect("a day"),
                        &day,
                    ),
                }
                .expect("in range");
            }
        }
    }
    book.save_to_buffer().expect("it fits")
}

fn escaped(t: &str) -> String {
    t.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('\n', "</text:p><text:p>")
}

fn ods(sheets: &[Grid]) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\"><office:automatic-styles><style:style style:name=\"h\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>",
    );
    for grid in sheets {
        let style = if grid.hidden {
            " table:style-name=\"h\""
        } else {
            ""
        };
        xml.push_str(&format!(
            "<table:table table:name=\"{}\"{style}>",
            escaped(&grid.name)
        ));
        for (r, row) in grid.rows.iter().enumerate() {
            xml.push_str("<table:table-row>");
            for (c, cell) in row.iter().enumerate() {
                xml.push_str(&ods_cell(grid, (r, c), cell));
            }
            xml.push_str("</table:table-row>");
        }
        xml.push_str("</table:table>");
    }
    xml.push_str("</office:spreadsheet></office:body></office:document-content>");
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let parts = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>",
        ),
        ("content.xml", &xml),
    ];
    for (name, text) in parts {
        zip.start_file(name, options).expect("a part");
        zip.write_all(text.as_bytes()).expect("in memory");
    }
    zip.finish().expect("a file").into_inner()
}

fn ods_cell(grid: &Grid, (r, c): (usize, usize), cell: &Typed) -> String {
    let inside = |m: &&[usize; 4]| m[0] <= r && r <= m[2] && m[1] <= c && c <= m[3];
    let merge = grid.merges.iter().find(inside);
    let (element, spans) = match merge {
        Some(m) if (m[0], m[1]) == (r, c) => (
            "table-cell",
            format!(
                " table:number-columns-spanned=\"{}\" table:number-rows-spanned=\"{}\"",
                m[3] - m[1] + 1,
                m[2] - m[0] + 1
            ),
        ),
        Some(_) => ("covered-table-cell", String::new()),
        None => ("table-cell", String::new()),
    };
    let (value, text) = match cell {
        Typed::Nothing => return format!("<table:{element}{spans}/>"),
        Typed::Text(t) => ("office:value-type=\"string\"".to_owned(), t.clone()),
        Typed::Number(n) => (
            format!("office:value-type=\"float\" office:value=\"{n}\""),
            said(cell),
        ),
        Typed::Day(d) => (
            format!("office:value-type=\"date\" office:date-value=\"{d}\""),
            said(cell),
        ),
    };
    format!(
        "<table:{element}{spans} {value}><text:p>{}</text:p></table:{element}>",
        escaped(&text)
    )
}
