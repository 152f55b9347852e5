//! Malformed files, a fixed number for every format, the same on every machine: read or refused, never a panic, never
//! much memory. `MALFORMED=1000000` asks for a million of each; `MALFORMED_ONLY=csv` for one format; `MALFORMED_FROM=400000`
//! goes on where a run was stopped (inputs are numbered; each ten thousand have a seed of their own).
//! `cargo test --release -p ugnay-interchange --test malformed -- --nocapture` prints figures.

#[path = "../../../tests/fuzz/src/mutate.rs"]
mod mutate;

use std::io::{Cursor, Read, Write};
use std::time::Instant;

use mutate::Mutator;
use peak_alloc::PeakAlloc;
use ugnay_interchange::{ImportOptions, Mapping, SourceFile, preview};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Inputs per format without `MALFORMED`.
const INPUTS: u32 = 300;
/// Inputs that come from one seed.
const CHUNK: u32 = 10_000;
/// A line with figures after so many.
const TOLD: u32 = 100_000;
/// What reading one file may hold at once: this much, and this many times its size.
const BASE: usize = 24 << 20;
const TIMES: usize = 400;

const CSV: &str = "MUNICIPALITY OF CUENCA\nNo.,Apelyido,Pangalan,Petsa ng Kapanganakan,Bansa,CP No.,Contact Person,Relasyon,Contact No.\nPUROK 1\n1,DELA CRUZ,Ma. Theresa,05/12/1965,K.S.A.,0917 555 1234 / +966 50 123 4567,Pedro,asawa,0918 555 1234\n2,\"PE\u{d1}A\",Juan P. Jr.,33500,Dubai,\"\",\"\",nanay,(043) 756-1234\n,TOTAL,2\n";
const VCF: &str = "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Cruz;Ana;P.;;Jr.\r\nFN:Ana Cruz\r\nBDAY:19900503\r\nTEL;TYPE=cell:+63 917 555 1234\r\nADR:;;Purok 1;Cuenca;Batangas;4222;Philippines\r\nRELATED;TYPE=spouse:Pedro\r\nNOTE;ENCODING=QUOTED-PRINTABLE:ni=C3=B1o=\r\n more\r\nEND:VCARD\r\n";
const PFIF: &str = "<?xml version=\"1.0\"?><pfif:pfif xmlns:pfif=\"http://zesty.ca/pfif/1.4\"><pfif:person><pfif:person_record_id>x/1</pfif:person_record_id><pfif:full_name>Juan Pe&#241;a</pfif:full_name><pfif:date_of_birth>1990-05</pfif:date_of_birth><pfif:home_city>Cuenca</pfif:home_city><pfif:author_phone>0917 600 1234</pfif:author_phone><pfif:note><pfif:text><![CDATA[ok]]></pfif:text></pfif:note></pfif:person></pfif:pfif>";
const ODS: &str = "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"DITA\"><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Name</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>Birthday</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type=\"string\"><text:p>Cruz, Ana P.</text:p></table:table-cell><table:table-cell office:value-type=\"date\" office:date-value=\"1990-05-03\"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";

/// Parts of a container by name.
type Parts = Vec<(String, Vec<u8>)>;

/// A format under attack: how a mutated piece becomes a file.
struct Format {
    name: &'static str,
    file: &'static str,
    seeds: Vec<Vec<u8>>,
    /// The other parts of the container the piece goes into, and its own place in it.
    container: Option<(Parts, usize)>,
    /// A file read with it.
    beside: Option<(&'static str, &'static str)>,
}

fn parts(bytes: &[u8]) -> Parts {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("a container of ours");
    let all = 0..zip.len();
    all.map(|i| {
        let mut part = zip.by_index(i).expect("a part");
        let name = part.name().expect("a name").to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its content");
        (name, content)
    })
    .collect()
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored =
        zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name.as_str(), stored).expect("in memory");
        zip.write_all(content).expect("in memory");
    }
    zip.finish().expect("in memory").into_inner()
}

