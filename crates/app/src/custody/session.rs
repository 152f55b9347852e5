//! Custodian organisations on this device and the one that is open, for the window: the same names as its commands.

use super::house::House;
use super::{NewFile, Shown};
use crate::dto::custody::{
    ConnectBuffer, CreateOrganisation, CustodyExchange, CustodyHome, CustodyStatus, DecideInput,
    DemandInput, Demands, Drills, FilePreview, Handover, KeyChange, KeyChanged, LogState,
    Organisation, OrganisationEntry, OrganisationSession, PaperTest, PaperWords, Receipts,
    RecoverOrganisation, RequestDetail, RequestRow, StatementInput,
};
use crate::dto::{AppError, ErrorCode};
use crate::env::Env;
use crate::session::{AUTO_LOCK, App, check_passphrase};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path};
use ugnay_wire::ids::to_hex;

/// A file beside the vault that holds the name for the unlock screen.
const LABEL: &str = "label";

/// An open organisation and when it was last used.
pub(crate) struct OpenHouse {
    id: String,
    house: House,
    last_used: i64,
    /// Files that were shown and wait for a word, by token.
    waiting: BTreeMap<String, (FilePreview, Shown)>,
}

impl OpenHouse {
    pub(crate) fn house(&self) -> &House {
        &self.house
    }

    pub(crate) fn house_mut(&mut self) -> &mut House {
        &mut self.house
    }
}

impl App {
    /// Organisations on this device, and the open one.
    #[must_use]
    pub fn custody_status(&mut self) -> CustodyStatus {
        self.custody_idle();
        CustodyStatus {
            organisations: self.organisations(),
            session: self.custody_session().ok(),
        }
    }

    fn organisations(&self) -> Vec<OrganisationEntry> {
        let Ok(entries) = fs::read_dir(self.root()) else {
            return Vec::new();
        };
        let mut out: Vec<OrganisationEntry> = entries
            .flatten()
            .filter_map(|e| e.file_name().into_string().ok())
            .filter(|id| id.starts_with("organisation-") && !id.contains(".damaged-"))
            .filter(|id| self.root().join(id).join("vault.db").is_file())
            .map(|id| OrganisationEntry {
                label: fs::read_to_string(self.root().join(&id).join(LABEL))
                    .map_or_else(|_| id.clone(), |l| l.trim().to_owned()),
                id,
                demo: false,
            })
            .collect();
        out.sort_by(|a, b| (&a.label, &a.id).cmp(&(&b.label, &b.id)));
        out
    }

    fn custody_session(&self) -> Result<OrganisationSession, AppError> {
        let open = self.custody.as_ref().ok_or(ErrorCode::Locked)?;
        let demo = |n: &super::CustodianNode| n.view().federation.policy().demo;
        Ok(OrganisationSession {
            id: open.id.clone(),
            name: open.house.name().to_owned(),
            demo: open.house.member().is_some_and(demo),
            auto_lock_after: AUTO_LOCK as u32,
        })
    }

    fn custody_start(&mut self, id: String, house: House) -> Result<OrganisationSession, AppError> {
        self.session = None;
        let last_used = self.env.now();
        self.custody = Some(OpenHouse {
            id,
            house,
            last_used,
            waiting: BTreeMap::new(),
        });
        self.custody_session()
    }

    fn custody_folder(&mut self) -> Result<(String, std::path::PathBuf), AppError> {
        let id = format!("organisation-{}", to_hex(&self.env.random::<8>()));
        fs::create_dir_all(self.root()).map_err(|_| ErrorCode::Disk)?;
        let dir = self.root().join(&id);
        Ok((id, dir))
    }

