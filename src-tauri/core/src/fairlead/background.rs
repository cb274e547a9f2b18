//! What the shell keeps and asks while there may be no window: living in the background.

use super::Fairlead;
use crate::api::ApiError;
use crate::error::{Error, Result};
use crate::ops::reminder;
use crate::store::{Tx, person};
use serde::{Deserialize, Serialize};

/// Where it is kept.
const BACKGROUND: &str = "background";

/// What the owner said about Fairlead in the background of this computer. Private, and no edit: it never
/// leaves the data file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Background {
    /// Whether Fairlead starts with the computer; none where nobody was asked yet.
    pub at_login: Option<bool>,
    /// Whether it was said once that the program goes on in the tray.
    pub tray_told: bool,
}

fn load(tx: &Tx<'_>) -> Result<Background> {
    Ok(person::setting(tx, BACKGROUND)?
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

impl Fairlead {
    /// What the owner said about living in the background.
    ///
    /// # Errors
    /// [`ApiError`] where the data is not open.
    pub fn background(&self) -> Result<Background, ApiError> {
        Ok(self.gate.store()?.read(load)?)
    }

    /// Changes what is kept of it and answers how it then stands.
    ///
    /// # Errors
    /// [`ApiError`] where the data is not open or cannot be written.
    pub fn change_background(
        &mut self,
        change: impl FnOnce(&mut Background),
    ) -> Result<Background, ApiError> {
        let background = self.gate.store()?.write(|tx| {
            let mut background = load(tx)?;
            change(&mut background);
            let text = serde_json::to_string(&background)
                .map_err(|error| Error::Internal(error.to_string()))?;
            person::save_setting(tx, BACKGROUND, &text)?;
            Ok(background)
        });
        self.watched(background)
    }

    /// Whether the computer is in the other person's hands for signing: no notification is shown, and no
    /// page is opened but the one it was handed over on.
    ///
    /// # Errors
    /// [`ApiError`] where the data is not open.
    pub fn handed_over(&self) -> Result<bool, ApiError> {
        let now = self.clock.now();
        Ok(self
            .gate
            .store()?
            .read(|tx| reminder::handed_over(tx, &now))?)
    }
}