/// A small workbook with a title, a merged household, a date, a hidden sheet.
fn xlsx() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    for hidden in [false, true] {
        let sheet = book.add_worksheet();
        sheet.set_hidden(hidden);
        sheet.write_string(0, 0, "OFW MASTERLIST").expect("a cell");
        for (c, title) in ["Apelyido", "Pangalan", "Birthday", "Bansa"]
            .into_iter()
            .enumerate()
        {
            sheet.write_string(1, c as u16, title).expect("a cell");
        }
        let plain = rust_xlsxwriter::Format::new();
        sheet
            .merge_range(2, 0, 3, 0, "Cruz", &plain)
            .expect("a merge");
        sheet.write_string(2, 1, "Ana").expect("a cell");
        sheet.write_string(3, 1, "Ben").expect("a cell");
        sheet.write_number(2, 2, 33_000.0).expect("a cell");
        sheet.write_string(2, 3, "KSA").expect("a cell");
    }
    book.save_to_buffer().expect("it fits")
}

fn ods() -> Vec<u8> {
    let kind = b"application/vnd.oasis.opendocument.spreadsheet".to_vec();
    let manifest = b"<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".to_vec();
    pack(&[
        ("mimetype".to_owned(), kind),
        ("META-INF/manifest.xml".to_owned(), manifest),
        ("content.xml".to_owned(), ODS.as_bytes().to_vec()),
    ])
}

/// The part of a container that ends so, mutated inside it.
fn inside(name: &'static str, file: &'static str, whole: &[u8], ending: &str) -> Format {
    let all = parts(whole);
    let at = all
        .iter()
        .position(|(n, _)| n.ends_with(ending))
        .expect("such a part");
    let seeds = vec![all[at].1.clone()];
    let container = Some((all, at));
    Format {
        name,
        file,
        seeds,
        container,
        beside: None,
    }
}

/// A form definition whose words are mutated, read beside an export of that form.
fn form() -> Format {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheets: [(&str, &[&[&str]]); 2] = [
        (
            "survey",
            &[
                &["type", "name", "label"],
                &["text", "pangalan", "Pangalan"],
                &["select_one bansa", "saan", "Bansa"],
                &["begin_repeat", "pamilya", "Pamilya"],
            ],
        ),
        (
            "choices",
            &[
                &[
                    "list_name",
                    "name",
                    "label::English (en)",
                    "label::Filipino",
                ],
                &["bansa", "sa", "Saudi Arabia", "Saudi"],
                &["bansa", "ae", "Dubai", "Dubai"],
            ],
        ),
    ];
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (r, row) in rows.iter().enumerate() {
            for (c, text) in row.iter().enumerate() {
                let at = (r as u32, c as u16);
                sheet.write_string(at.0, at.1, *text).expect("a cell");
            }
        }
    }
    let book = book.save_to_buffer().expect("it fits");
    let mut format = inside("xlsform", "a.xlsx", &book, "sharedStrings.xml");
    format.beside = Some((
        "b.csv",
        "pangalan,saan,_index\nAna Cruz,sa,1\nBen Reyes,ae,2\n",
    ));
    format
}

fn formats() -> Vec<Format> {
    let whole = |name, file, seeds| Format {
        name,
        file,
        seeds,
        container: None,
        beside: None,
    };
    let utf16: Vec<u8> = CSV.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bom = ["\u{feff}", CSV].concat().replace(',', ";");
    let xls = include_bytes!("../../../tests/fixtures/import/calamine_date.xls").to_vec();
    let (book, open) = (xlsx(), ods());
    vec![
        whole(
            "csv",
            "a.csv",
            vec![CSV.into(), bom.into(), utf16, CSV.replace(',', "\t").into()],
        ),
        whole(
            "vcard",
            "a.vcf",
            vec![VCF.into(), VCF.replace("4.0", "3.0").repeat(2).into()],
        ),
        whole(
            "pfif",
            "a.xml",
            vec![PFIF.into(), PFIF.replace("1.4", "1.2").into()],
        ),
        whole("xls", "a.xls", vec![xls]),
        whole("xlsx_container", "a.xlsx", vec![book.clone()]),
        inside("xlsx_sheet", "a.xlsx", &book, "sheet1.xml"),
        inside("xlsx_workbook", "a.xlsx", &book, "workbook.xml"),
        inside("xlsx_strings", "a.xlsx", &book, "sharedStrings.xml"),
        inside("xlsx_styles", "a.xlsx", &book, "styles.xml"),
        inside("xlsx_parts", "a.xlsx", &book, "workbook.xml.rels"),
        form(),
        whole("ods_container", "a.ods", vec![open.clone()]),
        inside("ods_content", "a.ods", &open, "content.xml"),
    ]
}

