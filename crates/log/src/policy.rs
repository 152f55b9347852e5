//! C2SP tlog-policy: whose signatures make a checkpoint believable. Counts the direct members of the quorum
//! group (organisations), never keys: an organisation with several keys is a group `any` and counts once.

use crate::{KeyKind, LogError, SignedCheckpoint, VerifierKey, key::valid_name, text};
use std::collections::BTreeSet;

mod parse;

/// Longest policy file accepted, in bytes.
pub const MAX_POLICY_LEN: usize = 64 * 1024;
/// Most logs, witnesses and groups each (the specification asks for at least 32).
const MAX_ITEMS: usize = 128;

/// A witness organisation with all keys it cosigns with.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// Name, used in the policy and in [`Witnessed`].
    pub name: String,
    /// Its cosignature keys; one is usual.
    pub keys: Vec<VerifierKey>,
}

/// A member of the quorum group that has witnessed a checkpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    /// The member's name in the policy.
    pub name: String,
    /// When its own rule was met, Unix seconds.
    pub time: i64,
}

/// How far a checkpoint meets the quorum rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quorum {
    /// Members that witnessed, in the policy's order, each once.
    pub members: Vec<Witnessed>,
    /// How many members the rule asks for.
    pub need: usize,
    /// How many members there are.
    pub of: usize,
}

impl Quorum {
    /// Whether enough members witnessed.
    #[must_use]
    pub fn satisfied(&self) -> bool {
        self.members.len() >= self.need
    }

    /// The time of the `need`-th cosignature: the moment the quorum stood. `None` if it does not stand or needs nobody.
    #[must_use]
    pub fn reached_at(&self) -> Option<i64> {
        let mut times: Vec<i64> = self.members.iter().map(|m| m.time).collect();
        times.sort_unstable();
        times.get(self.need.checked_sub(1)?).copied()
    }

    /// Adds what another checkpoint says about the same entries: who witnessed only there, and the earlier time of each who
    /// witnessed both. Says whether anything changed. The times that decide stay those of `need` different members.
    pub fn join(&mut self, other: &Self) -> bool {
        let before = self.clone();
        for new in &other.members {
            match self.members.iter_mut().find(|m| m.name == new.name) {
                Some(known) => known.time = known.time.min(new.time),
                None => self.members.push(new.clone()),
            }
        }
        *self != before
    }

    /// A time that has certainly passed if at most `of - need` members lie: the (`of - need` + 1)-th latest cosignature.
    #[must_use]
    pub fn vouched_now(&self) -> Option<i64> {
        let mut times: Vec<i64> = self.members.iter().map(|m| m.time).collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        // A rule that needs nobody finds nobody: there are fewer times than `of + 1`.
        times.get(self.of.checked_sub(self.need)?).copied()
    }
}

/// A member of a group, or the quorum itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Node {
    Witness(usize),
    Group(usize),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Witness {
    name: String,
    key: VerifierKey,
    url: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Group {
    name: String,
    need: usize,
    members: Vec<Node>,
}

/// A parsed trust policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    logs: Vec<(VerifierKey, Option<String>)>,
    witnesses: Vec<Witness>,
    groups: Vec<Group>,
    quorum: Option<Node>,
}

impl Policy {
    /// Reads a tlog-policy file.
    ///
    /// # Errors
    /// [`LogError::Malformed`] (unknown line, duplicate name or key, undefined member, wrong key kind, no quorum),
    /// [`LogError::TooLarge`]. Names must be UTF-8 here.
    pub fn parse(bytes: &[u8]) -> Result<Self, LogError> {
        parse::policy(text::utf8(bytes, MAX_POLICY_LEN, "policy")?)
    }

    /// "At least `need` of these organisations", for one log.
    ///
    /// # Errors
    /// Duplicate names or keys, an organisation without keys, `need` of 0 or above the number of organisations.
    pub fn of_organisations(
        log: &VerifierKey,
        organisations: &[Organisation],
        need: usize,
    ) -> Result<Self, LogError> {
        let mut out = format!("log {}\n", log.to_vkey());
        let mut members = String::new();
        for organisation in organisations {
            let name = &organisation.name;
            if let [key] = organisation.keys.as_slice() {
                out.push_str(&format!("witness {name} {}\n", key.to_vkey()));
            } else {
                let mut keys = String::new();
                for (number, key) in organisation.keys.iter().enumerate() {
                    out.push_str(&format!("witness {name}/{number} {}\n", key.to_vkey()));
                    keys.push_str(&format!(" {name}/{number}"));
                }
                out.push_str(&format!("group {name} any{keys}\n"));
            }
            members.push(' ');
            members.push_str(name);
        }
        out.push_str(&format!(
            "group organisations/quorum {need}{members}\nquorum organisations/quorum\n"
        ));
        Self::parse(out.as_bytes())
    }

