//! The notification services of Windows and macOS, by Tauri's plugin.

use super::{Action, Message, Taken, Trouble};
use tauri::{AppHandle, Runtime};
use tauri_plugin_notification::{Action as Button, ActionType, NotificationExt};

/// The notification service of this computer.
#[derive(Debug)]
pub struct Service;

/// The name of a set of buttons.
fn name(actions: &[Action]) -> String {
    actions
        .iter()
        .map(|action| action.key())
        .collect::<Vec<_>>()
        .join(" ")
}

impl Service {
    /// Listens to what people do with messages: one that is shown before reports nothing.
    ///
    /// # Errors
    /// Where the plugin cannot listen.
    pub fn reach<R: Runtime>(
        app: &AppHandle<R>,
        heard: impl Fn(u32, Action) + Send + Sync + 'static,
    ) -> Result<Self, Trouble> {
        let trouble = |error: tauri_plugin_notification::Error| Trouble::Missing(error.to_string());
        let sets: [&[Action]; 3] = [
            &[Action::Open],
            &[Action::Open, Action::Snooze],
            &Action::ALL,
        ];
        let types = sets.into_iter().map(|actions| {
            let buttons = actions
                .iter()
                .map(|action| Button::builder(action.key(), action.label()).build());
            ActionType::builder(name(actions))
                .actions(buttons.collect())
                .build()
        });
        app.notification()
            .register_action_types(types.collect())
            .map_err(trouble)?;
        app.notification()
            .on_action(move |performed| {
                let key = performed
                    .notification()
                    .and_then(|shown| u32::try_from(shown.id()).ok());
                if let (Some(key), Some(action)) = (key, Action::read(performed.action_id())) {
                    heard(key, action);
                }
            })
            .map_err(trouble)?;
        Ok(Self)
    }

    /// Whether a message of ours is still there: the system does not tell, so that it may be.
    pub fn shows(&self, _: impl Fn(u32) -> bool) -> bool {
        true
    }

    /// The system's own service does not go.
    pub fn is_gone(&self) -> bool {
        false
    }

    /// The system's own service is always there.
    ///
    /// # Errors
    /// Never.
    pub fn ask(&self) -> Result<(), Trouble> {
        Ok(())
    }

    /// Shows a message under a key of ours. The system does not tell whether it did.
    ///
    /// # Errors
    /// Where it could not be handed over.
    pub fn show<R: Runtime>(
        &self,
        app: &AppHandle<R>,
        key: u32,
        message: &Message,
        _abilities: &(),
    ) -> Result<Taken, Trouble> {
        app.notification()
            .builder()
            .id(i32::try_from(key).unwrap_or_default())
            .title(&message.title)
            .body(&message.body)
            .action_type_id(name(&message.actions))
            .show()
            .map(|()| Taken::Untold)
            .map_err(|error| Trouble::Missing(error.to_string()))
    }
}
