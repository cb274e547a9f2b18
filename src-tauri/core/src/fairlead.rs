//! The whole product behind one object.

mod background;
mod papers;

pub use background::Background;

use crate::api::start::{
    BackupName, BackupView, Backups, Code, Done, Nothing, PassPhrase, RecoveryCode, Settings,
    StartState, State, Where,
};
use crate::api::table::afterwards::closed_by;
use crate::api::today::Notice;
use crate::api::{Answer, ApiError, table};
use crate::clock::Clock;
use crate::domain::ids::RelationshipId;
use crate::domain::moment::Moment;
use crate::error::{Error, Result};
use crate::gate::{self, Gate};
use crate::keychain::Keychain;
use crate::ops::kept::Kept;
use crate::ops::paper::{self, PaperKind};
use crate::ops::{Desk, Outcome, moment_words, profile, reminder};
use crate::papers::Press;
use crate::reminders::{Claim, Toast};
use crate::store::backup::{self, Reason};
use crate::store::keyring::KeyPlace;
use crate::store::restore::{Aside, RestoreError};
use crate::store::secret::DataKey;
use crate::store::{Folder, Opening, Refusal, Store, Unlock};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What the core needs from outside.
#[derive(Clone)]
pub struct Ports {
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Keeps the key.
    pub keychain: Arc<dyn Keychain>,
}

/// Fairlead on one data folder.
pub struct Fairlead {
    opening: Opening,
    clock: Arc<dyn Clock>,
    gate: Gate,
    press: Press,
    /// When this process last looked at the reminders, seconds since 1970.
    looked: Option<i64>,
    /// The relationship that the present use case asks about, where its end would keep that from writing.
    over: Option<RelationshipId>,
}

impl Fairlead {
    /// Starts on a data folder. This never fails: whether the data can be used is asked with
    /// `start.state`. A folder that is not there or empty is made into a new one.
    pub fn start(folder: PathBuf, ports: Ports) -> Self {
        let opening = Opening::of(&folder, Arc::clone(&ports.keychain));
        let gate = opening.open(Unlock::Device, ports.clock.now().utc()).into();
        Self {
            opening,
            clock: ports.clock,
            gate,
            press: Press::new(),
            looked: None,
            over: None,
        }
    }

    /// Whether a folder holds anything of Fairlead's: where it does not, [`Fairlead::start`] makes a
    /// new one. What cannot be looked at counts as data, so that starting can say why.
    pub fn has_data(folder: &Path) -> bool {
        let folder = Folder::new(folder);
        [folder.data(), folder.keys(), folder.backups()]
            .iter()
            .any(|path| match std::fs::symlink_metadata(path) {
                Ok(_) => true,
                Err(error) => error.kind() != std::io::ErrorKind::NotFound,
            })
    }

    /// The papers that can be made (B6).
    pub fn papers() -> Vec<PaperKind> {
        paper::kinds()
    }

    /// Answers a use case by name.
    ///
    /// # Errors
    /// [`ApiError`] with a sentence for the person at the screen; the data is then unchanged.
    pub fn call(&mut self, name: &str, request: Value) -> Result<Answer, ApiError> {
        self.over = closed_by(name, &request);
        let answer = table::call(self, name, request);
        self.over = None;
        self.watched(answer)
    }

    /// Passes an answer on. One that tells of a damaged file closes the gate at once, so that the
    /// next question is answered by the closed door and not by the next fault.
    fn watched<T>(&mut self, answer: Result<T>) -> Result<T, ApiError> {
        answer.map_err(|error| {
            let error = ApiError::from(error);
            if error.code == "damaged" {
                self.gate.close_damaged("found while it was used");
            }
            error
        })
    }

