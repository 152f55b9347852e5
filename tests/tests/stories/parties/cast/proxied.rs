//! The cast behind a SOCKS5 proxy. Must not assert what a story is about.

use super::{CUSTODIANS, Cast};
use crate::lines;

impl Cast {
    /// Everybody but the story itself reaches the buffer by a name that only the proxy knows. Gives what it was asked for.
    pub fn behind_a_proxy(&mut self, name: &str) -> lines::Asked {
        let (proxy, asked) = lines::socks5(&self.url);
        let url = format!("http://{name}:8080");
        for i in 0..CUSTODIANS {
            let mut house = self.house(i);
            house.use_socks(&proxy).expect("an address of a proxy");
            house.connect(&url, None).expect("the right buffer");
        }
        let (mut witness, mut office) = (self.witness(), self.office());
        let mut officers = [self.officer(0), self.officer(1)];
        let [one, two] = &mut officers;
        for home in [witness.home(), office.home(), one.home(), two.home()] {
            home.use_socks(&proxy).expect("an address of a proxy");
            home.use_buffer(&url, None).expect("kept");
        }
        for register in self.registers.clone() {
            let mut app = self.app(&register);
            app.use_socks(&proxy).expect("an address of a proxy");
            app.use_buffer(&url).expect("joined");
        }
        asked
    }
}
