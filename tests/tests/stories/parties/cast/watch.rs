//! Custodians and the outside witness, one visit at a time: who has signed what of the log, and when.

use super::{Cast, PASS, client};
use ugnay_app::custody::Exchanged;
use ugnay_app::federation::{Client, RequestId};
use ugnay_app::party::WitnessParty;
use ugnay_app::{Env, FixedClock};
use ugnay_log::SignedCheckpoint;

use ugnay_release::machine::Phase;

impl Cast {
    /// A second later the buffer has published what was entered; nobody has signed it.
    pub fn published(&self) {
        self.clock.advance(1);
        self.line().make_checkpoint().expect("published");
    }

    /// One exchange of one custodian, and no checkpoint asked for.
    pub fn visit(&self, i: usize) -> Exchanged {
        self.house(i)
            .exchange(&mut self.env(), &mut |_| true)
            .expect("an honest exchange")
    }

    /// The outside witness visits, with a clock of its own. Gives whether it signed.
    pub fn witness_visits(&self, clock: i64) -> bool {
        let env = Env::with_clock(&FixedClock::at(clock));
        let mut witness =
            WitnessParty::open(&self.at("witness"), PASS, env).expect("the witness opens");
        witness.visit().expect("an honest log").cosigned
    }

    /// A custodian follows the log through another line than its own, and does nothing else.
    pub fn follows_through(&self, i: usize, mut line: Client) {
        self.house(i)
            .node()
            .expect("a custodian")
            .follow(&mut line, &mut self.env())
            .expect("no alarm");
    }

    /// The time that a custodian knows to have passed.
    pub fn vouched(&self, i: usize) -> i64 {
        let house = self.house(i);
        house.member().expect("a custodian").view().vouched()
    }

    /// Where a request stands at a custodian.
    pub fn phase(&self, i: usize, id: &RequestId) -> Phase {
        let house = self.house(i);
        let node = house.member().expect("a custodian");
        node.phase(id).expect("the request is known")
    }

    pub fn line(&self) -> Client {
        client(&self.url, None).expect("an address")
    }

    /// The newest checkpoint with everybody's lines.
    pub fn checkpoint(&self) -> SignedCheckpoint {
        let note = self.line().checkpoint().expect("published");
        SignedCheckpoint::parse(&note).expect("a checkpoint")
    }

    pub fn log_size(&self) -> u64 {
        self.checkpoint().checkpoint().size
    }
}
