//! A custodian of the cast whose line is cut, the sticks that come to it and the files that leave it. Must not assert what a
//! story is about.

use super::{CUSTODIANS, Cast};
use crate::lines;
use std::path::PathBuf;
use ugnay_app::federation::audit::{self, Source};
use ugnay_app::federation::outgoing::{self, Carried};
use ugnay_app::federation::{client, copies};

impl Cast {
    /// From now on the last custodian's line leads nowhere.
    pub fn cut_the_last(&self) {
        let nobody = lines::nobody();
        let address = nobody.trim_start_matches("http://");
        let mut house = self.house(CUSTODIANS - 1);
        house.use_socks(address).expect("an address of a proxy");
    }

    /// Rounds of everybody else.
    pub fn rounds_without_the_last(&mut self, times: usize) {
        for _ in 0..times {
            self.follow_but(CUSTODIANS - 1);
        }
    }

    /// A copy of the log as it is now, with what lies beside its entries or without.
    pub fn stick(&self, name: &str, bodies: bool) -> PathBuf {
        let to = self.at(name);
        let line = client(&self.url, None).expect("an address");
        let from = Source::buffer(line).expect("answers");
        let policy = audit::policy(self.tlog_policy().as_bytes()).expect("a policy");
        copies::mirror(&from, &policy, &to).expect("an honest log");
        if bodies {
            copies::bodies(&from, &to).expect("and what lies beside it");
        }
        to
    }

    /// Somebody without any key takes a file to the buffer.
    pub fn carry(&self, file: &[u8]) -> Carried {
        let mut line = client(&self.url, None).expect("an address");
        outgoing::carry(&mut line, file).expect("the buffer answers")
    }
}
