//! The one Fairlead behind the window.

use crate::error::{Reply, refused};
use fairlead_core::{Fairlead, Ports};
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError, TryLockError};

/// Fairlead, once it has started. What is asked before that waits for it, so that the window can be
/// drawn meanwhile.
#[derive(Default)]
pub struct Product(OnceLock<Mutex<Option<Fairlead>>>);

impl Product {
    /// Starts Fairlead on a data folder and does `first` with it before anybody else can ask it
    /// something; a second start changes nothing.
    pub fn start(&self, folder: PathBuf, ports: Ports, first: impl FnOnce(&mut Fairlead)) {
        self.0.get_or_init(|| {
            let mut fairlead = Fairlead::start(folder, ports);
            first(&mut fairlead);
            Mutex::new(Some(fairlead))
        });
    }

    /// Does something with Fairlead, one caller at a time.
    ///
    /// # Errors
    /// What `work` answers; `ending` where the program is closing.
    pub fn with<T>(&self, work: impl FnOnce(&mut Fairlead) -> Reply<T>) -> Reply<T> {
        // A panic in one call must not close the door to the others: the data file is whole after each.
        let mut held = self.0.wait().lock().unwrap_or_else(PoisonError::into_inner);
        held.as_mut()
            .ok_or_else(|| refused("ending", ENDING))
            .and_then(work)
    }

    /// Does something with Fairlead where it has started and nobody else is at it; none where that would
    /// have to be waited for.
    pub fn at_hand<T>(&self, work: impl FnOnce(&mut Fairlead) -> T) -> Option<T> {
        let mut held = match self.0.get()?.try_lock() {
            Ok(held) => held,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return None,
        };
        held.as_mut().map(work)
    }

    /// Closes the data file and gives the folder free, at the end of the program.
    pub fn end(&self) {
        if let Some(held) = self.0.get() {
            drop(held.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
    }
}

/// What is said to whoever asks for something while the program is closing.
pub const ENDING: &str = "Fairlead is closing. What you saved before is safe, and nothing was changed now. Start it again to go on.";