    /// Puts the example in. A folder that is nobody's yet becomes its mentee's, so that the window
    /// opens on it.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn begin_with_example(&mut self) -> Result<(), ApiError> {
        crate::ops::example::begin(&self.desk()?)?;
        Ok(())
    }

    /// The moment it is now.
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// Claims what is to be notified now, as one notification where it is more: whoever gets it asks
    /// [`Fairlead::may_show`] right before showing it, and calls [`Fairlead::shown`] afterwards. Also makes the
    /// regular backup when one is due.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn tick(&mut self) -> Result<Vec<Toast>, ApiError> {
        let now = self.clock.now();
        let mut looked = self.looked;
        let toasts = self.gate.store().and_then(|store| {
            let toasts = store.write(|tx| reminder::tick(tx, &now, &mut looked))?;
            // A backup that fails must not hold up a reminder: the screen "Your data" tells how old the last one is.
            let _ = store.back_up_if_due(now.utc());
            Ok(toasts.into_iter().collect())
        });
        self.looked = looked;
        self.watched(toasts)
    }

    /// Whether claimed notifications may be handed to the desktop now, and notes that they are. What was handed over
    /// is never shown again: if the program ends before [`Fairlead::shown`], it stands in the list.
    ///
    /// # Errors
    /// [`ApiError`]; nothing may be shown then.
    pub fn may_show(&mut self, claims: &[Claim]) -> Result<bool, ApiError> {
        let now = self.clock.now();
        let may = self
            .gate
            .store()
            .and_then(|store| store.write(|tx| reminder::may_show(tx, claims, &now)));
        self.watched(may)
    }

    /// Notes that claimed notifications were shown.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn shown(&mut self, claims: &[Claim]) -> Result<(), ApiError> {
        Ok(self
            .gate
            .store()?
            .write(|tx| reminder::report_shown(tx, claims))?)
    }

    /// When [`Fairlead::tick`] has something to do next, as seconds since 1970; none where nothing
    /// lies within a day.
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn next_due(&self) -> Result<Option<i64>, ApiError> {
        let now = self.clock.now();
        Ok(self.gate.store()?.read(|tx| reminder::next_due(tx, &now))?)
    }

    /// What would be notified from now until a moment, `2026-12-18T10:00:00Z` (RFC 3339).
    ///
    /// # Errors
    /// [`ApiError`].
    pub fn due(&self, until: &str) -> Result<Vec<Notice>, ApiError> {
        let now = self.clock.now();
        let until = &Moment::read(until, now.zone().clone())
            .map_err(|sentence| Error::field("invalid", "until", sentence))?;
        Ok(self
            .gate
            .store()?
            .read(|tx| reminder::notices(tx, &now, until))?)
    }

    /// Reads the whole data file and checks it, and that the shared tables are what the edits add up to.
    ///
    /// # Errors
    /// [`ApiError`] naming the first fault.
    pub fn check(&self) -> Result<(), ApiError> {
        let store = self.gate.store()?;
        store.check().map_err(Error::from)?;
        Ok(crate::ops::check_record(store)?)
    }

    /// Restores a backup as a data folder of its own.
    ///
    /// # Errors
    /// [`ApiError`]; neither the present data nor the backup is changed.
    pub fn restore_to(&self, backup: &str, to: &Path) -> Result<(), ApiError> {
        self.opening
            .restore_to(backup, to, self.gate.key())
            .map_err(|error| Error::from(error).into())
            .map(|_| ())
    }

    pub(crate) fn desk(&self) -> Result<Desk<'_>> {
        Ok(Desk {
            store: Kept::of(self.gate.store()?, self.over.clone()),
            now: self.clock.now(),
        })
    }
}

impl Gate {
    /// The open store, or the reason why there is none.
    fn store(&self) -> Result<&Store> {
        match self {
            Self::Open(store) => Ok(store),
            Self::Closed(refusal) => {
                let sentence = gate::sentence(refusal, 0);
                let code = match gate::state(refusal) {
                    State::Open | State::Unreadable => "unreadable",
                    State::Locked => "locked",
                    State::KeyMissing => "key_missing",
                    State::Damaged => "damaged",
                    State::Newer => "newer",
                    State::InUse => "in_use",
                    State::ReadOnly => "read_only",
                    State::DiskFull => "disk_full",
                };
                Err(Error::refused(
                    code,
                    format!("{} {} {}", sentence.happened, sentence.safe, sentence.next),
                ))
            }
        }
    }

    /// The data key, where it is unsealed.
    fn key(&self) -> Option<&DataKey> {
        match self {
            Self::Open(store) => Some(store.key()),
            Self::Closed(Refusal::Damaged { key, .. }) => key.as_ref(),
            Self::Closed(_) => None,
        }
    }
}

