//! A program's commands and options as its own help tells them, and as docs/COMMANDS.md does. Runs nothing but `--help`.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Options by command: `custodian handover begin` → `--fingerprint`, `--out`.
pub type Tree = BTreeMap<String, BTreeSet<String>>;

/// Options that every command may have, told once.
const TOLD_ONCE: [&str; 4] = ["--help", "--version", "--json", "--passphrase-file"];

/// All commands of a program, asked one by one.
pub fn program(help: &dyn Fn(&[&str]) -> String) -> Tree {
    let mut tree = Tree::new();
    walk(help, &[], &mut tree);
    tree
}

fn walk(help: &dyn Fn(&[&str]) -> String, path: &[&str], tree: &mut Tree) {
    let text = help(&[path, &["--help"]].concat());
    let below = section(&text, "Commands:");
    let names: Vec<&str> = below
        .iter()
        .filter(|l| l.starts_with("  ") && !l.starts_with("   "))
        .filter_map(|l| l.split_whitespace().next())
        .filter(|n| *n != "help")
        .collect();
    for name in &names {
        walk(help, &[path, &[*name]].concat(), tree);
    }
    if names.is_empty() {
        let lines = section(&text, "Options:");
        let options = lines.iter().map(|l| l.trim_start());
        let options = options.filter(|l| l.starts_with('-')).flat_map(options_in);
        tree.insert(path.join(" "), options.collect());
    }
}

/// The lines under a title of a help text, up to the next title.
fn section<'a>(text: &'a str, title: &str) -> Vec<&'a str> {
    let lines = text.lines().skip_while(|l| *l != title).skip(1);
    let inside = |l: &&str| l.is_empty() || l.starts_with(' ');
    lines.take_while(inside).collect()
}

/// The long options named in a piece of text.
fn options_in(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    let options = words.filter(|w| w.len() > 2 && w.starts_with("--"));
    options.map(str::to_owned).collect()
}

/// What the page says of a program.
#[derive(Default)]
pub struct Told {
    /// Options by command.
    pub tree: Tree,
    /// Shown as commands of the program, and none.
    pub unknown: Vec<String>,
}

/// Reads the part of docs/COMMANDS.md below `## name`.
pub fn page(name: &str, program: &Tree) -> Told {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/COMMANDS.md");
    let text = std::fs::read_to_string(path).expect("the page is there");
    let title = format!("## `{name}`");
    let lines = text.lines().skip_while(|l| *l != title).skip(1);
    let lines: Vec<&str> = lines.take_while(|l| !l.starts_with("## ")).collect();
    let mut told = Told::default();
    for part in lines.split_inclusive_sections() {
        read_part(name, &part, program, &mut told);
    }
    told
}

trait Sections<'a> {
    /// Each begins with its title; the first may have none.
    fn split_inclusive_sections(&self) -> Vec<Vec<&'a str>>;
}

impl<'a> Sections<'a> for Vec<&'a str> {
    fn split_inclusive_sections(&self) -> Vec<Vec<&'a str>> {
        let mut all: Vec<Vec<&'a str>> = vec![Vec::new()];
        for line in self {
            if line.starts_with("### ") {
                all.push(Vec::new());
            }
            if let Some(last) = all.last_mut() {
                last.push(line);
            }
        }
        all
    }
}

/// One title and what stands below it.
fn read_part(name: &str, part: &[&str], program: &Tree, told: &mut Told) {
    let title = part.first().copied().unwrap_or_default();
    // "`ugnay office`, `witness`, `desk`": what stands below is said of each.
    let above: Vec<String> = spans(title)
        .map(|s| beginning(s.strip_prefix(name).unwrap_or(s)))
        .collect();
    let mut in_code = false;
    let mut commands = false;
    let mut here: BTreeSet<String> = BTreeSet::new();
    let mut loose: BTreeSet<String> = BTreeSet::new();
    for line in part {
        in_code ^= line.starts_with("```");
        commands = line.starts_with("| command |") || (commands && line.starts_with('|'));
        if in_code {
            continue;
        }
        let first = line.split(" | ").next().unwrap_or(line);
        for span in spans(line) {
            let found = leaves(name, span, &above, program);
            let must = line.starts_with("### ") || (commands && spans(first).any(|s| s == span));
            if found.is_empty() && must && !is_part(span, &above, program) {
                told.unknown.push(span.to_owned());
            }
            if found.is_empty() {
                loose.extend(options_in(span));
            }
            for leaf in found {
                let options = told.tree.entry(leaf.clone()).or_default();
                options.extend(options_in(span));
                here.insert(leaf);
            }
        }
    }
    for leaf in here {
        // Said in words, of whatever stands in this part: counts where the command has it.
        let has = program.get(&leaf).cloned().unwrap_or_default();
        let said: Vec<String> = loose.intersection(&has).cloned().collect();
        told.tree.entry(leaf).or_default().extend(said);
    }
}

/// The pieces between backticks, a table's `\|` as `|`.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// The words a span begins with that can be a command's.
fn beginning(span: &str) -> String {
    let word = |w: &&str| w.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    let words: Vec<&str> = span.split_whitespace().take_while(word).collect();
    words.join(" ")
}

/// The commands a span shows: those below the part's title, or the command it names in full.
fn leaves(name: &str, span: &str, above: &[String], program: &Tree) -> Vec<String> {
    let full = span.strip_prefix(name);
    let words = beginning(full.or(span.strip_prefix('…')).unwrap_or(span));
    if words.is_empty() {
        return Vec::new();
    }
    let groups = above.iter().filter_map(|a| a.split(' ').next());
    let below = groups.filter(|_| full.is_none()).filter_map(|group| {
        // A group's name alone says nothing of its commands.
        longest(&format!("{group} {words}"), program).filter(|leaf| leaf != group)
    });
    let below: BTreeSet<String> = below.collect();
    if below.is_empty() {
        longest(&words, program).into_iter().collect()
    } else {
        below.into_iter().collect()
    }
}

/// The longest beginning of these words that is a command.
fn longest(words: &str, program: &Tree) -> Option<String> {
    let words: Vec<&str> = words.split(' ').collect();
    (1..=words.len())
        .rev()
        .map(|n| words[..n].join(" "))
        .find(|w| program.contains_key(w))
}

/// A group's name, or an option: part of a command, not one.
fn is_part(span: &str, above: &[String], program: &Tree) -> bool {
    let words = beginning(
        span.trim_start_matches("ugnay")
            .trim_start_matches("-buffer"),
    );
    let group = |g: &str| {
        program
            .keys()
            .any(|leaf| leaf.starts_with(&format!("{g} ")))
    };
    span.starts_with("--") || group(&words) || above.iter().any(|a| group(&format!("{a} {words}")))
}

/// Everything in which page and program differ, in words.
pub fn differences(name: &str, program: &Tree) -> Vec<String> {
    let told = page(name, program);
    let mut wrong: Vec<String> = told
        .unknown
        .iter()
        .map(|s| format!("no command: `{s}`"))
        .collect();
    for (leaf, has) in program {
        let Some(said) = told.tree.get(leaf) else {
            wrong.push(format!("not on the page: {name} {leaf}"));
            continue;
        };
        let once = |o: &&String| !TOLD_ONCE.contains(&o.as_str());
        let missing = has.difference(said).filter(once);
        wrong.extend(missing.map(|o| format!("not on the page: {name} {leaf} {o}")));
        let invented = said.difference(has).filter(once);
        wrong.extend(invented.map(|o| format!("only on the page: {name} {leaf} {o}")));
    }
    wrong
}
