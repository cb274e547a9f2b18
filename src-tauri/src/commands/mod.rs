//! What the pages may ask the program to do. Everything Fairlead knows goes through [`call::call`];
//! the other commands are what only a program on a desktop can do.

pub mod attachment;
pub mod background;
pub mod call;
pub mod mail;
pub mod paper;
pub mod programme;
pub mod session;
pub mod signing;
pub mod template;
pub mod text;
pub mod verify;

use crate::error::{Reply, refused};
use crate::state::Product;
use tauri::{AppHandle, Manager, Runtime};

/// Runs what takes a while beside the window's own thread.
async fn on_core<R: Runtime, T: Send + 'static>(
    app: &AppHandle<R>,
    deed: impl FnOnce(&Product) -> Reply<T> + Send + 'static,
) -> Reply<T> {
    let handle = app.clone();
    tauri::async_runtime::spawn_blocking(move || deed(&handle.state::<Product>()))
        .await
        .map_err(|error| {
            refused(
                "unexpected",
                format!("This could not be finished. Your data is as it was. Please report this, and start Fairlead again before you go on: {error}"),
            )
        })?
}