// The use cases that work on the gate itself.
impl Fairlead {
    pub(crate) fn state(&mut self, _: Nothing) -> Result<Outcome<StartState>> {
        let now = self.clock.now();
        let backups = backup::list(&Folder::new(&self.opening.folder)).len();
        let (state, sentence, wait_seconds) = match &self.gate {
            Gate::Open(_) => (State::Open, None, 0),
            Gate::Closed(refusal) => (
                gate::state(refusal),
                Some(gate::sentence(refusal, backups)),
                gate::wait_seconds(refusal),
            ),
        };
        let (first_run, settings, place) = match &self.gate {
            Gate::Open(store) => {
                let desk = Desk {
                    store: Kept::of(store, None),
                    now: now.clone(),
                };
                (
                    profile::get(&desk, Nothing {})?.output.profile.is_none(),
                    profile::settings(&desk, Nothing {})?.output,
                    profile::place(&desk)?,
                )
            }
            Gate::Closed(_) => (false, Settings::default(), None),
        };
        Ok(Outcome::read(StartState {
            state,
            first_run,
            sentence,
            wait_seconds,
            today: now.date().to_string(),
            zone: now.zone().name().to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings,
            place,
        }))
    }

    fn reopen(&mut self, unlock: Unlock<'_>) {
        // The store gives up its lock before the folder is opened again.
        self.gate = Gate::Closed(Refusal::InUse);
        self.gate = self.opening.open(unlock, self.clock.now().utc()).into();
    }

    fn opened(&mut self) -> Result<Outcome<StartState>> {
        if let Gate::Closed(refusal) = &self.gate
            && let Some(error) = gate::wrong_answer(refusal)
        {
            return Err(error);
        }
        let state = self.state(Nothing {})?;
        Ok(Outcome::changed(state.output, &["start"]))
    }

    pub(crate) fn retry(&mut self, _: Nothing) -> Result<Outcome<StartState>> {
        if matches!(self.gate, Gate::Closed(_)) {
            self.reopen(Unlock::Device);
        }
        let state = self.state(Nothing {})?;
        Ok(Outcome::changed(state.output, &["start"]))
    }

    pub(crate) fn unlock(&mut self, request: PassPhrase) -> Result<Outcome<StartState>> {
        if matches!(self.gate, Gate::Closed(_)) {
            self.reopen(Unlock::PassPhrase(&request.pass_phrase));
        }
        self.opened()
    }

    pub(crate) fn recover(&mut self, request: Code) -> Result<Outcome<StartState>> {
        if matches!(self.gate, Gate::Closed(_)) {
            let now = self.clock.now().utc();
            let opened = self.opening.open(Unlock::RecoveryCode(&request.code), now);
            if let Err(refusal) = &opened
                && let Some(error) = gate::wrong_answer(refusal)
            {
                // A slip in the code must not turn a pass phrase screen into another one.
                return Err(error);
            }
            self.gate = opened.into();
        }
        self.opened()
    }

    pub(crate) fn backups(&mut self, _: Nothing) -> Result<Outcome<Backups>> {
        let zone = self.clock.now().zone().clone();
        let backups = backup::list(&Folder::new(&self.opening.folder))
            .into_iter()
            .map(|backup| {
                let made = Moment::new(backup.made, zone.clone());
                BackupView {
                    backup: backup.name,
                    made: moment_words(&made),
                    at: made.to_text(),
                    reason: reason(backup.reason).to_owned(),
                    relationships: backup.counts.relationships,
                    answers: backup.counts.answers,
                    bytes: backup.bytes,
                }
            })
            .collect();
        Ok(Outcome::read(Backups { backups }))
    }

    /// Puts a backup in the place of the data, which is kept aside whole.
    pub(crate) fn restore(&mut self, request: BackupName) -> Result<Outcome<StartState>> {
        let now = self.clock.now().utc();
        let key = self.gate.key().cloned();
        let aside = if matches!(self.gate, Gate::Open(_)) {
            Aside::Replaced
        } else {
            Aside::Damaged
        };
        let known = backup::list(&Folder::new(&self.opening.folder))
            .iter()
            .any(|backup| backup.name == request.backup);
        if !known {
            return Err(RestoreError::NoSuchBackup.into());
        }
        self.gate = Gate::Closed(Refusal::InUse);
        let restored = self
            .opening
            .restore(&request.backup, key.as_ref(), aside, now);
        let unlock = key.as_ref().map_or(Unlock::Device, Unlock::Held);
        self.gate = self.opening.open(unlock, now).into();
        restored?;
        let state = self.state(Nothing {})?;
        Ok(Outcome::changed(state.output, EVERYTHING))
    }

