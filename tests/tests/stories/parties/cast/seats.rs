//! Places among the custodians: an organisation lost and made again from its sheet, a key changed, a place handed over by
//! files. Everybody who has to sign is opened for it and closed again.

use super::{CUSTODIANS, Cast, PASS, cheap};
use std::fs;
use ugnay_app::custody::{House, NewFile};
use ugnay_app::federation::founding::successor;
use ugnay_app::federation::paper::six_words;
use ugnay_app::federation::{Paper, PartyCard};
use ugnay_seal::EpochId;

impl Cast {
    /// Epochs whose shares an organisation keeps.
    pub fn kept(&self, i: usize) -> Vec<EpochId> {
        let house = self.house(i);
        let shares = house.member().expect("a custodian").shares().iter();
        let mut out: Vec<EpochId> = shares.map(|s| s.epoch_id).collect();
        out.sort();
        out
    }

    pub fn sheet(&self, i: usize) -> Vec<String> {
        self.sheets[i].clone()
    }

    /// The laptop of an organisation is gone; what its sheet says makes a new one, which follows the federation.
    pub fn lost_and_recovered(&mut self, i: usize, words: &[String]) {
        let dir = self.at(&format!("house{i}"));
        fs::remove_dir_all(&dir).expect("the laptop is gone");
        let name = format!("organisation {}", i + 1);
        let mut env = self.env();
        let of = (name.as_str(), ["PH", "IT", "CA"][i]);
        let mut house =
            House::recover(&dir, cheap(), of, &words.join(" "), &mut env).expect("from the sheet");
        let genesis = self.signed_genesis();
        house
            .take_genesis(&genesis, self.clock.now())
            .expect("taken");
        house.connect(&self.url, None).expect("the right buffer");
        let card = PartyCard::from_file(&house.card_file(self.clock.now()).expect("a card"));
        drop(house);
        self.name(i, &card.expect("is read"));
    }

    /// The other organisations sign a roster with this card at a place; it is logged and the buffer's operator follows.
    pub fn name(&mut self, place: usize, card: &PartyCard) {
        let others: Vec<usize> = (0..CUSTODIANS).filter(|n| *n != place).collect();
        let next = {
            let house = self.house(others[0]);
            let node = house.member().expect("a custodian");
            successor::replace(&node.view().federation, place as u8 + 1, card).expect("follows")
        };
        let mut paper = Paper::Roster(next.clone());
        for i in &others {
            self.house(*i)
                .sign(&mut paper, self.clock.now())
                .expect("signed");
        }
        let mut house = self.house(others[0]);
        let mut line = house.client().expect("a line");
        house
            .log_paper(&paper, &mut line, &mut self.env())
            .expect("logged");
        drop(house);
        self.follow_but(place);
        self.roster = Some(next.body().clone());
        let desks = self.desks.clone();
        self.restart(&desks);
    }

    /// One round of those whose place does not change: enough to cosign.
    pub fn follow_but(&mut self, place: usize) {
        self.clock.advance(1);
        let mut line = super::client(&self.url, None).expect("an address");
        line.make_checkpoint().expect("published");
        for i in (0..CUSTODIANS).filter(|n| *n != place) {
            self.house(i)
                .exchange(&mut self.env(), &mut |_| true)
                .expect("an honest exchange");
        }
        self.witness().visit().expect("an honest log");
    }

    /// A key change from its beginning to the destruction of the old key. Gives the new sheet.
    pub fn change_key(&mut self, i: usize) -> Vec<String> {
        let mut env = self.env();
        let mut house = self.house(i);
        house.start_key_change(&mut env).expect("begun");
        let words = house.words().expect("shown once");
        let typed: Vec<String> = words.split(' ').map(str::to_owned).collect();
        house.test_words(&typed, env.now()).expect("typed");
        let card = PartyCard::from_file(&house.card_file(env.now()).expect("a card"));
        drop(house);
        self.name(i, &card.expect("is read"));
        self.rounds();
        let mut house = self.house(i);
        house.end_key_change(&mut env).expect("ended");
        drop(house);
        self.sheets[i].clone_from(&typed);
        typed
    }

    // --- a hand-over by files

    /// An organisation beside the federation, with its card; it follows the log.
    pub fn newcomer(&mut self) -> Vec<u8> {
        let mut env = self.env();
        let dir = self.at("newcomer");
        let mut house = House::create(&dir, cheap(), ("newcomer", "JP"), &mut env).expect("made");
        let words = house.words().expect("shown once").to_string();
        let typed: Vec<String> = words.split(' ').map(str::to_owned).collect();
        house.test_words(&typed, env.now()).expect("typed");
        let genesis = self.signed_genesis();
        house.take_genesis(&genesis, env.now()).expect("taken");
        house.connect(&self.url, None).expect("the right buffer");
        house.card_file(env.now()).expect("a card")
    }

    pub fn keeper(&self, name: &str) -> House {
        House::open(&self.at(name), PASS).expect("the organisation opens")
    }

    /// A file is shown to an organisation, found to be of this kind, and taken.
    pub fn accepts(&self, name: &str, bytes: &[u8], kind: &str) -> Option<NewFile> {
        let (mut house, mut env) = (self.keeper(name), self.env());
        let (shown, what) = house
            .preview(bytes, "t".into(), env.now())
            .expect("is read");
        assert_eq!(
            (shown.kind.as_str(), shown.refusal.as_deref()),
            (kind, None),
            "{name} sees what it is, and that nothing speaks against it"
        );
        house.accept(&shown, what, &mut env).expect("is taken")
    }

    /// Why an organisation does not take a file.
    pub fn refuses(&self, name: &str, bytes: &[u8]) -> Option<String> {
        let house = self.keeper(name);
        let shown = house.preview(bytes, "t".into(), self.clock.now());
        shown.expect("is read").0.refusal
    }

    /// The buffer's operator takes over the keys of a roster that is in the log.
    pub fn operator_follows(&mut self, signed_roster: &[u8]) {
        let Ok(Paper::Roster(next)) = Paper::from_bytes(signed_roster) else {
            panic!("a roster")
        };
        self.follow_but(CUSTODIANS);
        self.roster = Some(next.body().clone());
        let desks = self.desks.clone();
        self.restart(&desks);
    }

    /// Everybody exchanges, the newcomer too.
    pub fn rounds_with_newcomer(&mut self) {
        for _ in 0..2 {
            self.rounds();
            self.keeper("newcomer")
                .exchange(&mut self.env(), &mut |_| true)
                .expect("an honest exchange");
        }
    }

    pub fn words_of(&self, card: &[u8]) -> String {
        let card = PartyCard::from_file(card).expect("a card");
        six_words(&card.fingerprint().expect("a fingerprint"))
    }
}
