//! The child: a register of two devices that begins an epoch, writes everything again, and retires the old one. Says on
//! standard output what is done and therefore has to last.

use crate::world::{World, add, epoch, sync};
use std::collections::BTreeSet;
use ugnay_crash::{Hear, child_dir, say};

/// What the child acknowledged.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Acked {
    /// Two devices share a register that custodians can release.
    pub ready: bool,
    /// People saved on each device.
    pub laptop: BTreeSet<String>,
    pub phone: BTreeSet<String>,
    /// A new epoch was asked for.
    pub asked: bool,
    /// The epoch before and after.
    pub old: String,
    pub new: String,
    /// The old seed is gone from both.
    pub retired: bool,
}

impl Hear for Acked {
    fn hear(&mut self, line: &str) {
        let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let rest = rest.to_owned();
        match word {
            "laptop" => drop(self.laptop.insert(rest)),
            "phone" => drop(self.phone.insert(rest)),
            "old" => (self.old, self.ready) = (rest, true),
            "asked" => self.asked = true,
            "new" => self.new = rest,
            "retired" => self.retired = true,
            _ => {}
        }
    }
}

/// Not a test: the child's work. It runs only when started by the others.
#[test]
#[ignore = "started by the other tests as a child process"]
fn turn() {
    let Some(root) = child_dir() else {
        return;
    };
    let mut w = World::first(&root);
    for given in ["Lorna", "Rico", "Nena"] {
        let id = add(&mut w.laptop, given);
        say(&format!("laptop {id}"));
    }
    w.join();
    w.receipts();
    sync(&mut w.laptop);
    say(&format!("old {}", epoch(&mut w.laptop)));
    let offline = add(&mut w.phone, "Offline");
    say(&format!("phone {offline}"));
    w.laptop.start_new_epoch().expect("asked for");
    say("asked");
    sync(&mut w.laptop);
    say(&format!("new {}", epoch(&mut w.laptop)));
    let late = add(&mut w.laptop, "Late");
    say(&format!("laptop {late}"));
    for _ in 0..2 {
        w.receipts();
        sync(&mut w.phone);
        sync(&mut w.laptop);
    }
    w.receipts();
    sync(&mut w.phone);
    for app in [&mut w.laptop, &mut w.phone] {
        let held = app.devices().expect("the list opens").epoch.held;
        assert_eq!(held, 0, "the old epoch was retired");
    }
    say("retired");
}