    /// Makes an organisation; its keys are born here.
    ///
    /// # Errors
    /// [`ErrorCode::WeakPassphrase`]; as [`House::create`].
    pub fn custody_create(
        &mut self,
        input: &CreateOrganisation,
    ) -> Result<OrganisationSession, AppError> {
        check_passphrase(&input.passphrase)?;
        let (id, dir) = self.custody_folder()?;
        let of = (input.name.as_str(), input.jurisdiction.as_str());
        let mut house = House::create(&dir, input.passphrase.as_str(), of, &mut self.env)?;
        house.begin_with(&self.next_socks)?;
        fs::write(dir.join(LABEL), house.name()).map_err(|_| ErrorCode::Disk)?;
        self.custody_start(id, house)
    }

    /// Makes an organisation again from the words of its sheet.
    ///
    /// # Errors
    /// [`ErrorCode::WeakPassphrase`]; as [`House::recover`].
    pub fn custody_recover(
        &mut self,
        input: &RecoverOrganisation,
    ) -> Result<OrganisationSession, AppError> {
        check_passphrase(&input.passphrase)?;
        let (id, dir) = self.custody_folder()?;
        let of = (input.name.as_str(), input.jurisdiction.as_str());
        let words = zeroize::Zeroizing::new(input.words.join(" "));
        let passphrase = input.passphrase.as_str();
        let mut house = House::recover(&dir, passphrase, of, &words, &mut self.env)?;
        house.begin_with(&self.next_socks)?;
        fs::write(dir.join(LABEL), house.name()).map_err(|_| ErrorCode::Disk)?;
        self.custody_start(id, house)
    }

    /// Opens an organisation; an open register or organisation is closed.
    ///
    /// # Errors
    /// As [`House::open`].
    pub fn custody_unlock(
        &mut self,
        id: &str,
        passphrase: &str,
    ) -> Result<OrganisationSession, AppError> {
        let mut parts = Path::new(id).components();
        let plain = matches!(parts.next(), Some(Component::Normal(n)) if n == id);
        if !plain || !id.starts_with("organisation-") {
            return Err(ErrorCode::NotARegister.into());
        }
        self.custody = None;
        let house = House::open(&self.root().join(id), passphrase)?;
        self.custody_start(id.to_owned(), house)
    }

    /// Closes the organisation and wipes its keys.
    pub fn custody_lock(&mut self) {
        self.custody = None;
    }

    /// Keeps the session alive; `false` when it has locked itself.
    pub fn custody_touch(&mut self) -> bool {
        self.house().is_ok()
    }

    /// Locks when the organisation was not used for [`AUTO_LOCK`] seconds.
    pub(crate) fn custody_idle(&mut self) {
        let now = self.env.now();
        let idle = |o: &OpenHouse| now.saturating_sub(o.last_used) > AUTO_LOCK;
        if self.custody.as_ref().is_some_and(idle) {
            self.custody = None;
        }
    }

    fn house(&mut self) -> Result<(&mut House, &mut Env), AppError> {
        self.custody_idle();
        let now = self.env.now();
        let open = self.custody.as_mut().ok_or(ErrorCode::Locked)?;
        open.last_used = now;
        Ok((&mut open.house, &mut self.env))
    }

    /// What should be seen first.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`]; so for everything below.
    pub fn custody_home(&mut self) -> Result<CustodyHome, AppError> {
        let (house, env) = self.house()?;
        house.home(env.now())
    }

    /// Where the organisation stands.
    ///
    /// # Errors
    /// As [`House::organisation`].
    pub fn custody_organisation(&mut self) -> Result<Organisation, AppError> {
        self.house()?.0.organisation()
    }

