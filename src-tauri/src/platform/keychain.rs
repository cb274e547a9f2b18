//! The operating system's keychain: Secret Service on Linux, Keychain on macOS, Credential Manager on Windows.

use fairlead_core::keychain::{Keychain, KeychainError};
use keyring::{Entry, Error};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

/// The name the secrets stand under in the keychain.
const SERVICE: &str = "Fairlead";

/// How long a keychain may take. Long enough to type the password it may ask for; a service that
/// never answers must not keep the window shut.
const LIMIT: Duration = Duration::from_secs(20);

/// The keychain of this computer. Each question is asked on a thread of its own and given up after 20 s.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn get(&self, account: &str) -> Result<Option<Vec<u8>>, KeychainError> {
        ask(account, |entry| match entry.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeychainError> {
        let secret = secret.to_vec();
        ask(account, move |entry| entry.set_secret(&secret))
    }

    fn delete(&self, account: &str) -> Result<(), KeychainError> {
        ask(account, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        })
    }

    fn place(&self) -> &'static str {
        if cfg!(target_os = "macos") {
            "Keychain"
        } else if cfg!(windows) {
            "Credential Manager"
        } else {
            "the keyring of this desktop"
        }
    }
}

/// Puts one question to the keychain, for at most [`LIMIT`].
fn ask<T: Send + 'static>(
    account: &str,
    question: impl FnOnce(&Entry) -> keyring::Result<T> + Send + 'static,
) -> Result<T, KeychainError> {
    let account = account.to_owned();
    let (send, answer) = channel();
    let thread = std::thread::Builder::new()
        .name("keychain".into())
        .spawn(move || {
            let answer = Entry::new(SERVICE, &account).and_then(|entry| question(&entry));
            // Nobody listens any more where the answer came too late.
            let _ = send.send(answer);
        });
    if let Err(error) = thread {
        return Err(KeychainError::Failed(error.to_string()));
    }
    match answer.recv_timeout(LIMIT) {
        Ok(answer) => answer.map_err(|error| reason(&error)),
        Err(RecvTimeoutError::Timeout) => Err(KeychainError::Locked),
        Err(RecvTimeoutError::Disconnected) => Err(KeychainError::Failed("it gave up".to_owned())),
    }
}

/// Sorts the keychain's errors by what core can do about them.
fn reason(error: &Error) -> KeychainError {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the list of the library's errors is open-ended"
    )]
    match error {
        Error::NoDefaultStore => KeychainError::Unavailable,
        Error::NoStorageAccess(_) => KeychainError::Locked,
        other => KeychainError::Failed(other.to_string()),
    }
}