    /// The policy as text; comments and spacing of a parsed file are not kept.
    #[must_use]
    pub fn to_text(&self) -> String {
        let url = |u: &Option<String>| u.as_ref().map_or(String::new(), |u| format!(" {u}"));
        let mut out = String::new();
        for (key, at) in &self.logs {
            out.push_str(&format!("log {}{}\n", key.to_vkey(), url(at)));
        }
        for witness in &self.witnesses {
            out.push_str(&format!(
                "witness {} {}{}\n",
                witness.name,
                witness.key.to_vkey(),
                url(&witness.url)
            ));
        }
        for group in &self.groups {
            let members: String = group
                .members
                .iter()
                .map(|m| format!(" {}", self.name_of(*m)))
                .collect();
            out.push_str(&format!("group {} {}{members}\n", group.name, group.need));
        }
        let quorum = self.quorum.map_or("none", |node| self.name_of(node));
        out.push_str(&format!("quorum {quorum}\n"));
        out
    }

    /// The logs this policy accepts.
    pub fn logs(&self) -> impl Iterator<Item = &VerifierKey> {
        self.logs.iter().map(|(key, _)| key)
    }

    /// All witness keys it knows.
    pub fn witnesses(&self) -> impl Iterator<Item = &VerifierKey> {
        self.witnesses.iter().map(|w| &w.key)
    }

    /// How many members of the quorum group must witness.
    #[must_use]
    pub fn need(&self) -> usize {
        self.rule().0
    }

    /// Verifies a listed log's signature and every known cosignature, and says who witnessed.
    ///
    /// # Errors
    /// Any known key's bad signature rejects the whole note; [`LogError::NotSigned`] and [`LogError::WrongOrigin`] as they say.
    pub fn evaluate(&self, signed: &SignedCheckpoint) -> Result<Quorum, LogError> {
        self.verify_any_log(signed)?;
        self.cosigners(signed)
    }

    /// Like [`Policy::evaluate`], and the quorum must stand.
    ///
    /// # Errors
    /// Also [`LogError::NotEnoughCosignatures`].
    pub fn require(&self, signed: &SignedCheckpoint) -> Result<Quorum, LogError> {
        let quorum = self.evaluate(signed)?;
        if quorum.satisfied() {
            return Ok(quorum);
        }
        Err(LogError::NotEnoughCosignatures {
            have: quorum.members.len(),
            need: quorum.need,
        })
    }

    /// Who witnessed, without looking at the log's own signature (for callers that pin the log key themselves).
    pub(crate) fn cosigners(&self, signed: &SignedCheckpoint) -> Result<Quorum, LogError> {
        let mut times = Vec::with_capacity(self.witnesses.len());
        for witness in &self.witnesses {
            times.push(signed.cosignature(&witness.key)?.map(|c| c.time));
        }
        let (need, members) = self.rule();
        let of = members.len();
        let seen = |node: &Node| {
            let time = self.time_of(*node, &times)?;
            Some(Witnessed {
                name: self.name_of(*node).to_owned(),
                time,
            })
        };
        Ok(Quorum {
            members: members.iter().filter_map(seen).collect(),
            need,
            of,
        })
    }

    fn verify_any_log(&self, signed: &SignedCheckpoint) -> Result<(), LogError> {
        let mut failure = LogError::WrongOrigin;
        for (key, _) in &self.logs {
            match signed.verify_log(key) {
                Ok(()) => return Ok(()),
                Err(LogError::WrongOrigin) => {}
                Err(LogError::NotSigned) => failure = LogError::NotSigned,
                Err(other) => return Err(other),
            }
        }
        Err(failure)
    }

    /// The quorum rule as a count over members.
    fn rule(&self) -> (usize, Vec<Node>) {
        match self.quorum {
            None => (0, Vec::new()),
            Some(Node::Group(index)) => self
                .groups
                .get(index)
                .map_or((usize::MAX, Vec::new()), |g| (g.need, g.members.clone())),
            Some(node) => (1, vec![node]),
        }
    }

    /// When `node` had witnessed: a witness's own time, a group's `need`-th earliest. Ends, because a group names only what
    /// stands before it in the file ([`parse`]).
    fn time_of(&self, node: Node, times: &[Option<i64>]) -> Option<i64> {
        let group = match node {
            Node::Witness(index) => return times.get(index).copied().flatten(),
            Node::Group(index) => self.groups.get(index)?,
        };
        let mut seen: Vec<i64> = group
            .members
            .iter()
            .filter_map(|m| self.time_of(*m, times))
            .collect();
        seen.sort_unstable();
        seen.get(group.need.checked_sub(1)?).copied()
    }

    fn name_of(&self, node: Node) -> &str {
        match node {
            Node::Witness(index) => self.witnesses.get(index).map_or("", |w| w.name.as_str()),
            Node::Group(index) => self.groups.get(index).map_or("", |g| g.name.as_str()),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
