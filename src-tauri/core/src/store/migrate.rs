//! The schema and how an older file comes to it.
//!
//! Migrations are appended; a shipped one never changes. A fresh file runs every one, so that
//! there is one path to the schema.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::error::StoreError;

/// The schema as the steps that make it.
#[derive(Debug, Clone)]
pub struct Schema {
    steps: Vec<&'static str>,
}

impl Schema {
    /// What this version of Fairlead knows: `core/migrations`, in order.
    #[must_use]
    pub fn current() -> Self {
        Self::of(vec![
            include_str!("../../migrations/0001_private.sql"),
            include_str!("../../migrations/0002_shared.sql"),
            include_str!("../../migrations/0003_record.sql"),
            include_str!("../../migrations/0004_desk.sql"),
            include_str!("../../migrations/0005_housekeeping.sql"),
            include_str!("../../migrations/0006_own_headings.sql"),
            include_str!("../../migrations/0007_templates.sql"),
            include_str!("../../migrations/0008_form.sql"),
            include_str!("../../migrations/0009_setting_up.sql"),
            include_str!("../../migrations/0010_talk.sql"),
            include_str!("../../migrations/0011_template_deeds.sql"),
            include_str!("../../migrations/0012_where_goals_were_set.sql"),
            include_str!("../../migrations/0013_versions.sql"),
            include_str!("../../migrations/0014_signed_papers.sql"),
            include_str!("../../migrations/0015_tasks.sql"),
            include_str!("../../migrations/0016_sessions.sql"),
            include_str!("../../migrations/0017_action_plan.sql"),
            include_str!("../../migrations/0018_agreeing_to_disagree.sql"),
            include_str!("../../migrations/0019_contact_log.sql"),
            include_str!("../../migrations/0020_looking_back.sql"),
            include_str!("../../migrations/0021_ends.sql"),
            include_str!("../../migrations/0022_first.sql"),
            include_str!("../../migrations/0023_meetings.sql"),
            include_str!("../../migrations/0024_attachments.sql"),
            include_str!("../../migrations/0025_shown_at.sql"),
            include_str!("../../migrations/0026_name_of_a_scan.sql"),
        ])
    }

    /// These steps, in order: tests make older and newer files with it.
    #[must_use]
    pub const fn of(steps: Vec<&'static str>) -> Self {
        Self { steps }
    }

    /// The steps, in order.
    #[must_use]
    pub fn steps(&self) -> &[&'static str] {
        &self.steps
    }

    /// The schema's number: how many steps made it (SQLite's `user_version`).
    #[must_use]
    pub fn version(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or(u32::MAX)
    }

    /// Brings a file to this schema, all steps in one transaction: all of them, or none.
    pub(super) fn apply(&self, conn: &mut Connection) -> Result<(), StoreError> {
        Migrations::new(
            self.steps
                .iter()
                .map(|step| M::up(step).foreign_key_check())
                .collect(),
        )
        .to_latest(conn)
        .map_err(|error| {
            if let rusqlite_migration::Error::RusqliteError { err, .. } = error {
                StoreError::from(err)
            } else {
                StoreError::Database(error.to_string())
            }
        })
    }
}
