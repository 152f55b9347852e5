//! Registers on this device, the one that is open, and its lock.

use crate::dto::{AppError, CreateRegister, ErrorCode, RegisterEntry, SessionInfo, Status};
use crate::env::Env;
use crate::import::Previews;
use crate::linkage::Linkage;
use crate::places;
use crate::search::{Followed, Index};
use crate::sync::{Found, Meeting};
use std::fs;
use std::path::{Component, Path, PathBuf};
use ugnay_model::{Psgc, RegisterId};
use ugnay_register::{NewRegister, Register, Source};
use ugnay_seal::recovery::RecoverySheet;

/// Seconds without use after which a register locks itself (protocol §7.7).
pub const AUTO_LOCK: i64 = 300;
/// Fewest characters of a passphrase. Generated ones have five words.
const MIN_PASSPHRASE: usize = 12;
/// A file beside the register that holds its label for the unlock screen.
const LABEL: &str = "label";

/// The use cases of one program: a window, a command, a test.
pub struct App {
    root: PathBuf,
    pub(crate) env: Env,
    pub(crate) session: Option<Session>,
    /// The custodian organisation that is open. At most one of it and a register is.
    pub(crate) custody: Option<crate::custody::OpenHouse>,
    /// The proxy that what is made next begins with; empty for none.
    pub(crate) next_socks: String,
}

/// An open register.
pub(crate) struct Session {
    pub register: Register,
    pub id: String,
    pub about: NewRegister,
    pub index: Index,
    pub(crate) followed: Followed,
    pub(crate) linkage: Linkage,
    pub previews: Previews,
    /// A meeting with another device of this register, while it lasts.
    pub(crate) meeting: Option<Meeting>,
    /// A recovery sheet whose words were shown and not yet typed in again.
    pub(crate) sheet: Option<RecoverySheet>,
    /// What a recovery sheet opens, before it is used.
    pub(crate) found: Option<Found>,
    /// Made only to become a register that exists, and not that yet: it may go without a trace.
    pub(crate) blank: bool,
    last_used: i64,
}

impl Session {
    /// The source of what the officer types.
    pub(crate) fn typed(&self) -> Source {
        Source::typed(self.about.officer.clone())
    }

    /// Takes another name, place and id, also for the unlock screen.
    pub(crate) fn rename(&mut self, about: NewRegister) -> Result<(), AppError> {
        self.register.set_about(&about)?;
        write_label(self.register.dir(), about.demo, &about.label)?;
        self.about = about;
        Ok(())
    }
}

fn write_label(dir: &Path, demo: bool, label: &str) -> Result<(), AppError> {
    let mark = if demo { "demo" } else { "register" };
    fs::write(dir.join(LABEL), format!("{mark}\n{label}\n"))
        .map_err(|_| AppError::new(ErrorCode::Disk))
}

impl App {
    /// A program whose registers are folders in `root`.
    #[must_use]
    pub fn new(root: &Path, env: Env) -> Self {
        Self {
            root: root.to_owned(),
            env,
            session: None,
            custody: None,
            next_socks: String::new(),
        }
    }

    /// The folder of all registers and organisations.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Registers here, and the open one.
    #[must_use]
    pub fn status(&mut self) -> Status {
        self.lock_when_idle();
        Status {
            registers: self.registers(),
            session: self.session_info().ok(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        }
    }

    fn registers(&self) -> Vec<RegisterEntry> {
        let Ok(entries) = fs::read_dir(&self.root) else {
            return Vec::new();
        };
        let mut out: Vec<RegisterEntry> = entries
            .flatten()
            .filter(|e| e.path().join("register.db").is_file() && e.path().join("key").is_file())
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|id| !id.starts_with('.') && !id.contains(".damaged-"))
            .map(|id| {
                let text = fs::read_to_string(self.root.join(&id).join(LABEL)).unwrap_or_default();
                let (demo, label) = text.split_once('\n').unwrap_or(("", ""));
                let label = if label.is_empty() {
                    id.clone()
                } else {
                    label.trim().to_owned()
                };
                RegisterEntry {
                    id,
                    label,
                    demo: demo == "demo",
                }
            })
            .collect();
        out.sort_by(|a, b| (&a.label, &a.id).cmp(&(&b.label, &b.id)));
        out
    }

