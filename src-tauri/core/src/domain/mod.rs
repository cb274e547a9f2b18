//! Types and pure rules. No I/O and no clock: what a rule needs is passed in.

pub mod advice;
pub mod answer;
pub mod contact;
pub mod dates;
pub mod example;
pub mod first_contact;
pub mod headings;
pub mod ids;
pub mod moment;
pub mod name;
pub mod overlay;
pub mod permission;
pub mod phrases;
pub mod redline;
pub mod revisit;
pub mod shared;
pub mod side;
pub mod suggestion;
pub mod template;
pub mod template_difference;
pub mod template_file;
pub mod terms;
pub mod vocabulary;
pub mod week;
pub mod wording;
pub mod zone;
