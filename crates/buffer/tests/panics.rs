//! A panic's text never reaches the trace. A test program of its own: the hook is the
//! whole process's.

use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("lock").extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[test]
fn a_panic_is_a_line_without_its_text() {
    let lines = Lines::default();
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(ugnay_buffer::trace::filter(None))
        .with_writer(lines.clone())
        .init();
    let usual = std::panic::take_hook();
    ugnay_buffer::trace::panics_without_text();
    let ended = std::thread::spawn(|| panic!("CANARY of {}", "maria santos")).join();
    std::panic::set_hook(usual);
    assert!(ended.is_err(), "it did panic");
    let text = String::from_utf8(lines.0.lock().expect("lock").clone()).expect("text");
    let line: serde_json::Value = serde_json::from_str(text.trim()).expect("one line of JSON");
    assert_eq!(line["fields"]["message"], "panic", "said that it happened");
    assert_eq!(line["fields"]["file"], file!(), "and where");
    assert!(
        !text.contains("CANARY") && !text.contains("maria"),
        "but not with what: {text}"
    );
}
