//! Starting, keys, backups and settings.

use crate::domain::side::Role;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request without content.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A response without content: it was done.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Done {}

/// Whether the data can be used, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Everything can be used.
    Open,
    /// The pass phrase is needed.
    Locked,
    /// The key is not on this computer: the recovery code is needed.
    KeyMissing,
    /// The data file is damaged; it stays where it is, and backups are offered.
    Damaged,
    /// A newer Fairlead made the data; it was not touched.
    Newer,
    /// Another Fairlead has the data open.
    InUse,
    /// The folder can only be read.
    ReadOnly,
    /// The disk has no room left.
    DiskFull,
    /// Something else stands where the data should be.
    Unreadable,
}

/// A sentence in three parts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sentence {
    /// What happened.
    pub happened: String,
    /// What is safe.
    pub safe: String,
    /// What to do next.
    pub next: String,
}

/// How Fairlead stands after it was started.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartState {
    /// Whether the data can be used.
    pub state: State,
    /// Nobody has said yet whose data this is: ask the three questions.
    pub first_run: bool,
    /// The reason in words, unless everything can be used.
    pub sentence: Option<Sentence>,
    /// Seconds until the next try of a pass phrase or recovery code is taken; 0 for at once.
    pub wait_seconds: u32,
    /// The present date in the user's zone, as `2026-11-26`.
    pub today: String,
    /// The user's time zone.
    pub zone: String,
    /// Version of Fairlead.
    pub version: String,
    /// How the data should be shown.
    pub settings: Settings,
    /// The address of the page that was shown last, where one was kept.
    pub place: Option<String>,
}

/// The page that is shown, to come back to.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Its address, like `relationship/7/agreement`.
    pub route: String,
}

/// A pass phrase.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PassPhrase {
    /// The pass phrase as typed.
    pub pass_phrase: String,
}

/// A recovery code.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// The code as typed; case, spaces and dashes do not matter.
    pub code: String,
}

/// The recovery code to be kept elsewhere.
#[derive(Clone, Serialize, TS)]
pub struct RecoveryCode {
    /// The code in groups; none once it was confirmed, because Fairlead then forgets it.
    pub code: Option<String>,
    /// Whether its owner has confirmed that it is kept elsewhere.
    pub confirmed: bool,
}

/// A backup that can be restored.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Its name.
    pub backup: String,
    /// When it was made, as `Thursday 26 November 2026, 14:05`.
    pub made: String,
    /// When it was made, as RFC 9557 text.
    pub at: String,
    /// Why, in words.
    pub reason: String,
    /// Relationships in it.
    #[ts(type = "number")]
    pub relationships: u64,
    /// Answers in it.
    #[ts(type = "number")]
    pub answers: u64,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The backups, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backups {
    /// The backups.
    pub backups: Vec<BackupView>,
}

/// One backup.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BackupName {
    /// Its name, as the list gives it.
    pub backup: String,
}

/// Where the data lives and how it is protected.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Where {
    /// The data folder.
    pub folder: String,
    /// Size of the data file in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Where the key is: `keychain`, `key_file` or `pass_phrase`.
    pub key_place: String,
    /// The same in a sentence.
    pub key_sentence: String,
    /// The newest backup, in words; none when there is none.
    pub last_backup: Option<String>,
}

/// Who uses this computer (first run, question 1 and 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Profile {
    /// The name others read in agreements.
    pub name: String,
    /// E-mail address, or nothing.
    #[serde(default)]
    pub email: String,
    /// Phone number, or nothing.
    #[serde(default)]
    pub phone: String,
    /// IANA time zone (R92); the computer's when empty.
    #[serde(default)]
    pub zone: String,
    /// What the owner is, in general; each relationship says it for itself (B1).
    #[serde(default)]
    pub roles: Vec<Role>,
}

/// The owner's profile.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileView {
    /// The profile; none before the first run is through.
    pub profile: Option<Profile>,
}

/// Light, dark or as the computer has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the computer has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Strong lines and full contrast.
    Contrast,
}

/// How much room rows and controls take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// Room around everything.
    #[default]
    Comfortable,
    /// More on one page.
    Compact,
}

/// Paper for printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// How a kind of reminder reaches its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// In Fairlead and as a notification of the computer.
    #[default]
    Notify,
    /// In Fairlead only.
    InApp,
    /// Not at all.
    Off,
}

/// What the owner has chosen for this installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Text size in percent, 80 to 200.
    pub text_size: u32,
    /// Room around rows and controls.
    pub density: Density,
    /// Whether nothing moves, even where the computer allows movement.
    pub still: bool,
    /// Whether misspelt words are underlined while one writes.
    pub spelling: bool,
    /// Paper for printing.
    pub paper: PaperSize,
    /// Start of the quiet hours, `21:00`; nothing is notified from then on.
    pub quiet_from: String,
    /// End of the quiet hours, `08:00`.
    pub quiet_until: String,
    /// When "start of the day" reminders come, `09:00`.
    pub start_of_day: String,
    /// When "end of the day" reminders come, `17:00`.
    pub end_of_day: String,
    /// Whether notifications may show names; they do not by default, for locked screens.
    pub names_in_notifications: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 100,
            density: Density::Comfortable,
            still: false,
            spelling: true,
            paper: PaperSize::A4,
            quiet_from: "21:00".to_owned(),
            quiet_until: "08:00".to_owned(),
            start_of_day: "09:00".to_owned(),
            end_of_day: "17:00".to_owned(),
            names_in_notifications: false,
        }
    }
}