    /// Makes a register in a new folder and opens it.
    ///
    /// # Errors
    /// [`ErrorCode::BadInput`], [`ErrorCode::WeakPassphrase`], [`ErrorCode::AlreadyThere`], [`ErrorCode::Disk`].
    pub fn create_register(&mut self, input: &CreateRegister) -> Result<SessionInfo, AppError> {
        let id = format!("register-{}", RegisterId::from_random(self.env.random()));
        self.create_named(&id, input, false)
    }

    /// The same in a folder of a given name, as the command line does.
    ///
    /// # Errors
    /// As [`Self::create_register`].
    pub fn create_named(
        &mut self,
        id: &str,
        input: &CreateRegister,
        demo: bool,
    ) -> Result<SessionInfo, AppError> {
        let bad = |field: &str| AppError::new(ErrorCode::BadInput).field(field);
        let place: Psgc = input.place.parse().map_err(|_| bad("place"))?;
        let place_name = places::name(place).ok_or_else(|| bad("place"))?;
        check_passphrase(&input.passphrase)?;
        let label = match input.label.trim() {
            "" => place_name,
            l => l.chars().filter(|c| !c.is_control()).take(80).collect(),
        };
        let new = NewRegister {
            id: RegisterId::from_random(self.env.random()),
            label: label.clone(),
            place: Some(place),
            psgc_release: ugnay_places::gazetteer().version().to_owned(),
            demo,
            officer: input.officer.trim().chars().take(80).collect(),
        };
        let register = self.make(id, &input.passphrase, &new)?;
        write_label(register.dir(), demo, &label)?;
        self.start(register, id.to_owned(), new)
    }

    fn make(
        &mut self,
        id: &str,
        passphrase: &str,
        new: &NewRegister,
    ) -> Result<Register, AppError> {
        fs::create_dir_all(&self.root).map_err(|_| AppError::new(ErrorCode::Disk))?;
        let (dir, now) = (self.root.join(id), self.env.now());
        let mut register = Register::create(&dir, passphrase, new, now, &mut self.env.rng())?;
        if !self.next_socks.is_empty() {
            register.put_state(crate::sync::SOCKS, self.next_socks.as_bytes())?;
        }
        Ok(register)
    }

    /// Makes and opens a register that is to become a further copy of one that exists elsewhere.
    pub(crate) fn create_blank(&mut self, passphrase: &str, officer: &str) -> Result<(), AppError> {
        check_passphrase(passphrase)?;
        let id = format!("register-{}", RegisterId::from_random(self.env.random()));
        let new = NewRegister {
            id: RegisterId::from_random(self.env.random()),
            label: String::new(),
            place: None,
            psgc_release: ugnay_places::gazetteer().version().to_owned(),
            demo: false,
            officer: officer.trim().chars().take(80).collect(),
        };
        let register = self.make(&id, passphrase, &new)?;
        self.start(register, id, new)?;
        if let Some(s) = &mut self.session {
            s.blank = true;
        }
        Ok(())
    }

    /// Closes and removes the open register, if it was only ever meant to become another.
    pub(crate) fn drop_blank(&mut self) {
        if let Some(s) = self.session.take_if(|s| s.blank) {
            let dir = s.register.dir().to_owned();
            drop(s);
            // Nobody has written anything into it; what cannot be removed is an empty register.
            let _ = fs::remove_dir_all(dir);
        }
    }

    /// Whether nothing of that name stands among the registers.
    pub(crate) fn is_free(&self, id: &str) -> bool {
        !self.root.join(id).exists()
    }