/// Reads it; whether it was taken, and how many bytes were held.
fn feed(format: &Format, bytes: &[u8]) -> (bool, usize) {
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_000)),
        today: chrono::NaiveDate::from_ymd_opt(2025, 7, 1).expect("a day"),
        include_hidden: true,
    };
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let name = format.file;
    let beside = format.beside.map(|(name, text)| SourceFile {
        name,
        bytes: text.as_bytes(),
    });
    let files: Vec<SourceFile<'_>> = beside
        .into_iter()
        .chain([SourceFile { name, bytes }])
        .collect();
    let read = preview(&files, &Mapping::default(), &options, &mut |_| true).is_ok();
    (read, MEMORY.peak_usage().saturating_sub(before))
}

/// What was seen of one format.
#[derive(Default)]
struct Seen {
    read: u32,
    most: usize,
    longest: u128,
    faults: Vec<String>,
}

impl Seen {
    fn take(&mut self, format: &Format, number: u32, piece: Vec<u8>) {
        let bytes = match &format.container {
            Some((parts, at)) => {
                let mut parts = parts.clone();
                parts[*at].1 = piece;
                pack(&parts)
            }
            None => piece,
        };
        let start = Instant::now();
        let fed = std::panic::catch_unwind(|| feed(format, &bytes));
        self.longest = self.longest.max(start.elapsed().as_millis());
        let fault = match fed {
            Ok((read, held)) => {
                self.read += u32::from(read);
                self.most = self.most.max(held);
                (held > BASE + TIMES * bytes.len())
                    .then(|| format!("{} bytes held {held}", bytes.len()))
            }
            Err(_) => Some("panic".to_owned()),
        };
        let fault = fault.map(|what| format!("{} {number}: {what}", format.name));
        self.faults.extend(fault);
    }
}

fn attack(format: &Format, place: u64, from: u32, inputs: u32) -> Seen {
    let whole = match &format.container {
        Some((parts, _)) => pack(parts),
        None => format.seeds[0].clone(),
    };
    let unharmed = feed(format, &whole).0;
    assert!(unharmed, "{}: unharmed it is read", format.name);
    let (began, mut seen) = (Instant::now(), Seen::default());
    for chunk in from / CHUNK..inputs.div_ceil(CHUNK) {
        let seed = place << 32 | u64::from(chunk);
        let mut mutator = Mutator::new(seed, format.seeds.clone());
        for number in chunk * CHUNK..inputs.min((chunk + 1) * CHUNK) {
            seen.take(format, number, mutator.input());
        }
        let done = inputs.min((chunk + 1) * CHUNK);
        if done.is_multiple_of(TOLD) || done == inputs {
            println!(
                "{}: inputs {} to {done}: {} read, the others refused; most held {} KiB, longest {} ms, {} s, {} faults",
                format.name,
                from / CHUNK * CHUNK,
                seen.read,
                seen.most / 1024,
                seen.longest,
                began.elapsed().as_secs(),
                seen.faults.len()
            );
        }
    }
    seen
}

/// One test, so that nothing else allocates meanwhile.
#[test]
fn p32_every_format_is_read_or_refused() {
    let number = |name: &str| std::env::var(name).ok().and_then(|n| n.parse::<u32>().ok());
    let inputs = number("MALFORMED").unwrap_or(INPUTS);
    let from = number("MALFORMED_FROM").unwrap_or(0);
    let only = std::env::var("MALFORMED_ONLY").unwrap_or_default();
    // What is made once and kept (gazetteer, names of cities) is no input's memory.
    let _ = ugnay_places::gazetteer().len();
    let _ = ugnay_places::read_destination("Quatarr");
    // A panic inside a reader is caught and becomes "damaged"; its message is not wanted a million times.
    std::panic::set_hook(Box::new(|_| {}));
    let wanted = formats();
    let wanted = wanted.iter().enumerate();
    let mut faults = Vec::new();
    for (place, format) in wanted.filter(|(_, f)| only.is_empty() || only == f.name) {
        faults.extend(attack(format, place as u64, from, inputs).faults);
    }
    let _ = std::panic::take_hook();
    assert!(
        faults.is_empty(),
        "a file somebody sent is read or refused with a reason, whatever is in it: {:?}",
        &faults[..faults.len().min(10)]
    );
}
