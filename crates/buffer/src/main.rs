//! `ugnay-buffer`: arguments in, lines out. What it does is in the library.

use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use ugnay_buffer::commands::{BackupOptions, Level, RestoreOptions};
use ugnay_buffer::{Buffer, BufferError, Handle, commands, trace};
use ugnay_wire::Fed;

#[derive(Parser)]
#[command(version, about = "The buffer server: stores what it cannot read")]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a data folder: settings and a new log key
    Init {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// The log's name, for example buffer.example.org/log
        #[arg(long)]
        origin: String,
        /// The federation's id, 32 hexadecimal digits; a new one if left out
        #[arg(long)]
        fed: Option<String>,
    },
    /// Serve until told to stop
    Serve {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// Address and port, for example 127.0.0.1:8700
        #[arg(long)]
        listen: SocketAddr,
        /// postgres://… instead of the embedded database
        #[arg(long, env = "UGNAY_BUFFER_DATABASE_URL", hide_env_values = true)]
        database_url: Option<String>,
    },
    /// Look settings, key, database and log over
    Doctor {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// postgres://… instead of the embedded database
        #[arg(long, env = "UGNAY_BUFFER_DATABASE_URL", hide_env_values = true)]
        database_url: Option<String>,
    },
    /// Back up: copy, check, restore elsewhere, compare, encrypt, report
    Backup {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// The file to write; must not exist. A report is written beside it
        #[arg(long)]
        out: PathBuf,
        /// postgres://… instead of the embedded database
        #[arg(long, env = "UGNAY_BUFFER_DATABASE_URL", hide_env_values = true)]
        database_url: Option<String>,
        /// Leave the copy unencrypted
        #[arg(long)]
        unencrypted: bool,
        /// An empty PostgreSQL database to restore into as well
        #[arg(long, env = "UGNAY_BUFFER_SCRATCH_URL", hide_env_values = true)]
        scratch_url: Option<String>,
        /// Program and arguments that open the encrypted file again, to compare it; last
        #[arg(long, num_args = 1.., allow_hyphen_values = true)]
        decrypt: Vec<String>,
    },
    /// Take a backup back, into an empty folder or an empty database
    Restore {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// The backup; its report lies beside it
        #[arg(long)]
        from: PathBuf,
        /// postgres://… instead of the embedded database
        #[arg(long, env = "UGNAY_BUFFER_DATABASE_URL", hide_env_values = true)]
        database_url: Option<String>,
        /// Program and arguments that open the encrypted file; last
        #[arg(long, num_args = 1.., allow_hyphen_values = true)]
        decrypt: Vec<String>,
    },
    /// Print the OpenAPI description of the server
    Openapi,
    /// Erase the body beside a log entry for good; the entry stays
    EraseBody {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// The entry's index
        #[arg(long)]
        index: u64,
        /// postgres://… instead of the embedded database
        #[arg(long, env = "UGNAY_BUFFER_DATABASE_URL", hide_env_values = true)]
        database_url: Option<String>,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(trace::filter(std::env::var("UGNAY_LOG").ok().as_deref()))
        .with_writer(std::io::stderr)
        .init();
    trace::panics_without_text();
    match run(Args::parse().command).await {
        Ok(code) => code,
        Err(e) => {
            eprintln!("ugnay-buffer: {e}");
            ExitCode::from(match e {
                BufferError::Store(_) => 1,
                BufferError::Io(..) | BufferError::Config(_) => 2,
            })
        }
    }
}

async fn run(command: Command) -> Result<ExitCode, BufferError> {
    match command {
        Command::Init { data, origin, fed } => {
            let config = |e: &dyn std::fmt::Display| BufferError::Config(e.to_string());
            let (mut seed, mut id) = ([0u8; 32], [0u8; 16]);
            getrandom::fill(&mut seed).map_err(|e| config(&e))?;
            getrandom::fill(&mut id).map_err(|e| config(&e))?;
            let fed = match fed {
                Some(text) => Fed::from_hex(&text).map_err(|e| config(&e))?,
                None => Fed(id),
            };
            println!("{}", commands::init(&data, &origin, &fed, &seed)?);
        }
        Command::Serve {
            data,
            listen,
            database_url,
        } => serve(data, listen, database_url).await?,
        Command::Doctor { data, database_url } => {
            let found = commands::doctor(&data, database_url).await?;
            for finding in &found {
                println!("{finding}");
            }
            if found.iter().any(|f| f.level == Level::Failure) {
                return Ok(ExitCode::from(1));
            }
        }
        Command::Openapi => print!("{}", ugnay_buffer::openapi()),
        Command::Backup {
            data,
            out,
            database_url,
            unencrypted,
            scratch_url,
            decrypt,
        } => {
            let options = BackupOptions {
                out,
                unencrypted,
                decrypt,
                scratch_url,
            };
            for line in commands::backup(&data, database_url, &options).await? {
                println!("{line}");
            }
        }
        Command::Restore {
            data,
            from,
            database_url,
            decrypt,
        } => {
            let options = RestoreOptions { from, decrypt };
            for line in commands::restore(&data, database_url, &options).await? {
                println!("{line}");
            }
        }
        Command::EraseBody {
            data,
            index,
            database_url,
        } => {
            let config = commands::load(&data, database_url)?;
            if !commands::erase_body(config, index).await? {
                eprintln!("ugnay-buffer: that entry has no body");
                return Ok(ExitCode::from(1));
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(
    data: PathBuf,
    listen: SocketAddr,
    database_url: Option<String>,
) -> Result<(), BufferError> {
    let config = commands::load(&data, database_url)?;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|e| BufferError::Io("listen", e))?;
    let handle = Buffer::start(config, listener).await?;
    // The one line on stdout: scripts and tests wait for it, and read the port from it.
    println!("listening on {}", handle.addr());
    if let Some(addr) = handle.metrics_addr() {
        println!("metrics on {addr}");
    }
    told_to_stop(&handle).await;
    handle.shutdown().await;
    Ok(())
}

/// Waits for an interrupt or a termination; a hang-up looks at the certificate's files.
#[cfg(unix)]
async fn told_to_stop(handle: &Handle) {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut term), Ok(mut hang_up)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::hangup()),
    ) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    loop {
        tokio::select! {
            _ = tokio::signal::ctrl_c() => return,
            _ = term.recv() => return,
            _ = hang_up.recv() => handle.reload_certificate(),
        }
    }
}

/// Waits for an interrupt.
#[cfg(not(unix))]
async fn told_to_stop(_: &Handle) {
    let _ = tokio::signal::ctrl_c().await;
}