    fn start(
        &mut self,
        register: Register,
        id: String,
        about: NewRegister,
    ) -> Result<SessionInfo, AppError> {
        let last_used = self.env.now();
        let (index, previews) = (Index::default(), Previews::default());
        let followed = Followed::now(&register)?;
        self.custody = None;
        self.session = Some(Session {
            register,
            id,
            about,
            index,
            followed,
            linkage: Linkage::default(),
            previews,
            meeting: None,
            sheet: None,
            found: None,
            blank: false,
            last_used,
        });
        self.session_info()
    }

    /// Opens a register.
    ///
    /// # Errors
    /// [`ErrorCode::WrongPassphrase`] without any hint, and the other ways opening can fail.
    pub fn unlock(&mut self, id: &str, passphrase: &str) -> Result<SessionInfo, AppError> {
        let mut parts = Path::new(id).components();
        let plain = matches!(parts.next(), Some(Component::Normal(n)) if n == id);
        if !plain || id.starts_with('.') {
            return Err(AppError::new(ErrorCode::NotARegister));
        }
        if self.session.as_ref().is_some_and(|s| s.id == id) {
            self.session = None;
        }
        let register = Register::open(&self.root.join(id), passphrase)?;
        let about = register.about()?.register;
        self.start(register, id.to_owned(), about)
    }

    /// Closes the open register and wipes its key.
    pub fn lock(&mut self) {
        self.session = None;
        self.custody = None;
    }

    /// Five words, for a passphrase.
    #[must_use]
    pub fn suggest_passphrase(&mut self) -> String {
        ugnay_seal::passphrase::generate_passphrase(&mut self.env.rng()).to_string()
    }

    /// Keeps the session alive; `false` when it has locked itself.
    pub fn touch(&mut self) -> bool {
        self.lock_when_idle();
        let now = self.env.now();
        match &mut self.session {
            Some(s) => {
                s.last_used = now;
                true
            }
            None => false,
        }
    }

    /// Locks when the register was not used for [`AUTO_LOCK`] seconds. The window calls it on a timer.
    pub fn lock_when_idle(&mut self) -> bool {
        let now = self.env.now();
        let idle = self
            .session
            .as_ref()
            .is_some_and(|s| now.saturating_sub(s.last_used) > AUTO_LOCK);
        if idle {
            self.session = None;
        }
        idle
    }

    /// The open session, for a use case: checks the idle time and counts as use.
    pub(crate) fn open(&mut self) -> Result<(&mut Session, &mut Env), AppError> {
        self.lock_when_idle();
        let now = self.env.now();
        let session = self.session.as_mut().ok_or(ErrorCode::Locked)?;
        session.last_used = now;
        Ok((session, &mut self.env))
    }

    /// The open register's place.
    pub(crate) fn place(&self) -> Option<Psgc> {
        self.session.as_ref().and_then(|s| s.about.place)
    }

    /// The open register's id, the same on all its devices.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn register_id(&self) -> Result<String, AppError> {
        let s = self.session.as_ref().ok_or(ErrorCode::Locked)?;
        Ok(s.about.id.to_string())
    }

    /// What the open register is.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn session_info(&self) -> Result<SessionInfo, AppError> {
        let s = self.session.as_ref().ok_or(ErrorCode::Locked)?;
        Ok(SessionInfo {
            id: s.id.clone(),
            label: s.about.label.clone(),
            place: s.about.place.map(|p| p.to_string()).unwrap_or_default(),
            place_name: s.about.place.map(places::path).unwrap_or_default(),
            demo: s.about.demo,
            persons: crate::people::count(s)?,
            auto_lock_after: AUTO_LOCK as u32,
        })
    }
}

/// Length only; no rules about signs. Repeating one character is refused, because it is what people do to satisfy a length.
/// Every folder of this program asks the same.
pub(crate) fn check_passphrase(passphrase: &str) -> Result<(), AppError> {
    let distinct: std::collections::BTreeSet<char> = passphrase.chars().collect();
    if passphrase.chars().count() < MIN_PASSPHRASE || distinct.len() < 5 {
        return Err(AppError::new(ErrorCode::WeakPassphrase).field("passphrase"));
    }
    Ok(())
}

#[cfg(test)]
mod tests;
