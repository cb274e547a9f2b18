//! An e-mail in the person's own mail program. Fairlead sends nothing itself, and knows no mail server.

use crate::error::{Reply, refused};
use crate::platform::opener;
use fairlead_core::api::Mail;

/// Opens a message in the mail program, to be read, changed and sent there. The page asks for it only after the person
/// has seen the message and said yes.
///
/// # Errors
/// `too_long` where mail programs would cut it, `not_opened` where there is none.
#[tauri::command(async)]
pub fn open_mail(to: String, subject: String, text: String) -> Reply<()> {
    let mail = Mail { to, subject, text };
    let address = mail.address().ok_or_else(|| {
        refused(
            "too_long",
            "This message is too long to hand to a mail program. Nothing was sent. Copy the text and paste it there.",
        )
    })?;
    opener::write_mail(&address).map_err(|_| {
        refused(
            "not_opened",
            "No mail program could be opened: perhaps none is set on this computer. Nothing was sent. Copy the text and paste it where you write.",
        )
    })
}