    /// Moves a damaged folder's files aside, whole and under a dated name, and makes a new folder.
    /// Only behind a closed door that says so.
    pub(crate) fn begin_anew(&mut self, _: Nothing) -> Result<Outcome<StartState>> {
        if !matches!(self.gate, Gate::Closed(Refusal::Damaged { .. })) {
            return Err(Error::refused(
                "not_damaged",
                "Beginning anew is for a damaged data file, and yours is not. Nothing was changed. Go on as before.",
            ));
        }
        let aside = self.opening.set_aside(self.clock.now().utc());
        // Whatever was moved: the door says how the folder stands now.
        self.reopen(Unlock::Device);
        aside?;
        let state = self.state(Nothing {})?;
        Ok(Outcome::changed(state.output, EVERYTHING))
    }

    pub(crate) fn place(&mut self, _: Nothing) -> Result<Outcome<Where>> {
        let zone = self.clock.now().zone().clone();
        let store = self.gate.store()?;
        let place = store.key_place();
        let last = backup::list(store.folder()).into_iter().next();
        Ok(Outcome::read(Where {
            folder: store.folder().path().display().to_string(),
            bytes: store.bytes(),
            key_place: match place {
                KeyPlace::Keychain(_) => "keychain",
                KeyPlace::KeyFile => "key_file",
                KeyPlace::PassPhrase => "pass_phrase",
            }
            .to_owned(),
            key_sentence: gate::key_in_words(place),
            last_backup: last.map(|backup| moment_words(&Moment::new(backup.made, zone))),
        }))
    }

    pub(crate) fn back_up(&mut self, _: Nothing) -> Result<Outcome<Backups>> {
        let now = self.clock.now().utc();
        self.gate.store()?.back_up(Reason::Asked, now)?;
        Ok(Outcome::changed(
            self.backups(Nothing {})?.output,
            &["backups"],
        ))
    }

    pub(crate) fn show_code(&mut self, _: Nothing) -> Result<Outcome<RecoveryCode>> {
        let store = self.gate.store()?;
        let confirmed = store.recovery_code_is_confirmed();
        let code = store.recovery_code()?.map(|code| code.to_string());
        Ok(Outcome::read(RecoveryCode { code, confirmed }))
    }

    pub(crate) fn confirm_code(&mut self, request: Code) -> Result<Outcome<Done>> {
        self.gate.store()?.confirm_recovery_code(&request.code)?;
        Ok(Outcome::changed(Done {}, &["recovery", "today"]))
    }

    pub(crate) fn renew_code(&mut self, _: Nothing) -> Result<Outcome<RecoveryCode>> {
        let code = self.gate.store()?.renew_recovery_code()?;
        Ok(Outcome::changed(
            RecoveryCode {
                code: Some(code.to_string()),
                confirmed: false,
            },
            &["recovery", "today"],
        ))
    }

    pub(crate) fn set_pass_phrase(&mut self, request: PassPhrase) -> Result<Outcome<Done>> {
        self.gate.store()?.set_pass_phrase(&request.pass_phrase)?;
        Ok(Outcome::changed(Done {}, &["start"]))
    }

    pub(crate) fn remove_pass_phrase(&mut self, request: PassPhrase) -> Result<Outcome<Done>> {
        let now = self.clock.now().utc();
        self.gate
            .store()?
            .remove_pass_phrase(&request.pass_phrase, now)?;
        Ok(Outcome::changed(Done {}, &["start"]))
    }
}

/// What another data file changes.
const EVERYTHING: &[&str] = &[
    "start",
    "relationships",
    "agreement",
    "today",
    "reminders",
    "profile",
];

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Asked => "You asked for it",
        Reason::Regular => "Made by itself, because something had changed",
        Reason::BeforeUpgrade => "Made before Fairlead was upgraded",
        Reason::BeforeImport => "Made before something was read in",
    }
}
