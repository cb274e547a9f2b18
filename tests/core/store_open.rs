//! Opening a data folder: new, again, and refused.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use fairlead_core::keychain::NoKeychain;
use fairlead_core::store::{Opening, Refusal, Store, Unlock};

fn now() -> DateTime<Utc> {
    "2026-11-26T10:00:00Z".parse().unwrap()
}

fn open(folder: &Path) -> Result<Store, Refusal> {
    Opening::of(folder, Arc::new(NoKeychain)).open(Unlock::Device, now())
}

#[test]
fn a_new_folder_opens_and_opens_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = open(folder.path()).unwrap();
    drop(store);
    open(folder.path()).unwrap();
}
