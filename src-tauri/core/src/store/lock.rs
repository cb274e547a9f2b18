//! One running Fairlead per data folder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;

use super::folder::Folder;

/// Holds the folder until it is dropped; the system lets go of it when the process ends, however
/// it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Closing alone would not do while a program that is just being started still holds a
        // copy of the handle.
        let _ = self.file.unlock();
    }
}

/// Why the lock was not had.
#[derive(Debug)]
pub enum LockError {
    /// Another Fairlead holds it.
    Held,
    /// The lock file cannot be opened or locked.
    Failed(io::Error),
}

impl Lock {
    /// Takes the lock, or says at once why not.
    ///
    /// # Errors
    /// [`LockError`].
    pub fn take(folder: &Folder) -> Result<Self, LockError> {
        let path = folder.lock();
        if let Ok(found) = std::fs::symlink_metadata(&path)
            && !found.is_file()
        {
            return Err(LockError::Failed(io::Error::new(
                io::ErrorKind::InvalidInput,
                "the lock file is not a regular file",
            )));
        }
        let file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(LockError::Failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Held),
            Err(TryLockError::Error(error)) => Err(LockError::Failed(error)),
        }
    }
}
