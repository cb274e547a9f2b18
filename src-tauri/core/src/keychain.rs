//! The port to the operating system's keychain. The shell implements it; core asks.

/// Why the keychain gave no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// This computer has none, or it is not running.
    #[error("there is no keychain")]
    Unavailable,
    /// It is there, but the person has not opened it, or said no.
    #[error("the keychain is locked")]
    Locked,
    /// It answered with something else; the text is for the log.
    #[error("the keychain failed: {0}")]
    Failed(String),
}

/// A place of the operating system that keeps small secrets for this person.
pub trait Keychain: Send + Sync {
    /// The secret kept under this account, or none.
    ///
    /// # Errors
    /// [`KeychainError`] when it cannot be asked.
    fn get(&self, account: &str) -> Result<Option<Vec<u8>>, KeychainError>;

    /// Keeps a secret, in place of an earlier one of the same account.
    ///
    /// # Errors
    /// [`KeychainError`] when it cannot be kept.
    fn set(&self, account: &str, secret: &[u8]) -> Result<(), KeychainError>;

    /// Forgets a secret. Nothing there is no error.
    ///
    /// # Errors
    /// [`KeychainError`] when it cannot be asked.
    fn delete(&self, account: &str) -> Result<(), KeychainError>;

    /// Whether there can be one at all in this run. The command line has none, and must not take
    /// the key out of the keychain that the window uses.
    fn is_there(&self) -> bool {
        true
    }

    /// What people call it: "GNOME Keyring", "Keychain", "Credential Manager".
    fn place(&self) -> &'static str;
}

/// No keychain at all: the command line, and systems without one. The key is then kept in a file
/// that only this person's account may read, and the screen says so.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoKeychain;

impl Keychain for NoKeychain {
    fn get(&self, _account: &str) -> Result<Option<Vec<u8>>, KeychainError> {
        Err(KeychainError::Unavailable)
    }

    fn set(&self, _account: &str, _secret: &[u8]) -> Result<(), KeychainError> {
        Err(KeychainError::Unavailable)
    }

    fn delete(&self, _account: &str) -> Result<(), KeychainError> {
        Err(KeychainError::Unavailable)
    }

    fn is_there(&self) -> bool {
        false
    }

    fn place(&self) -> &'static str {
        "none"
    }
}
