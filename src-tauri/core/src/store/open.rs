//! Opening a data folder: each step either goes on or refuses with everything as it was.
//!
//! Lock, look, unseal the key, read the head, check, back up and upgrade, in this order.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OpenFlags};

use crate::files::{self, FileError, FileTrouble};
use crate::keychain::Keychain;

use super::backup::{self, Reason, Source};
use super::error::StoreError;
use super::folder::{self, Folder};
use super::keys::{DevicePlace, Keys, KeysError};
use super::lock::{Lock, LockError};
use super::migrate::Schema;
use super::pragmas;
use super::recovery_code::RecoveryCode;
use super::refusal::{CodeProblem, Damage, KeyGone, NeededFor, Obstacle, Refusal};
use super::secret::DataKey;
use super::tries::Tries;
use super::{Store, check, create, device};

/// The smallest data file SQLite makes has one page of 512 bytes. Shorter ones open as if they
/// were new, which would hide a loss.
const SHORTEST: u64 = 512;

/// How the data key is had.
#[derive(Clone, Copy)]
pub enum Unlock<'a> {
    /// From this device's keychain or key file.
    Device,
    /// From the pass phrase.
    PassPhrase(&'a str),
    /// From the recovery code, as typed.
    RecoveryCode(&'a str),
    /// It was unsealed before.
    Held(&'a DataKey),
}

/// What opening needs to know.
#[derive(Clone)]
pub struct Opening {
    /// The data folder's path. Made if nothing is there.
    pub folder: PathBuf,
    /// The operating system's keychain.
    pub keychain: Arc<dyn Keychain>,
    /// The schema of this version.
    pub schema: Schema,
}

impl Opening {
    /// Opens this version's schema in a folder.
    #[must_use]
    pub fn of(folder: &Path, keychain: Arc<dyn Keychain>) -> Self {
        Self {
            folder: folder.to_path_buf(),
            keychain,
            schema: Schema::current(),
        }
    }

    /// Opens the folder, making a new one where nothing is.
    ///
    /// # Errors
    /// A [`Refusal`]. No file that was there is changed, moved or removed by it, but for the
    /// count of wrong pass phrases.
    pub fn open(&self, unlock: Unlock<'_>, now: DateTime<Utc>) -> Result<Store, Refusal> {
        let folder = Folder::new(&self.folder);
        let lock = enter(&folder)?;
        let found = look(&folder)?;
        if matches!(found, Found::Nothing) {
            create::create(&folder, self.keychain.as_ref(), &self.schema, now)
                .map_err(|error| refusal(error.sorted(), NeededFor::Beginning))?;
        }
        let KeysFound { mut keys, state } = find_keys(&folder)?;
        let key = self.unseal(&keys, &folder, unlock, now)?;
        let damaged = |damage| Refusal::Damaged {
            damage,
            key: Some(key.clone()),
        };
        match found {
            Found::Nothing | Found::Data => {}
            Found::KeysOnly => return Err(damaged(Damage::Missing)),
            Found::TooShort(bytes) => return Err(damaged(Damage::TooShort(bytes))),
        }
        let had_journal = folder::exists(&folder.journal());
        let ready = self
            .look_inside(&folder, &key, had_journal)
            .and_then(|(conn, version)| self.make_ready(conn, version, &folder, &keys, &key, now));
        if ready.is_err() && !had_journal {
            // Reading alone makes an empty journal; a refusal leaves nothing behind.
            let made = fs::metadata(folder.journal());
            if made.is_ok_and(|made| made.len() == 0) {
                let _ = fs::remove_file(folder.journal());
            }
        }
        let conn = ready?;
        self.settle(&mut keys, state, &key, &folder, unlock, now);
        Ok(Store {
            conn: Mutex::new(conn),
            keys: Mutex::new(keys),
            key,
            keychain: Arc::clone(&self.keychain),
            folder,
            _lock: lock,
        })
    }

    fn unseal(
        &self,
        keys: &Keys,
        folder: &Folder,
        unlock: Unlock<'_>,
        now: DateTime<Utc>,
    ) -> Result<DataKey, Refusal> {
        match unlock {
            Unlock::Held(key) => Ok(key.clone()),
            Unlock::RecoveryCode(typed) => {
                let problem = |code| Refusal::KeyMissing {
                    gone: KeyGone::NeverHere,
                    code: Some(code),
                };
                let code = RecoveryCode::read(typed)
                    .map_err(|mistyped| problem(CodeProblem::Mistyped(mistyped)))?;
                keys.open_with_code(&code)
                    .map_err(|_| problem(CodeProblem::Wrong))
            }
            Unlock::PassPhrase(phrase) if keys.has_pass_phrase() => {
                open_with_pass_phrase(keys, folder, phrase, now)
            }
            Unlock::Device if keys.has_pass_phrase() => Err(Refusal::Locked {
                wrong: false,
                wait_seconds: Tries::read(folder).wait_seconds(now),
            }),
            Unlock::Device | Unlock::PassPhrase(_) => {
                device::unseal(keys, folder, self.keychain.as_ref())
                    .map_err(|gone| Refusal::KeyMissing { gone, code: None })
            }
        }
    }

    /// Reads and checks the file without changing it.
    fn look_inside(
        &self,
        folder: &Folder,
        key: &DataKey,
        had_journal: bool,
    ) -> Result<(Connection, u32), Refusal> {
        let damaged = |damage| Refusal::Damaged {
            damage,
            key: Some(key.clone()),
        };
        let faults = |error: StoreError| match error.into_finding() {
            Ok(detail) => damaged(Damage::Faults(detail)),
            Err(error) => refusal(error, NeededFor::Opening),
        };
        let conn = pragmas::connect(&folder.data(), key, OpenFlags::SQLITE_OPEN_READ_WRITE)
            .map_err(|error| refusal(error.into(), NeededFor::Opening))?;
        let head = check::head(&conn).map_err(|error| {
            let error = StoreError::from(error);
            if !matches!(error, StoreError::Damaged(_)) {
                refusal(error, NeededFor::Opening)
            } else if is_plain_sqlite(&folder.data()) {
                Refusal::Unreadable(Obstacle::Foreign)
            } else {
                damaged(Damage::NotReadable)
            }
        })?;
        if !head.ours {
            return Err(Refusal::Unreadable(Obstacle::Foreign));
        }
        let known = self.schema.version();
        if head.version > known {
            return Err(Refusal::Newer {
                found: head.version,
                known,
            });
        }
        check::quick(&conn).map_err(faults)?;
        if !had_journal {
            // After a crash the journal may hold the good copy of a page that the file holds
            // half-written; the file alone is checked once the journal is folded in.
            check::pages(&conn).map_err(faults)?;
        }
        Ok((conn, head.version))
    }

    /// Backs up and upgrades an older file; now and then checks the whole.
    fn make_ready(
        &self,
        mut conn: Connection,
        version: u32,
        folder: &Folder,
        keys: &Keys,
        key: &DataKey,
        now: DateTime<Utc>,
    ) -> Result<Connection, Refusal> {
        let mut kept = None;
        if version < self.schema.version() {
            let source = Source {
                conn: &conn,
                folder,
                keys,
                key,
            };
            let made = source
                .back_up(Reason::BeforeUpgrade, now)
                .map_err(|error| {
                    if error.is_lack_of_room() {
                        Refusal::DiskFull {
                            needed_for: NeededFor::Upgrade,
                        }
                    } else {
                        Refusal::Unreadable(Obstacle::NoBackup(error.to_string()))
                    }
                })?;
            kept = Some(made.backup.path);
        }
        let opening = |error: StoreError| refusal(error, NeededFor::Opening);
        pragmas::prepare_for_use(&conn).map_err(|error| opening(error.into()))?;
        if version < self.schema.version() {
            self.schema.apply(&mut conn).map_err(|error| {
                if matches!(error, StoreError::DiskFull) {
                    refusal(error, NeededFor::Upgrade)
                } else {
                    Refusal::Unreadable(Obstacle::UpgradeFailed {
                        detail: error.to_string(),
                        backup: kept,
                    })
                }
            })?;
        }
        if check::full_is_due(&conn, now).map_err(|error| opening(error.into()))? {
            check::whole_file(&conn).map_err(|error| match error.into_finding() {
                Ok(detail) => Refusal::Damaged {
                    damage: Damage::Faults(detail),
                    key: Some(key.clone()),
                },
                Err(error) => opening(error),
            })?;
            // On a full disk the note is not kept, and the check runs again at the next start.
            let _ = check::note_full(&conn, now);
        }
        Ok(conn)
    }

    /// After the file opened: the keys are put right for the next start. None of this may keep a
    /// person from the data, so that a failure waits for the next start.
    fn settle(
        &self,
        keys: &mut Keys,
        state: KeysState,
        key: &DataKey,
        folder: &Folder,
        unlock: Unlock<'_>,
        now: DateTime<Utc>,
    ) {
        let in_keychain = keys
            .device
            .as_ref()
            .is_some_and(|seal| seal.place == DevicePlace::Keychain);
        let by_code = matches!(unlock, Unlock::RecoveryCode(_))
            && !keys.has_pass_phrase()
            && (self.keychain.is_there() || !in_keychain);
        if by_code && device::seal(keys, key, folder, self.keychain.as_ref()).is_err() {
            return;
        }
        let moved = match state {
            KeysState::Good => {
                let _ = fs::remove_file(folder.unfinished_keys());
                true
            }
            KeysState::Unfinished => create::finish(folder, keys).is_ok(),
            KeysState::FromCopy { garbled } => {
                let aside = folder.free_name("damaged-keys", now);
                !garbled || files::move_to(&folder.keys(), &aside).is_ok()
            }
        };
        let changed = by_code || matches!(state, KeysState::FromCopy { .. });
        if moved && changed && keys.write_everywhere(folder).is_ok() {
            device::forget(keys, folder, self.keychain.as_ref());
        }
    }
}

fn open_with_pass_phrase(
    keys: &Keys,
    folder: &Folder,
    phrase: &str,
    now: DateTime<Utc>,
) -> Result<DataKey, Refusal> {
    let tries = Tries::read(folder);
    let wait_seconds = tries.wait_seconds(now);
    if wait_seconds > 0 {
        return Err(Refusal::Locked {
            wrong: false,
            wait_seconds,
        });
    }
    let tries = tries
        .count(folder, now)
        .map_err(|error| refusal(StoreError::from(error).sorted(), NeededFor::Opening))?;
    match keys.open_with_pass_phrase(phrase) {
        Ok(key) => {
            Tries::forget(folder);
            Ok(key)
        }
        Err(_) => Err(Refusal::Locked {
            wrong: true,
            wait_seconds: tries.wait_seconds(now),
        }),
    }
}

/// Makes the folder if nothing is there, and takes its lock.
pub(super) fn enter(folder: &Folder) -> Result<Lock, Refusal> {
    match fs::metadata(folder.path()) {
        Ok(found) if found.is_dir() => {}
        Ok(_) => return Err(Refusal::Unreadable(Obstacle::NotAFolder)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            files::make_private_folder(folder.path()).map_err(|error| place(&error.source))?;
        }
        Err(error) => return Err(place(&error)),
    }
    Lock::take(folder).map_err(|error| match error {
        LockError::Held => Refusal::InUse,
        LockError::Failed(error) => match files::trouble(&error) {
            FileTrouble::Full => Refusal::DiskFull {
                needed_for: NeededFor::Opening,
            },
            FileTrouble::ReadOnly => Refusal::ReadOnly,
            FileTrouble::Missing | FileTrouble::Exists | FileTrouble::Other => {
                Refusal::Unreadable(Obstacle::NoLock(error.to_string()))
            }
        },
    })
}

fn place(error: &io::Error) -> Refusal {
    match files::trouble(error) {
        FileTrouble::Full => Refusal::DiskFull {
            needed_for: NeededFor::Beginning,
        },
        FileTrouble::ReadOnly => Refusal::ReadOnly,
        FileTrouble::Exists => Refusal::Unreadable(Obstacle::NotAFolder),
        FileTrouble::Missing | FileTrouble::Other =>
        {
            #[expect(
                clippy::wildcard_enum_match_arm,
                reason = "ErrorKind is open-ended: the system's own words serve for the others"
            )]
            match error.kind() {
                io::ErrorKind::NotADirectory => Refusal::Unreadable(Obstacle::NotAFolder),
                _ => Refusal::Unreadable(Obstacle::NoSuchPlace(error.to_string())),
            }
        }
    }
}

