//! Where things stand on the pages: text in blocks, frames, rules, boxes to tick, codes. Lengths are points (1/72 inch) from
//! the top left corner. Owns the look of all sheets and the page breaks; must not know what a sheet is about, nor PDF.
//!
//! Black on white throughout: sheets are copied and faxed. Nothing a reader needs is smaller than 11 points.

use crate::font::{Cut, lines};

/// The paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Size {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

impl Size {
    /// Width and height in points.
    pub(crate) const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// Room at every edge; printers do not reach the edge of the paper.
pub(crate) const MARGIN: f32 = 51.0;
/// Below the last line, for the footer.
const FOOT: f32 = 30.0;
/// Size of running text.
pub(crate) const TEXT: f32 = 11.5;
/// From line to line, in sizes of the letters.
const LEADING: f32 = 1.38;
/// The same on lists of many people, where a page counts.
const TIGHT: f32 = 1.2;
/// A line to write a name on is at least so long.
const LEAST_BLANK: f32 = 62.0;
/// Side of a box to tick.
const TICK: f32 = 11.0;

/// One answer on paper: a word, with a box to tick before it or a line to write on behind it.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub word: String,
    pub boxed: bool,
    pub blank: bool,
}

impl Answer {
    /// All but the line to write on, with the gap to the next.
    fn width(&self) -> f32 {
        let tick = if self.boxed { TICK + 5.0 } else { 0.0 };
        tick + crate::font::width(&self.word, Cut::Regular, TEXT) + 4.0 + 12.0
    }
}

/// What a block is to somebody who has it read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Title,
    Heading,
    Paragraph,
}

/// One thing on a page.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Item {
    /// A line of text on its base line; lines of one block share its number.
    Text {
        x: f32,
        y: f32,
        size: f32,
        cut: Cut,
        text: String,
        block: usize,
    },
    /// An open rectangle: x, y, width, height.
    Frame([f32; 4]),
    /// A line across: x, y, width.
    Rule([f32; 3]),
    /// Black squares of a code: x, y, width, height each.
    Squares(Vec<[f32; 4]>),
}

impl Item {
    fn moved(mut self, down: f32, blocks: usize) -> Self {
        match &mut self {
            Self::Text { y, block, .. } => {
                *y += down;
                *block += blocks;
            }
            Self::Frame([_, y, ..]) | Self::Rule([_, y, _]) => *y += down,
            Self::Squares(all) => all.iter_mut().for_each(|[_, y, ..]| *y += down),
        }
        self
    }
}

/// Pages that fill from top to bottom.
pub(crate) struct Layout {
    pub(crate) pages: Vec<Vec<Item>>,
    pub(crate) blocks: Vec<Role>,
    pub(crate) size: Size,
    /// What stands at the top of every page but the first.
    pub(crate) head: String,
    y: f32,
    left: f32,
    right: f32,
    /// Inside something that is measured first and placed as one.
    loose: bool,
    leading: f32,
}

impl Layout {
    pub(crate) fn new(size: Size) -> Self {
        Self {
            pages: vec![Vec::new()],
            blocks: Vec::new(),
            size,
            head: String::new(),
            y: MARGIN,
            left: MARGIN,
            right: size.points().0 - MARGIN,
            loose: false,
            leading: LEADING,
        }
    }

    /// Width between the margins.
    pub(crate) fn room(&self) -> f32 {
        self.right - self.left
    }

    fn bottom(&self) -> f32 {
        self.size.points().1 - MARGIN - FOOT
    }

