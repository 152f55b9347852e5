//! Laid-out pages as PDF 1.7, tagged so that they can be read aloud in order. Owns head and footer. The file carries the kind of
//! sheet as its title and its language; no date, no author, no names.

use crate::PaperError;
use crate::font::{Cut, clean, lines, width};
use crate::layout::{Item, Layout, MARGIN, Role};
use crate::words::Words;
use core::num::NonZeroU16;
use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::{Font, TextDirection};
use krilla::{Document, SerializeSettings};
use ugnay_words::Language;

/// Size of the footer: not needed to use the sheet.
const SMALL: f32 = 9.5;

struct Faces {
    regular: Font,
    bold: Font,
}

impl Faces {
    fn get(&self, cut: Cut) -> Font {
        match cut {
            Cut::Regular => self.regular.clone(),
            Cut::Bold => self.bold.clone(),
        }
    }
}

/// Writes the pages; `title` is the kind of sheet.
pub(crate) fn write(
    layout: &Layout,
    words: &Words,
    language: Language,
    title: &str,
) -> Result<Vec<u8>, PaperError> {
    let faces = Faces {
        regular: Cut::Regular.font().ok_or(PaperError::Writer)?,
        bold: Cut::Bold.font().ok_or(PaperError::Writer)?,
    };
    let mut document = Document::new_with(SerializeSettings {
        xmp_metadata: false,
        ..SerializeSettings::default()
    });
    document.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .language(language.tag().to_owned()),
    );
    let (wide, high) = layout.size.points();
    let settings = PageSettings::from_wh(wide, high).ok_or(PaperError::Writer)?;
    let mut read: Vec<Vec<Identifier>> = vec![Vec::new(); layout.blocks.len()];
    for (at, items) in layout.pages.iter().enumerate() {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        shapes(&mut surface, items);
        texts(&mut surface, items, &faces, &mut read);
        let number = words.with(
            "pp-page",
            &[
                ("page", (at + 1).to_string().into()),
                ("pages", layout.pages.len().to_string().into()),
            ],
        );
        if at > 0 {
            head(&mut surface, &faces, &layout.head, wide);
        }
        footer(&mut surface, &faces, (title, &number), (wide, high));
        surface.finish();
        page.finish();
    }
    document.set_tag_tree(tree(&layout.blocks, read, language));
    document.finish().map_err(|_| PaperError::Writer)
}

fn tree(blocks: &[Role], read: Vec<Vec<Identifier>>, language: Language) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.tag().to_owned()));
    for (role, pieces) in blocks.iter().zip(read) {
        let level = |n| NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN);
        let tag: TagKind = match role {
            Role::Title => Tag::Hn(level(1), None).into(),
            Role::Heading => Tag::Hn(level(2), None).into(),
            Role::Paragraph => Tag::P.into(),
        };
        let mut group = TagGroup::new(tag);
        for piece in pieces {
            group.push(piece);
        }
        tree.push(group);
    }
    tree
}

fn black() -> Fill {
    Fill {
        paint: luma::Color::black().into(),
        ..Fill::default()
    }
}

fn rectangle(path: &mut PathBuilder, [x, y, w, h]: [f32; 4]) {
    if let Some(rect) = Rect::from_xywh(x, y, w, h) {
        path.push_rect(rect);
    }
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>, line: Option<f32>) {
    let stroke = line.map(|width| Stroke {
        paint: luma::Color::black().into(),
        width,
        ..Stroke::default()
    });
    surface.set_fill(stroke.is_none().then(black));
    surface.set_stroke(stroke);
    if let Some(path) = path {
        surface.draw_path(&path);
    }
    surface.set_stroke(None);
    surface.set_fill(Some(black()));
}

fn shapes(surface: &mut Surface<'_>, items: &[Item]) {
    let layout = Artifact::with_kind(ArtifactType::Layout);
    surface.start_tagged(ContentTag::Artifact(layout));
    for item in items {
        let mut path = PathBuilder::new();
        match item {
            Item::Text { .. } => {}
            Item::Frame(frame) => {
                rectangle(&mut path, *frame);
                draw(surface, path.finish(), Some(0.8));
            }
            Item::Rule([x, y, w]) => {
                path.move_to(*x, *y);
                path.line_to(x + w, *y);
                draw(surface, path.finish(), Some(0.7));
            }
            Item::Squares(all) => {
                all.iter().for_each(|square| rectangle(&mut path, *square));
                draw(surface, path.finish(), None);
            }
        }
    }
    surface.end_tagged();
}

fn texts(surface: &mut Surface<'_>, items: &[Item], faces: &Faces, read: &mut [Vec<Identifier>]) {
    surface.set_fill(Some(black()));
    for item in items {
        let Item::Text {
            x,
            y,
            size,
            cut,
            text,
            block,
        } = item
        else {
            continue;
        };
        let piece = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        // The space after a line keeps its last word apart from the next line's first.
        let text = format!("{text} ");
        let at = Point::from_xy(*x, *y);
        let direction = TextDirection::LeftToRight;
        surface.draw_text(at, faces.get(*cut), *size, &text, false, direction);
        surface.end_tagged();
        if let Some(pieces) = read.get_mut(*block) {
            pieces.push(piece);
        }
    }
}

/// The running head, cut to one line.
fn head(surface: &mut Surface<'_>, faces: &Faces, text: &str, wide: f32) {
    let line = lines(text, Cut::Regular, SMALL, wide - 2.0 * MARGIN);
    let Some(line) = line.first() else { return };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Header,
    )));
    let at = Point::from_xy(MARGIN, MARGIN - 14.0);
    let direction = TextDirection::LeftToRight;
    surface.draw_text(at, faces.get(Cut::Regular), SMALL, line, false, direction);
    surface.end_tagged();
}

fn footer(
    surface: &mut Surface<'_>,
    faces: &Faces,
    (kind, number): (&str, &str),
    (wide, high): (f32, f32),
) {
    let y = high - MARGIN + 4.0;
    let kind = clean(kind);
    let far = wide - MARGIN - width(number, Cut::Regular, SMALL);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Footer,
    )));
    for (x, text) in [(MARGIN, kind.as_str()), (far, number)] {
        let direction = TextDirection::LeftToRight;
        let at = Point::from_xy(x, y);
        surface.draw_text(at, faces.get(Cut::Regular), SMALL, text, false, direction);
    }
    surface.end_tagged();
}
