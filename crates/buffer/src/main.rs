//! `ugnay-buffer`: arguments in, lines out. What it does is in the library.

use clap::{Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;
use ugnay_buffer::{Buffer, BufferError, commands};
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
    /// Copy the embedded database to a new file and check the copy
    Backup {
        /// The data folder
        #[arg(long)]
        data: PathBuf,
        /// The file to write; must not exist
        #[arg(long)]
        out: PathBuf,
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
    // Other crates stay silent whatever is asked for: some trace addresses and paths.
    let level = match std::env::var("UGNAY_LOG").as_deref() {
        Ok("error") => "error",
        Ok("warn") => "warn",
        _ => "info",
    };
    let filter = format!("off,ugnay_buffer={level}");
    tracing_subscriber::fmt()
        .json()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(std::io::stderr)
        .init();
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
            for line in commands::doctor(&data, database_url).await? {
                println!("{line}");
            }
        }
        Command::Openapi => print!("{}", ugnay_buffer::openapi()),
        Command::Backup { data, out } => println!("{}", commands::backup(&data, &out)?),
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
    told_to_stop().await;
    handle.shutdown().await;
    Ok(())
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut term) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = term.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
