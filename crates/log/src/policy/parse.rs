//! The reader of tlog-policy files. Must reject anything the specification does not name.

use super::{
    BTreeSet, Group, KeyKind, LogError, MAX_ITEMS, Node, Policy, VerifierKey, Witness, valid_name,
};

const BAD: LogError = LogError::Malformed("policy");

#[derive(Default)]
struct Reader {
    logs: Vec<(VerifierKey, Option<String>)>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    quorum: Option<Option<Node>>,
    used: BTreeSet<String>,
}

pub(super) fn policy(text: &str) -> Result<Policy, LogError> {
    let allowed = |b: u8| b == b'\t' || b == b'\n' || (b >= 0x20 && b != 0x7f);
    if !text.bytes().all(allowed) {
        return Err(BAD);
    }
    let mut reader = Reader::default();
    let lines = if text.is_empty() {
        ""
    } else {
        text.strip_suffix('\n').ok_or(BAD)?
    };
    for line in lines.split('\n') {
        let words: Vec<&str> = line.split([' ', '\t']).filter(|w| !w.is_empty()).collect();
        reader.line(&words)?;
    }
    let quorum = reader.quorum.ok_or(BAD)?;
    Ok(Policy {
        logs: reader.logs,
        witnesses: reader.witnesses,
        groups: reader.groups,
        quorum,
    })
}

impl Reader {
    fn line(&mut self, words: &[&str]) -> Result<(), LogError> {
        match words {
            [] => Ok(()),
            [first, ..] if first.starts_with('#') => Ok(()),
            ["log", vkey, url @ ..] => self.log(vkey, url),
            ["witness", name, vkey, url @ ..] => self.witness(name, vkey, url),
            ["group", name, need, members @ ..] => self.group(name, need, members),
            ["quorum", name] => self.set_quorum(name),
            _ => Err(BAD),
        }
    }

    fn log(&mut self, vkey: &str, url: &[&str]) -> Result<(), LogError> {
        let key = key_of(vkey, KeyKind::Note)?;
        if self.logs.iter().any(|(k, _)| k.public() == key.public()) {
            return Err(LogError::Malformed("policy: a key twice"));
        }
        self.logs.push((key, optional(url)?));
        bounded(self.logs.len())
    }

    fn witness(&mut self, name: &str, vkey: &str, url: &[&str]) -> Result<(), LogError> {
        let key = key_of(vkey, KeyKind::Cosignature)?;
        if self
            .witnesses
            .iter()
            .any(|w| w.key.public() == key.public())
        {
            return Err(LogError::Malformed("policy: a key twice"));
        }
        self.new_name(name)?;
        self.witnesses.push(Witness {
            name: name.to_owned(),
            key,
            url: optional(url)?,
        });
        bounded(self.witnesses.len())
    }

    fn group(&mut self, name: &str, need: &str, words: &[&str]) -> Result<(), LogError> {
        bounded(words.len())?;
        let mut members = Vec::new();
        for word in words {
            if !self.used.insert((*word).to_owned()) {
                return Err(LogError::Malformed("policy: a member twice"));
            }
            members.push(self.find(word).ok_or(BAD)?);
        }
        let need = match need {
            "any" => 1,
            "all" => members.len(),
            number => crate::text::decimal(number)
                .and_then(|n| usize::try_from(n).ok())
                .ok_or(BAD)?,
        };
        if need == 0 || need > members.len() {
            return Err(BAD);
        }
        self.new_name(name)?;
        self.groups.push(Group {
            name: name.to_owned(),
            need,
            members,
        });
        bounded(self.groups.len())
    }

    fn set_quorum(&mut self, name: &str) -> Result<(), LogError> {
        if self.quorum.is_some() {
            return Err(BAD);
        }
        let node = if name == "none" {
            None
        } else {
            Some(self.find(name).ok_or(BAD)?)
        };
        self.quorum = Some(node);
        Ok(())
    }

    fn find(&self, name: &str) -> Option<Node> {
        let witness = self
            .witnesses
            .iter()
            .position(|w| w.name == name)
            .map(Node::Witness);
        witness.or_else(|| {
            self.groups
                .iter()
                .position(|g| g.name == name)
                .map(Node::Group)
        })
    }

    fn new_name(&self, name: &str) -> Result<(), LogError> {
        if name == "none" || self.find(name).is_some() {
            Err(BAD)
        } else {
            Ok(())
        }
    }
}

fn key_of(vkey: &str, kind: KeyKind) -> Result<VerifierKey, LogError> {
    let key = VerifierKey::parse(vkey)?;
    if key.kind() != kind || !valid_name(key.name()) {
        return Err(LogError::Malformed("policy: key kind"));
    }
    Ok(key)
}

fn optional(words: &[&str]) -> Result<Option<String>, LogError> {
    match words {
        [] => Ok(None),
        [url] => Ok(Some((*url).to_owned())),
        _ => Err(BAD),
    }
}

fn bounded(count: usize) -> Result<(), LogError> {
    if count > MAX_ITEMS {
        Err(LogError::TooLarge("policy"))
    } else {
        Ok(())
    }
}
