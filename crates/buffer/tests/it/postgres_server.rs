//! A PostgreSQL server of the tests' own, started by hand in a temporary folder.

use std::os::unix::fs::{PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Stopped and removed when dropped.
pub struct PostgresServer {
    folder: TempDir,
    bin: PathBuf,
    port: u16,
}

/// Where Debian, and a plain installation, keep the server's programs.
fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(|d| Some(d.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    found.sort();
    let path = std::env::var_os("PATH").unwrap_or_default();
    found.extend(std::env::split_paths(&path).filter(|dir| dir.join("initdb").exists()));
    found
        .into_iter()
        .next_back()
        .expect("PostgreSQL's programs are needed for this test: apt-get install postgresql-15")
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0)
}

/// The account PostgreSQL runs as: it refuses to run as root.
fn account() -> (u32, u32) {
    let passwd = std::fs::read_to_string("/etc/passwd").expect("accounts");
    let line = passwd.lines().find(|l| l.starts_with("postgres:"));
    let line = line.expect("an account `postgres`: apt-get install postgresql-15");
    let mut ids = line
        .split(':')
        .skip(2)
        .map(|n| n.parse().expect("a number"));
    (ids.next().expect("uid"), ids.next().expect("gid"))
}

impl PostgresServer {
    pub fn start() -> Self {
        Self::start_as(None)
    }

    /// Takes TLS connections only.
    #[cfg(feature = "tls")]
    pub fn start_with_tls(files: &ugnay_buffer::TlsFiles) -> Self {
        Self::start_as(Some((&files.certificate, &files.key)))
    }

    fn start_as(tls: Option<(&PathBuf, &PathBuf)>) -> Self {
        let folder = tempfile::Builder::new()
            .prefix("ugnay-pg")
            .tempdir_in("/tmp")
            .expect("folder");
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).expect("permissions");
        if is_root() {
            let (uid, gid) = account();
            chown(folder.path(), Some(uid), Some(gid)).expect("owner");
        }
        let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("address").port();
        drop(free);
        let server = Self {
            folder,
            bin: programs(),
            port,
        };
        let data = server.data();
        let data = data.to_str().expect("plain path");
        server.run(
            "initdb",
            &[
                "-D",
                data,
                "-U",
                "ugnay",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ],
        );
        let ssl = match tls {
            Some(files) => server.take_tls_only(files),
            None => "",
        };
        let options = format!(
            "-c listen_addresses=127.0.0.1 -p {port} -k {} -c fsync=off -c max_connections=100 {ssl}",
            server.folder.path().display()
        );
        let log = server.folder.path().join("server.log");
        let log = log.to_str().expect("plain path");
        server.run(
            "pg_ctl",
            &["-D", data, "-o", &options, "-l", log, "-w", "start"],
        );
        server
    }

    /// Puts certificate and key where the server may read them.
    fn take_tls_only(&self, (certificate, key): (&PathBuf, &PathBuf)) -> &'static str {
        let rules = "local all all trust\nhostssl all all all trust\n";
        for (name, bytes) in [
            ("server.crt", std::fs::read(certificate).expect("reads")),
            ("server.key", std::fs::read(key).expect("reads")),
            ("pg_hba.conf", rules.into()),
        ] {
            let path = self.data().join(name);
            std::fs::write(&path, bytes).expect("writes");
            let mine = std::fs::Permissions::from_mode(0o600);
            std::fs::set_permissions(&path, mine).expect("permissions");
            if is_root() {
                let (uid, gid) = account();
                chown(&path, Some(uid), Some(gid)).expect("owner");
            }
        }
        "-c ssl=on"
    }

    /// A URL for one of its databases.
    #[cfg(feature = "tls")]
    pub fn url(&self, host: &str, name: &str, mode: &str) -> String {
        let port = self.port;
        format!("postgres://ugnay@{host}:{port}/{name}?sslmode={mode}")
    }

    /// A connection of the tests' own, by the server's socket.
    pub async fn admin(&self, name: &str) -> tokio_postgres::Client {
        let socket = self.folder.path().display();
        let to = format!("host={socket} port={} user=ugnay dbname={name}", self.port);
        let (client, connection) = tokio_postgres::connect(&to, tokio_postgres::NoTls)
            .await
            .expect("connects");
        tokio::spawn(connection);
        client
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn command(&self, program: &str) -> Command {
        let program = self.bin.join(program);
        let mut command = if is_root() {
            let mut c = Command::new("runuser");
            c.args(["-u", "postgres", "--"]).arg(program);
            c
        } else {
            Command::new(program)
        };
        command
            .current_dir(Path::new("/"))
            .stdin(Stdio::null())
            .stdout(Stdio::null());
        command
    }

    fn run(&self, program: &str, args: &[&str]) {
        let status = self
            .command(program)
            .args(args)
            .stderr(Stdio::null())
            .status();
        assert!(status.expect("starts").success(), "{program} must succeed");
    }

    /// A new, empty database.
    pub async fn database(&self, name: &str) -> String {
        let client = self.admin("postgres").await;
        client
            .batch_execute(&format!("CREATE DATABASE {name}"))
            .await
            .expect("creates");
        format!("postgres://ugnay@127.0.0.1:{}/{name}", self.port)
    }

    /// Stops at once, as a crash would.
    pub fn crash(&self) {
        let data = self.data();
        self.run(
            "pg_ctl",
            &[
                "-D",
                data.to_str().expect("path"),
                "-m",
                "immediate",
                "-w",
                "stop",
            ],
        );
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        let data = self.data();
        let stop = [
            "-D",
            data.to_str().unwrap_or_default(),
            "-m",
            "immediate",
            "-w",
            "stop",
        ];
        let _ = self
            .command("pg_ctl")
            .args(stop)
            .stderr(Stdio::null())
            .status();
    }
}