    fn put(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// Starts a new page unless so much fits below.
    fn need(&mut self, height: f32) {
        if !self.loose && self.y + height > self.bottom() && self.y > MARGIN {
            self.pages.push(Vec::new());
            self.y = MARGIN;
        }
    }

    /// Sets what stands at the top of every page but the first, so that loose pages find back to each other.
    pub(crate) fn head(&mut self, text: &str) {
        self.head = crate::font::clean(text);
    }

    pub(crate) fn space(&mut self, height: f32) {
        self.y += height;
    }

    fn block(&mut self, role: Role) -> usize {
        self.blocks.push(role);
        self.blocks.len() - 1
    }

    /// A block of text from `x`, no wider than `room`.
    fn set(&mut self, text: &str, cut: Cut, size: f32, role: Role, (x, room): (f32, f32)) {
        let block = self.block(role);
        for text in lines(text, cut, size, room) {
            let height = size * self.leading;
            self.need(height);
            let y = self.y + size * 1.07;
            self.put(Item::Text {
                x,
                y,
                size,
                cut,
                text,
                block,
            });
            self.y += height;
        }
    }

    pub(crate) fn title(&mut self, text: &str) {
        let across = (self.left, self.room());
        self.set(text, Cut::Bold, 20.0, Role::Title, across);
        self.space(4.0);
    }

    pub(crate) fn heading(&mut self, text: &str) {
        // A heading does not stay behind at the foot of a page.
        self.need(70.0);
        self.space(9.0);
        let across = (self.left, self.room());
        self.set(text, Cut::Bold, 13.5, Role::Heading, across);
        self.space(2.0);
    }

    pub(crate) fn paragraph(&mut self, text: &str) {
        let across = (self.left, self.room());
        self.set(text, Cut::Regular, TEXT, Role::Paragraph, across);
        self.space(4.0);
    }

    pub(crate) fn strong(&mut self, text: &str) {
        let across = (self.left, self.room());
        self.set(text, Cut::Bold, TEXT, Role::Paragraph, across);
        self.space(4.0);
    }

    /// Steps with their numbers.
    pub(crate) fn steps(&mut self, texts: &[String]) {
        for (at, text) in (1..).zip(texts) {
            self.together(|l| {
                let y = l.y;
                let left = l.left;
                l.set(
                    &format!("{at}."),
                    Cut::Bold,
                    TEXT,
                    Role::Paragraph,
                    (left, 22.0),
                );
                l.y = y;
                let beside = (left + 22.0, l.room() - 22.0);
                l.set(text, Cut::Regular, TEXT, Role::Paragraph, beside);
                l.space(3.0);
            });
        }
    }

    /// A label and its value, side by side; a value may take several lines.
    pub(crate) fn fact(&mut self, label: &str, value: &str) {
        self.together(|l| {
            let (y, left, room) = (l.y, l.left, l.room());
            l.set(
                label,
                Cut::Regular,
                TEXT,
                Role::Paragraph,
                (left, room * 0.32 - 8.0),
            );
            let after = l.y;
            l.y = y;
            let beside = (left + room * 0.32, room * 0.68);
            l.set(value, Cut::Bold, TEXT, Role::Paragraph, beside);
            l.y = l.y.max(after) + 2.0;
        });
    }

    /// A label and a line to write on.
    pub(crate) fn blank(&mut self, label: &str) {
        self.together(|l| {
            let (left, room) = (l.left, l.room());
            l.space(8.0);
            l.set(
                label,
                Cut::Regular,
                TEXT,
                Role::Paragraph,
                (left, room * 0.32 - 8.0),
            );
            let y = l.y - 2.0;
            l.put(Item::Rule([left + room * 0.32, y, room * 0.68]));
            l.space(4.0);
        });
    }

    /// A label and an open square beside it, so large a side: for a thumb mark.
    pub(crate) fn boxed(&mut self, label: &str, side: f32) {
        self.together(|l| {
            let (top, left, room) = (l.y, l.left, l.room());
            let beside = (left, room * 0.32 - 8.0);
            l.set(label, Cut::Regular, TEXT, Role::Paragraph, beside);
            l.put(Item::Frame([left + room * 0.32, top, side, side]));
            l.y = l.y.max(top + side) + 4.0;
        });
    }

    /// Boxes to tick, one after the other, each with its word; a blank is a line to write on behind it.
    pub(crate) fn ticks(&mut self, words: &[(String, f32)]) {
        let mut x = self.left;
        for (word, blank) in words {
            let wide = crate::font::width(word, Cut::Regular, TEXT);
            let all = TICK + 5.0 + wide + if *blank > 0.0 { blank + 6.0 } else { 0.0 };
            if x > self.left && x + all > self.right {
                x = self.left;
                self.y += TEXT * self.leading + 3.0;
            }
            let y = self.y;
            self.put(Item::Frame([x, y + 2.0, TICK, TICK]));
            self.set(
                word,
                Cut::Regular,
                TEXT,
                Role::Paragraph,
                (x + TICK + 5.0, self.right - x - TICK - 5.0),
            );
            if *blank > 0.0 {
                self.put(Item::Rule([x + TICK + 9.0 + wide, y + TEXT * 1.25, *blank]));
            }
            self.y = y;
            x += all + 14.0;
        }
        self.y += TEXT * self.leading + 3.0;
    }

    /// An entry of a long list: close lines, kept on one page, a rule below.
    pub(crate) fn entry(&mut self, content: impl FnOnce(&mut Self)) {
        self.together(|l| {
            l.leading = TIGHT;
            content(l);
            let (x, y, room) = (l.left, l.y + 2.0, l.room());
            l.put(Item::Rule([x, y, room]));
            l.space(6.0);
        });
    }

    /// Who an entry is about, and a remark at the right edge; below each other if they are too long for one line.
    pub(crate) fn named(&mut self, name: &str, remark: &str) {
        let (y, left, right) = (self.y, self.left, self.right);
        let wide = crate::font::width(remark, Cut::Regular, TEXT);
        let beside = right - left - wide - 12.0;
        let fits = crate::font::width(name, Cut::Bold, TEXT) <= beside;
        let across = (left, self.room());
        self.set(name, Cut::Bold, TEXT, Role::Paragraph, across);
        let after = self.y;
        let at = if fits {
            self.y = y;
            (right - wide - 1.0, wide + 2.0)
        } else {
            across
        };
        self.set(remark, Cut::Regular, TEXT, Role::Paragraph, at);
        self.y = self.y.max(after);
    }

    /// A line of an entry.
    pub(crate) fn line(&mut self, text: &str) {
        let across = (self.left, self.room());
        self.set(text, Cut::Regular, TEXT, Role::Paragraph, across);
    }

    /// Boxes to tick and lines to write on beside each other. The lines share what room is left; the last answer goes below
    /// when they would be too short to write a name on.
    pub(crate) fn answers(&mut self, answers: &[Answer]) {
        let blanks = answers.iter().filter(|a| a.blank).count().max(1) as f32;
        let fixed: f32 = answers.iter().map(Answer::width).sum();
        let each = (self.room() - fixed) / blanks;
        self.space(3.0);
        match answers.split_last() {
            Some((last, rest)) if each < LEAST_BLANK && !rest.is_empty() => {
                self.answers(rest);
                self.answers(std::slice::from_ref(last));
            }
            _ => self.answer_line(answers, each.max(0.0)),
        }
    }

    fn answer_line(&mut self, answers: &[Answer], blank: f32) {
        let (y, mut x) = (self.y, self.left);
        for answer in answers {
            if answer.boxed {
                self.put(Item::Frame([x, y + 1.5, TICK, TICK]));
                x += TICK + 5.0;
            }
            let wide = crate::font::width(&answer.word, Cut::Regular, TEXT);
            self.set(
                &answer.word,
                Cut::Regular,
                TEXT,
                Role::Paragraph,
                (x, wide + 2.0),
            );
            self.y = y;
            x += wide + 4.0;
            if answer.blank {
                self.put(Item::Rule([x, y + TEXT * 1.2, blank]));
                x += blank;
            }
            x += 12.0;
        }
        self.y = y + TEXT * self.leading + 2.0;
    }

    /// Words in numbered cells, down the columns as they are read out.
    pub(crate) fn numbered(&mut self, words: &[String], columns: usize) {
        let rows = words.len().div_ceil(columns.max(1)).max(1);
        let (cell, height) = (self.room() / columns as f32, 22.5);
        self.need(rows as f32 * height);
        let top = self.y;
        for (at, word) in words.iter().enumerate() {
            let x = self.left + (at / rows) as f32 * cell;
            self.y = top + (at % rows) as f32 * height;
            let y = self.y;
            self.put(Item::Frame([x, y, cell, height]));
            self.y += 1.0;
            // One block, so that a number and its word are read together.
            let block = self.block(Role::Paragraph);
            for (text, cut, size, x) in [
                (format!("{}", at + 1), Cut::Regular, 11.0, x + 6.0),
                (word.clone(), Cut::Bold, 14.0, x + 30.0),
            ] {
                let y = self.y + 15.0;
                self.put(Item::Text {
                    x,
                    y,
                    size,
                    cut,
                    text,
                    block,
                });
            }
        }
        self.y = top + rows as f32 * height + 8.0;
    }

    /// A square of black and white modules, `wide` of them a side, at most so large.
    pub(crate) fn code(&mut self, dark: &[bool], wide: usize, side: f32) {
        self.need(side + 8.0);
        let module = side / (wide + 8) as f32;
        let (left, top) = (self.left + 4.0 * module, self.y + 4.0 * module);
        let squares = dark
            .iter()
            .enumerate()
            .filter(|(_, dark)| **dark)
            .map(|(at, _)| {
                let (x, y) = ((at % wide) as f32, (at / wide) as f32);
                [left + x * module, top + y * module, module, module]
            })
            .collect();
        self.put(Item::Squares(squares));
        self.y += side + 4.0;
    }

    /// What stands in a frame.
    pub(crate) fn framed(&mut self, content: impl FnOnce(&mut Self)) {
        self.together(|l| {
            let (top, left, room) = (l.y, l.left, l.room());
            l.left += 10.0;
            l.right -= 10.0;
            l.space(7.0);
            content(l);
            l.space(5.0);
            l.left -= 10.0;
            l.right += 10.0;
            let height = l.y - top;
            l.put(Item::Frame([left, top, room, height]));
            l.space(8.0);
        });
    }

    /// What stays on one page, if a page has room for it at all.
    pub(crate) fn together(&mut self, content: impl FnOnce(&mut Self)) {
        if self.loose {
            return content(self);
        }
        let mut apart = Self {
            left: self.left,
            right: self.right,
            y: 0.0,
            loose: true,
            leading: self.leading,
            ..Self::new(self.size)
        };
        content(&mut apart);
        self.need(apart.y);
        let (down, blocks) = (self.y, self.blocks.len());
        self.blocks.append(&mut apart.blocks);
        for item in apart.pages.into_iter().flatten() {
            self.put(item.moved(down, blocks));
        }
        self.y += apart.y;
    }
}

#[cfg(test)]
mod tests;