/// What lies under the data file's name.
enum Found {
    /// A folder without anything of Fairlead's: a new one is made.
    Nothing,
    /// Keys, a journal or backups, but no data file.
    KeysOnly,
    /// A file too short to be one.
    TooShort(u64),
    /// A file.
    Data,
}

fn look(folder: &Folder) -> Result<Found, Refusal> {
    let data = folder.data();
    let found = match fs::symlink_metadata(&data) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let remains = folder::exists(&folder.keys())
                || folder::exists(&folder.keys_copy())
                || !folder.data_files().is_empty()
                || !backup::folders(folder).is_empty();
            return Ok(if remains {
                Found::KeysOnly
            } else {
                Found::Nothing
            });
        }
        Err(error) => return Err(place(&error)),
    };
    if found.is_dir() {
        return Err(Refusal::Unreadable(Obstacle::FolderInPlace));
    }
    if !found.is_file() {
        return Err(Refusal::Unreadable(Obstacle::NotAFile));
    }
    // SQLite opens a file without permission to write as read-only, and says so only later.
    fs::OpenOptions::new()
        .read(true)
        .write(true)
        .open(&data)
        .map_err(|error| place(&error))?;
    Ok(if found.len() < SHORTEST {
        Found::TooShort(found.len())
    } else {
        Found::Data
    })
}