    /// One exchange with the buffer.
    ///
    /// # Errors
    /// As [`House::exchange`].
    pub fn custody_exchange(
        &mut self,
        progress: &mut dyn FnMut(&'static str) -> bool,
    ) -> Result<CustodyExchange, AppError> {
        let (house, env) = self.house()?;
        Ok(house.exchange(env, progress)?.into())
    }

    /// Requests, newest first.
    ///
    /// # Errors
    /// As [`House::requests`].
    pub fn custody_requests(&mut self) -> Result<Vec<RequestRow>, AppError> {
        let (house, env) = self.house()?;
        house.requests(env.now())
    }

    /// One request.
    ///
    /// # Errors
    /// As [`House::request`].
    pub fn custody_request(&mut self, id: &str) -> Result<RequestDetail, AppError> {
        let (house, env) = self.house()?;
        house.request(id, env.now())
    }

    /// Decides.
    ///
    /// # Errors
    /// As [`House::decide`].
    pub fn custody_decide(&mut self, input: &DecideInput) -> Result<RequestDetail, AppError> {
        let (house, env) = self.house()?;
        house.decide(env, input)?;
        house.request(&input.request, env.now())
    }

    /// What is not known to have arrived of a request, as a file that anybody may carry to the log.
    ///
    /// # Errors
    /// As [`House::outgoing`].
    pub fn custody_outgoing(&mut self, request: &str) -> Result<NewFile, AppError> {
        let (house, env) = self.house()?;
        house.outgoing(env, Some(request))
    }

    /// The words of the sheet that was not tested yet.
    ///
    /// # Errors
    /// As [`House::words`].
    pub fn custody_paper_words(&mut self) -> Result<PaperWords, AppError> {
        let (house, _) = self.house()?;
        Ok(PaperWords {
            words: house.words()?.split(' ').map(str::to_owned).collect(),
            fingerprint: house.paper_fingerprint()?,
        })
    }

    /// Compares words typed from the sheet.
    ///
    /// # Errors
    /// As [`House::test_words`].
    pub fn custody_paper_test(&mut self, words: &[String]) -> Result<PaperTest, AppError> {
        let (house, env) = self.house()?;
        let test = house.test_words(words, env.now())?;
        Ok(PaperTest {
            ok: test.wrong.is_empty(),
            wrong: test.wrong,
            paper: house.paper()?,
        })
    }

    /// Connects the organisation to the buffer.
    ///
    /// # Errors
    /// As [`House::connect`].
    pub fn custody_connect(&mut self, input: &ConnectBuffer) -> Result<Organisation, AppError> {
        let (house, _) = self.house()?;
        house.connect(&input.buffer, None)?;
        house.organisation()
    }

    /// Bundles and receipts.
    ///
    /// # Errors
    /// As [`House::receipts`].
    pub fn custody_receipts(&mut self) -> Result<Receipts, AppError> {
        self.house()?.0.receipts()
    }

    /// Drills.
    ///
    /// # Errors
    /// As [`House::drills`].
    pub fn custody_drills(&mut self) -> Result<Drills, AppError> {
        let (house, env) = self.house()?;
        house.drills(env.now())
    }

    /// The log as mirrored.
    ///
    /// # Errors
    /// As [`House::log_state`].
    pub fn custody_log(&mut self) -> Result<LogState, AppError> {
        self.house()?.0.log_state()
    }

    /// The public card as a file.
    ///
    /// # Errors
    /// As [`House::card_file`].
    pub fn custody_save_card(&mut self) -> Result<NewFile, AppError> {
        let (house, env) = self.house()?;
        house.new_card(env.now())
    }

    /// What a file from others is; nothing is done with it yet. Only the last file shown waits.
    ///
    /// # Errors
    /// As [`House::preview`].
    pub fn custody_file(&mut self, bytes: &[u8]) -> Result<FilePreview, AppError> {
        let (house, env) = self.house()?;
        let token = to_hex(&env.random::<8>());
        let (shown, paper) = house.preview(bytes, token.clone(), env.now())?;
        if let Some(open) = &mut self.custody {
            open.waiting.clear();
            open.waiting.insert(token, (shown.clone(), paper));
        }
        Ok(shown)
    }

    /// Signs or takes a file that was shown.
    ///
    /// # Errors
    /// [`ErrorCode::NotFound`] for a file that was not shown; as [`House::accept`].
    pub fn custody_file_accept(
        &mut self,
        token: &str,
    ) -> Result<(String, Option<NewFile>), AppError> {
        self.house()?;
        let open = self.custody.as_mut().ok_or(ErrorCode::Locked)?;
        let (shown, paper) = open.waiting.remove(token).ok_or(ErrorCode::NotFound)?;
        let file = open.house.accept(&shown, paper, &mut self.env)?;
        Ok((shown.kind, file))
    }

    /// Puts a shown file aside.
    ///
    /// # Errors
    /// [`ErrorCode::Locked`].
    pub fn custody_file_drop(&mut self, token: &str) -> Result<(), AppError> {
        self.house()?;
        if let Some(open) = &mut self.custody {
            open.waiting.remove(token);
        }
        Ok(())
    }

    /// Where a hand-over stands.
    ///
    /// # Errors
    /// As [`House::handover`].
    pub fn custody_handover(&mut self) -> Result<Handover, AppError> {
        self.house()?.0.handover()
    }

    /// Seals the shares to the successor, once, and gives them as a file; the next exchange lays them at the buffer too.
    ///
    /// # Errors
    /// As [`House::save_handover`].
    pub fn custody_handover_save(&mut self) -> Result<NewFile, AppError> {
        let (house, env) = self.house()?;
        house.save_handover(env)
    }

    /// Destroys what was handed over, once the successor's receipt is here.
    ///
    /// # Errors
    /// As [`House::destroy_handed`].
    pub fn custody_handover_destroy(&mut self) -> Result<Handover, AppError> {
        let (house, env) = self.house()?;
        house.destroy_handed(env)
    }

    /// Where the change of the key for shares stands.
    ///
    /// # Errors
    /// As [`House::key_change`].
    pub fn custody_key_change(&mut self) -> Result<KeyChange, AppError> {
        self.house()?.0.key_change()
    }

    /// Begins a change of the key.
    ///
    /// # Errors
    /// As [`House::start_key_change`].
    pub fn custody_key_change_start(&mut self) -> Result<KeyChange, AppError> {
        let (house, env) = self.house()?;
        house.start_key_change(env)
    }

    /// Ends a change of the key.
    ///
    /// # Errors
    /// As [`House::end_key_change`].
    pub fn custody_key_change_finish(&mut self) -> Result<KeyChanged, AppError> {
        let (house, env) = self.house()?;
        house.end_key_change(env)
    }

    /// Demands and statements.
    ///
    /// # Errors
    /// As [`House::demands`].
    pub fn custody_demands(&mut self) -> Result<Demands, AppError> {
        let (house, env) = self.house()?;
        house.demands(env.now())
    }

    /// Records a demand, or changes one.
    ///
    /// # Errors
    /// As [`House::save_demand`].
    pub fn custody_demand_save(&mut self, input: &DemandInput) -> Result<Demands, AppError> {
        let (house, env) = self.house()?;
        house.save_demand(env, input)?;
        house.demands(env.now())
    }

    /// Publishes what is not published yet.
    ///
    /// # Errors
    /// As [`House::publish_demands`].
    pub fn custody_demands_publish(&mut self) -> Result<Demands, AppError> {
        let (house, env) = self.house()?;
        house.publish_demands(env)?;
        house.demands(env.now())
    }

    /// Signs and logs a statement.
    ///
    /// # Errors
    /// As [`House::make_statement`].
    pub fn custody_statement(&mut self, input: &StatementInput) -> Result<Demands, AppError> {
        let (house, env) = self.house()?;
        house.make_statement(env, input)?;
        house.demands(env.now())
    }

    /// Verifies the kept log again, whole.
    ///
    /// # Errors
    /// As [`House::check_log`].
    pub fn custody_log_check(&mut self) -> Result<LogState, AppError> {
        let (house, _) = self.house()?;
        house.check_log()?;
        house.log_state()
    }
}
