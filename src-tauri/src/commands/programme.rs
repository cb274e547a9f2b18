//! The programme's logo: chosen in the desktop's own dialog, read and looked at in Rust (R58).

use crate::chosen;
use crate::commands::on_core;
use crate::error::Reply;
use crate::platform::dialogs::OpenQuestion;
use fairlead_core::api::Answer;
use fairlead_core::api::programme::LARGEST_PICTURE;
use tauri::{AppHandle, Runtime};

/// What a logo may be; what the file really is, its bytes tell.
const PICTURES: &[&str] = &["png", "jpg", "jpeg"];

/// Asks for a picture and keeps it as the logo of a relationship's programme. The page never has the
/// file: it gets what [`call`](super::call::call) answers. `null` where the person thought better of it.
///
/// # Errors
/// A sentence where the file cannot be read, and the core's where it is no picture for a logo.
#[tauri::command]
pub async fn choose_logo<R: Runtime>(
    app: AppHandle<R>,
    relationship: String,
) -> Reply<Option<Answer>> {
    let question = OpenQuestion {
        title: "Choose the logo".to_owned(),
        kind: "PNG or JPEG picture".to_owned(),
        extensions: PICTURES,
    };
    let Some(path) = chosen::ask(&app, question).await? else {
        return Ok(None);
    };
    on_core(&app, move |product| {
        let picture = chosen::read(&path, LARGEST_PICTURE, "a PNG or JPEG picture")?;
        product.with(|fairlead| fairlead.set_logo(&relationship, &picture))
    })
    .await
    .map(Some)
}
