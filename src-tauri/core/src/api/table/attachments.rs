//! Files that somebody adds (R133, R134, R151).

use super::UseCase;
use crate::api::attachment::{
    AddAttachment, AttachmentFile, Attachments, ShareAttachment, WhichAttachment,
};
use crate::api::relationship::Which;
use crate::ops::attachment;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("attachment.list", Which => Attachments, attachment::list),
    desk!("attachment.add", AddAttachment => Attachments, attachment::add),
    desk!("attachment.share", ShareAttachment => Attachments, attachment::share),
    desk!("attachment.open", WhichAttachment => AttachmentFile, attachment::open),
    desk!("attachment.remove", WhichAttachment => Attachments, attachment::remove),
];
