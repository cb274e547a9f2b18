//! Data folders to try things on, a keychain that can be broken, and what a folder looks like.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::keychain::{Keychain, KeychainError, NoKeychain};
use crate::store::{Opening, Refusal, Schema, Store, StoreError, Unlock};

/// Thursday 26 November 2026, 10:00 in UTC.
pub fn now() -> DateTime<Utc> {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

pub fn after_minutes(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

/// A data folder of its own.
pub struct Desk {
    /// Above the data folder, for copies and other folders.
    pub around: tempfile::TempDir,
    pub keychain: Arc<dyn Keychain>,
    pub schema: Schema,
}

impl Desk {
    pub fn new() -> Self {
        Self::with(Arc::new(NoKeychain))
    }

    pub fn with(keychain: Arc<dyn Keychain>) -> Self {
        Self {
            around: tempfile::tempdir().unwrap(),
            keychain,
            schema: Schema::current(),
        }
    }

    /// A folder that was used and closed: one relationship, `answers` answers.
    pub fn used(answers: usize) -> Self {
        let desk = Self::new();
        fill(&desk.open(), answers);
        desk
    }

    pub fn path(&self) -> PathBuf {
        self.around.path().join("data")
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn opening(&self) -> Opening {
        Opening {
            folder: self.path(),
            keychain: Arc::clone(&self.keychain),
            schema: self.schema.clone(),
        }
    }

    pub fn try_open(&self, unlock: Unlock<'_>) -> Result<Store, Refusal> {
        self.opening().open(unlock, now())
    }

    pub fn open(&self) -> Store {
        self.try_open(Unlock::Device).unwrap()
    }

    pub fn refusal(&self) -> Refusal {
        self.try_open(Unlock::Device).unwrap_err()
    }

    pub fn looks(&self) -> BTreeMap<PathBuf, String> {
        looks(&self.path())
    }
}

/// Adds answers, all in one transaction. The relationship is made if it is not there.
pub fn fill(store: &Store, answers: usize) {
    store
        .write(|tx| {
            tx.conn()
                .execute("INSERT OR IGNORE INTO relationship (id) VALUES ('r')", [])?;
            let before: u32 = tx
                .conn()
                .query_row("SELECT count(*) FROM answer", [], |row| row.get(0))?;
            let before = usize::try_from(before).unwrap();
            for number in before..before + answers {
                answer(tx.conn(), number)?;
            }
            Ok(())
        })
        .unwrap();
}

fn answer(conn: &rusqlite::Connection, number: usize) -> Result<(), StoreError> {
    let text = format!("What we said about point {number}. ").repeat(8);
    conn.execute(
        "INSERT INTO answer (relationship_id, id, text) VALUES ('r', ?1, ?2)",
        (format!("area.{number}.text"), text),
    )?;
    Ok(())
}

/// Adds one answer in a transaction of its own.
pub fn add(store: &Store, number: usize) -> Result<(), Error> {
    store.write(|tx| Ok(answer(tx.conn(), number)?))
}

pub fn answers(store: &Store) -> u64 {
    store.counts().unwrap().answers
}

/// Every file under a folder with a hash of its content; the lock file, which has none, is left out.
pub fn looks(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(path) = waiting.pop() {
        for entry in fs::read_dir(&path).unwrap() {
            let path = entry.unwrap().path();
            let kind = fs::symlink_metadata(&path).unwrap().file_type();
            let look = if kind.is_dir() {
                waiting.push(path.clone());
                "folder".to_owned()
            } else if kind.is_symlink() {
                format!("link to {}", fs::read_link(&path).unwrap().display())
            } else if is_pipe(kind) {
                "pipe".to_owned()
            } else {
                hex::encode(Sha256::digest(fs::read(&path).unwrap()))
            };
            if path.file_name().unwrap() != "fairlead.lock" {
                found.insert(path, look);
            }
        }
    }
    found
}

#[cfg(unix)]
fn is_pipe(kind: fs::FileType) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&kind)
}

#[cfg(not(unix))]
fn is_pipe(_kind: fs::FileType) -> bool {
    false
}

/// Puts a file where a test wants it.
#[expect(
    clippy::disallowed_methods,
    reason = "a test breaks files on purpose: in place, cut short, without a sync"
)]
pub fn put(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

/// A folder with everything in it.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// How a keychain behaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    Works,
    Locked,
    Silent,
    /// Takes a secret and gives nothing back.
    Forgetful,
}

/// A keychain in memory whose mood can be changed.
pub struct FakeKeychain {
    kept: Mutex<HashMap<String, Vec<u8>>>,
    mood: Mutex<Mood>,
}

impl FakeKeychain {
    pub fn new(mood: Mood) -> Arc<Self> {
        Arc::new(Self {
            kept: Mutex::default(),
            mood: Mutex::new(mood),
        })
    }

    pub fn set_mood(&self, mood: Mood) {
        *self.mood.lock().unwrap() = mood;
    }

    pub fn count(&self) -> usize {
        self.kept.lock().unwrap().len()
    }

    pub fn clear(&self) {
        self.kept.lock().unwrap().clear();
    }

    /// Puts another secret in place of each kept one.
    pub fn change_all(&self) {
        for secret in self.kept.lock().unwrap().values_mut() {
            secret.reverse();
        }
    }

    fn allowed(&self) -> Result<(), KeychainError> {
        match *self.mood.lock().unwrap() {
            Mood::Works | Mood::Forgetful => Ok(()),
            Mood::Locked => Err(KeychainError::Locked),
            Mood::Silent => Err(KeychainError::Unavailable),
        }
    }
}

impl Keychain for FakeKeychain {
    fn get(&self, account: &str) -> Result<Option<Vec<u8>>, KeychainError> {
        self.allowed()?;
        Ok(self.kept.lock().unwrap().get(account).cloned())
    }

    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeychainError> {
        self.allowed()?;
        if *self.mood.lock().unwrap() != Mood::Forgetful {
            self.kept
                .lock()
                .unwrap()
                .insert(account.to_owned(), secret.to_vec());
        }
        Ok(())
    }

    fn delete(&self, account: &str) -> Result<(), KeychainError> {
        self.allowed()?;
        self.kept.lock().unwrap().remove(account);
        Ok(())
    }

    fn place(&self) -> &'static str {
        "a keychain of tests"
    }
}