/// The sealed keys, and what is to be put right about them.
struct KeysFound {
    keys: Keys,
    state: KeysState,
}

/// The state of `keys.json`.
#[derive(Clone, Copy)]
enum KeysState {
    Good,
    /// A first start was cut off just before the keys had their name.
    Unfinished,
    /// It is missing or garbled; a copy beside the backups served.
    FromCopy {
        garbled: bool,
    },
}

fn find_keys(folder: &Folder) -> Result<KeysFound, Refusal> {
    let garbled = match Keys::read(&folder.keys()) {
        Ok(keys) => {
            return Ok(KeysFound {
                keys,
                state: KeysState::Good,
            });
        }
        Err(KeysError::Newer(found)) => return Err(Refusal::Newer { found, known: 1 }),
        Err(KeysError::Missing) => {
            if let Ok(keys) = Keys::read(&folder.unfinished_keys()) {
                return Ok(KeysFound {
                    keys,
                    state: KeysState::Unfinished,
                });
            }
            false
        }
        Err(KeysError::Garbled) => true,
    };
    let copies = std::iter::once(folder.keys_copy())
        .chain(backup::list(folder).into_iter().map(|backup| backup.keys()));
    for copy in copies {
        if let Ok(keys) = Keys::read(&copy) {
            return Ok(KeysFound {
                keys,
                state: KeysState::FromCopy { garbled },
            });
        }
    }
    Err(if is_plain_sqlite(&folder.data()) {
        Refusal::Unreadable(Obstacle::Foreign)
    } else {
        Refusal::Damaged {
            damage: Damage::KeysLost,
            key: None,
        }
    })
}

/// SQLCipher's files begin with random bytes; these sixteen are of a file that is not encrypted.
fn is_plain_sqlite(path: &Path) -> bool {
    let mut head = [0_u8; 16];
    fs::File::open(path)
        .and_then(|mut file| file.read_exact(&mut head))
        .is_ok_and(|()| &head == b"SQLite format 3\0")
}

/// The refusal for an error while opening.
pub(super) fn refusal(error: StoreError, needed_for: NeededFor) -> Refusal {
    match error {
        StoreError::DiskFull => Refusal::DiskFull { needed_for },
        StoreError::ReadOnly => Refusal::ReadOnly,
        StoreError::InUse => Refusal::InUse,
        StoreError::Damaged(_) => Refusal::Damaged {
            damage: Damage::NotReadable,
            key: None,
        },
        StoreError::File(FileError { .. })
        | StoreError::TooLong
        | StoreError::Constraint(_)
        | StoreError::NoRow
        | StoreError::Database(_)
        | StoreError::Secret(_) => Refusal::Unreadable(Obstacle::Failed(error.to_string())),
    }
}
