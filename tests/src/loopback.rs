//! Servers of a test on loopback: one that does whatever it is told with each connection, and a SOCKS5 proxy. Must not
//! assert anything.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Does this with every connection, each on a thread of its own; gives the address, `http://` before it.
pub fn listen(each: impl Fn(TcpStream) + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port on loopback");
    let address = listener.local_addr().expect("an address");
    let each = Arc::new(each);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let each = Arc::clone(&each);
            thread::spawn(move || each(stream));
        }
    });
    format!("http://{address}")
}

/// What a SOCKS5 client asked for: the name as it came, or `address` for one that was resolved already.
pub type Asked = Arc<Mutex<Vec<String>>>;

/// A SOCKS5 proxy that leads every connection to `url`, whatever was asked for, and remembers what that was.
pub fn socks5(url: &str) -> (String, Asked) {
    let to = url
        .trim_start_matches("http://")
        .trim_start_matches("https://")
        .to_owned();
    let asked = Asked::default();
    let notes = Arc::clone(&asked);
    let address = listen(move |client| {
        let _ = lead(client, &to, &notes);
    });
    (address.replace("http://", ""), asked)
}

/// One connection through the proxy (RFC 1928: no authentication, CONNECT).
fn lead(mut client: TcpStream, to: &str, asked: &Asked) -> std::io::Result<()> {
    let mut head = [0; 2];
    client.read_exact(&mut head)?;
    let mut methods = vec![0; usize::from(head[1])];
    client.read_exact(&mut methods)?;
    client.write_all(&[5, 0])?;
    let mut request = [0; 4];
    client.read_exact(&mut request)?;
    let name = match request[3] {
        3 => {
            let mut len = [0];
            client.read_exact(&mut len)?;
            let mut name = vec![0; usize::from(len[0])];
            client.read_exact(&mut name)?;
            String::from_utf8_lossy(&name).into_owned()
        }
        kind => {
            let mut address = vec![0; if kind == 1 { 4 } else { 16 }];
            client.read_exact(&mut address)?;
            "address".to_owned()
        }
    };
    client.read_exact(&mut [0; 2])?;
    asked.lock().expect("one at a time").push(name);
    let mut server = TcpStream::connect(to)?;
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
    let (mut back, mut out) = (server.try_clone()?, client.try_clone()?);
    thread::spawn(move || std::io::copy(&mut back, &mut out));
    std::io::copy(&mut client, &mut server)?;
    Ok(())
}
