//! What can be found in a file, and what it is worth.

use crate::domain::side::Side;
use crate::trust::check::Fault;

/// What a finding means for the verdict, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The file is not what was signed.
    Fault,
    /// It cannot be told.
    Doubt,
    /// Good to know.
    Note,
}

/// Something found in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It is no PDF.
    NoPdf,
    /// It has more bytes than are read.
    TooLarge(u64),
    /// Its end is missing.
    CutOff,
    /// It is encrypted.
    Encrypted,
    /// It breaks off the rules of PDF.
    Damaged(String),
    /// It is a PDF of somebody else's; and whether anything is signed in it.
    Foreign {
        /// Whether it holds a signature.
        signed: bool,
    },
    /// A newer Fairlead wrote it.
    Newer,
    /// A draft, which nobody signed.
    Draft,
    /// A frozen version, printed to be read before signing.
    ToBeSigned,
    /// The attached file of this name is not there.
    Missing(&'static str),
    /// It is there more than once.
    Twice(&'static str),
    /// The text or the signatures under it do not hold.
    Text(Fault),
    /// The PDF's own signature of this person is not there.
    Unsigned(Side),
    /// The bytes of the file are not those over which this person's PDF signature stands.
    Bytes(Side),
    /// The PDF signature of this person was made with another key than the certificate's.
    PdfKey(Side),
    /// The PDF signature of this person is damaged, or another program's.
    PdfForm(Side),
    /// The certificate in the PDF is not the one that belongs to this person's key.
    Certificate(Side),
    /// The PDF signature says another time than what was signed.
    Time(Side),
    /// A scan of a signature by hand is missing or another one.
    Scan(Side),
    /// Bytes follow the end of the file, or its end was cut off in the middle of a signature.
    Tail(usize),
    /// Something was changed after signing.
    Changed,
    /// Both signed an earlier state of the file; something was put behind it.
    Earlier {
        /// How many bytes.
        bytes: usize,
        /// Whether they change what a reader shows.
        changed: bool,
    },
    /// The pages do not show the attached text.
    Pages,
    /// The pages could not be compared; with the version of Fairlead that set them, where that is the reason.
    PagesUnknown(Option<String>),
    /// Fairlead knows another key of this person: since which day, in words, where that is known.
    OtherKey(Side, String),
    /// Fairlead has not met this person's key before.
    NewKey(Side),
    /// The version of this number that is kept here says something else.
    OtherText(u32),
    /// A later version was signed since: its number, and when in words.
    Later(u32, String),
}

impl Finding {
    /// What it means for the verdict.
    pub const fn weight(&self) -> Weight {
        match self {
            Self::NoPdf
            | Self::TooLarge(_)
            | Self::CutOff
            | Self::Encrypted
            | Self::Damaged(_)
            | Self::Foreign { .. }
            | Self::Newer
            | Self::OtherKey(..) => Weight::Doubt,
            Self::Draft
            | Self::ToBeSigned
            | Self::Missing(_)
            | Self::Twice(_)
            | Self::Text(_)
            | Self::Unsigned(_)
            | Self::Bytes(_)
            | Self::PdfKey(_)
            | Self::PdfForm(_)
            | Self::Certificate(_)
            | Self::Time(_)
            | Self::Scan(_)
            | Self::Tail(_)
            | Self::Changed
            | Self::Earlier { .. }
            | Self::Pages
            | Self::OtherText(_) => Weight::Fault,
            Self::PagesUnknown(_) | Self::NewKey(_) | Self::Later(..) => Weight::Note,
        }
    }

    /// Stable name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoPdf => "no_pdf",
            Self::TooLarge(_) => "too_large",
            Self::CutOff => "cut_off",
            Self::Encrypted => "encrypted",
            Self::Damaged(_) => "damaged_pdf",
            Self::Foreign { .. } => "foreign",
            Self::Newer => "newer",
            Self::Draft => "draft",
            Self::ToBeSigned => "to_be_signed",
            Self::Missing(_) => "attachment_missing",
            Self::Twice(_) => "attachment_twice",
            Self::Text(fault) => fault.code(),
            Self::Unsigned(_) => "pdf_unsigned",
            Self::Bytes(_) => "pdf_changed",
            Self::PdfKey(_) => "pdf_key",
            Self::PdfForm(_) => "pdf_signature_damaged",
            Self::Certificate(_) => "pdf_certificate",
            Self::Time(_) => "pdf_time",
            Self::Scan(_) => "scan_differs",
            Self::Tail(_) => "appended",
            Self::Changed => "changed_after",
            Self::Earlier { .. } => "earlier_state",
            Self::Pages => "pages_differ",
            Self::PagesUnknown(_) => "pages_unknown",
            Self::OtherKey(..) => "key_changed",
            Self::NewKey(_) => "key_new",
            Self::OtherText(_) => "version_differs",
            Self::Later(..) => "later_version",
        }
    }

    /// The person it is about, where it is about one.
    pub const fn side(&self) -> Option<Side> {
        match self {
            Self::Text(fault) => fault.side(),
            Self::Unsigned(side)
            | Self::Bytes(side)
            | Self::PdfKey(side)
            | Self::PdfForm(side)
            | Self::Certificate(side)
            | Self::Time(side)
            | Self::Scan(side)
            | Self::OtherKey(side, _)
            | Self::NewKey(side) => Some(*side),
            Self::NoPdf
            | Self::TooLarge(_)
            | Self::CutOff
            | Self::Encrypted
            | Self::Damaged(_)
            | Self::Foreign { .. }
            | Self::Newer
            | Self::Draft
            | Self::ToBeSigned
            | Self::Missing(_)
            | Self::Twice(_)
            | Self::Tail(_)
            | Self::Changed
            | Self::Earlier { .. }
            | Self::Pages
            | Self::PagesUnknown(_)
            | Self::OtherText(_)
            | Self::Later(..) => None,
        }
    }
}
