//! The words of the papers, read from `content/papers.toml`. They are crate-private, so that one
//! that nobody uses is a warning.

use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Papers {
    agreement: AgreementWords,
    signed: SignedWords,
    to_sign: ToSignWords,
    blank: BlankWords,
    sheet: SheetWords,
    contact_plan: ContactPlanWords,
    session: SessionWords,
}

/// What the summary of a session says besides what the two wrote (R148).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SessionWords {
    pub title: String,
    pub mentee: String,
    pub mentor: String,
    pub programme: String,
    pub when: String,
    pub about: String,
    pub first_wish: String,
    pub second_wish: String,
    pub actions: String,
    pub no_actions: String,
    pub what: String,
    pub who: String,
    pub by: String,
    pub done: String,
    pub no_date: String,
    pub notes: String,
    pub next: String,
    pub no_next: String,
    pub take_aways: String,
    pub opening: String,
}

/// What the contact plan says besides what the two wrote (R10).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ContactPlanWords {
    pub title: String,
    pub under: String,
    pub subject: String,
    pub as_of: String,
    pub mentee: String,
    pub mentor: String,
    pub ways: String,
    pub times: String,
    pub points: String,
    pub silence: String,
    pub promises: String,
    pub programme: String,
    pub none: String,
    /// In the place of what one of the two has not said yet: `{value}` is the name.
    pub ask: String,
    /// Under lines that had no room.
    pub more: String,
    pub file: String,
}

/// What the page with both signatures says besides what was signed (B4).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedWords {
    pub title: String,
    pub heading: String,
    pub agreed: String,
    pub mentor: String,
    pub mentee: String,
    pub signature: String,
    pub date: String,
    /// In the place of a signature that stands on paper.
    pub by_hand: String,
    pub kind: String,
    pub typed: String,
    pub drawn: String,
    pub on_paper: String,
    pub at: String,
    pub confirmed: String,
    pub computer: String,
    pub at_mentor: String,
    pub at_mentee: String,
    pub key: String,
    /// What a screen reader says for a drawn signature: `{name}`.
    pub drawing: String,
    /// What a reader says for the PDF's own field: `{role}`.
    pub tooltip: String,
    pub fingerprint: String,
    pub spoken: String,
    pub digits: String,
    pub code: String,
    pub code_alternative: String,
    pub shows: String,
    pub shows_not: String,
    /// Where both signed in one place: `{place}`.
    pub one_computer: String,
    pub record: String,
    pub record_caption: String,
    pub when: String,
    pub what: String,
    pub record_note: String,
    pub file: String,
    pub attachments: SignedAttachments,
}

/// What the files inside a signed paper are.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SignedAttachments {
    pub agreement: String,
    pub signatures: String,
    pub paper: String,
    pub scan: String,
}

/// What the paper for signing by hand says besides the frozen text (B4).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ToSignWords {
    pub title: String,
    pub signing: String,
    pub name: String,
    pub place: String,
    pub spoken: String,
    pub after: String,
    pub file: String,
}

/// What the living sheet says besides the answers (R60).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SheetWords {
    pub title: String,
    pub under: String,
    pub subject: String,
    pub as_of: String,
    pub dates: String,
    pub goals: String,
    pub agreed: String,
    pub agreed_none: String,
    pub talking: String,
    pub talking_note: String,
    pub untouched: String,
    pub left_out: String,
    pub file: String,
}

/// What blank forms say besides the questions (R78).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlankWords {
    pub mentee: String,
    pub mentor: String,
    pub date: String,
    pub name: String,
    /// The two in a sentence.
    pub the_mentee: String,
    pub the_mentor: String,
    pub write: String,
    pub suggestion: String,
    /// Over the lines under a wording that stands there from the start.
    pub changed: String,
    /// Before a question that depends on an option: `{value}`.
    pub if_chosen: String,
    /// Before a question that depends on a yes.
    pub if_ticked: String,
    pub or: String,
    /// What a screen reader says for a box.
    pub to_tick: String,
    pub yes: String,
    pub no: String,
    pub footer: String,
    pub page: String,
    /// Name of the file: `{title}`, and `{name}` of the template where it is not Fairlead's own.
    pub file: String,
    pub file_of: String,
    pub planning: BlankPlanning,
    pub agreement: BlankAgreement,
}

/// The blank planning template.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlankPlanning {
    pub title: String,
    pub under: String,
    pub subject: String,
    pub note: String,
}

/// The blank agreement.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct BlankAgreement {
    pub title: String,
    pub under: String,
    pub subject: String,
    pub purpose: String,
    pub left_out: String,
}

/// What the agreement says besides the answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgreementWords {
    pub title: String,
    pub under: String,
    pub subject: String,
    /// R26, in our own words.
    pub preamble: Vec<String>,
    pub purpose_note: String,
    pub planning_note: String,
    pub state: State,
    pub facts: Facts,
    pub summary: Summary,
    pub heads: Heads,
    pub words: Words,
    pub fingerprint: Fingerprint,
    pub page: Page,
    pub marks: Marks,
}

/// What a section or an answer is called that is not simply there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct State {
    pub draft: String,
    pub draft_detail: String,
    pub frozen: String,
    pub frozen_detail: String,
    pub signed_detail: String,
    pub later: String,
    pub open: String,
    pub talking: String,
    pub agreed: String,
    pub agreed_bare: String,
    pub left_out: String,
    pub separately: String,
}

/// How the two stand to a line of what they expect (R45).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Marks {
    pub aligned: String,
    pub to_discuss: String,
    pub different: String,
}

/// The title block.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    pub mentor: String,
    pub mentee: String,
    pub programme: String,
    pub connected: String,
    pub term: String,
    pub mid_point: String,
    pub revisit: String,
    pub version: String,
    pub made: String,
}

/// The five lines of R140.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Summary {
    pub heading: String,
    pub goals: String,
    pub frequency: String,
    pub length: String,
    pub structure: String,
    pub logistics: String,
}

/// Headings.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Heads {
    pub preamble: String,
    pub purpose_number: String,
    pub purpose: String,
    pub management_number: String,
    pub management: String,
    pub areas: String,
    pub area: String,
    pub agreed: String,
    pub decided: String,
    pub own: String,
    pub clauses: String,
    pub planning: String,
    pub left_out: String,
    pub amendments: String,
    pub signatures: String,
    pub fingerprint: String,
    pub top_goals: String,
    pub further_goals: String,
    pub rank: String,
    pub goal: String,
    pub horizon: String,
    pub measure: String,
    pub milestone: String,
    pub milestone_on: String,
    pub milestone_source: String,
    pub sharing: String,
    pub topic: String,
    pub each_caption: String,
    pub each_row: String,
    pub each_mentee: String,
    pub each_mentor: String,
}

/// Sentences.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Words {
    pub short: String,
    pub long: String,
    pub section: String,
    pub area: String,
    pub no_measure: String,
    pub no_date: String,
    pub no_goals: String,
    pub no_top_goals: String,
    pub fewer_top_goals: String,
    pub no_milestones: String,
    pub end_milestone: String,
    pub not_used: String,
    pub standard: String,
    pub may_hear: String,
    pub may_not_hear: String,
    pub see_clause: String,
    pub see_each: String,
    pub left_out_none: String,
    pub left_out_some: String,
    pub amendments_none: String,
    pub amendments_some: String,
    pub signing: String,
    pub sign_place: String,
    pub sign_date: String,
    pub sign_line: String,
    /// Before a change of a later version: `{value}` is its number.
    pub amended: String,
    /// Where `{person}` stands towards a goal: `{value}` (R27).
    pub rating: String,
    /// What the five steps of a rating are called.
    pub ratings: Vec<String>,
}

/// What the fingerprint is, and what it is not.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Fingerprint {
    pub value: String,
    pub what: String,
    pub check: String,
    pub draft: String,
    pub attachment: String,
    pub spoken: String,
    pub frozen: String,
    pub signed: String,
}

/// Footer and file name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Page {
    pub before: String,
    pub page: String,
    pub file: String,
    /// At the foot of a version that is frozen: `{value}` is its number.
    pub version: String,
}

/// What is said of templates besides what stands in them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateWords {
    pub shipped: String,
    pub shipped_about: String,
    pub unchanged: String,
    /// Name of the file of a template: `{name}`.
    pub file: String,
    /// Of a section that the template asks for, in the name of its programme: `{programme}`.
    pub asked_by: String,
    /// The same where no programme is named.
    pub asked: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Templates {
    templates: TemplateWords,
}

static TEMPLATES: LazyLock<Templates> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and every test of a template reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/templates.json")))
        .expect("content/templates.toml")
});

/// The words of templates.
pub(crate) fn templates() -> &'static TemplateWords {
    &TEMPLATES.templates
}

static PAPERS: LazyLock<Papers> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and every test of a paper reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/papers.json")))
        .expect("content/papers.toml")
});

/// The words of the agreement.
pub(crate) fn agreement() -> &'static AgreementWords {
    &PAPERS.agreement
}

/// The words of the page with both signatures.
pub(crate) fn signed() -> &'static SignedWords {
    &PAPERS.signed
}

/// The words of the paper for signing by hand.
pub(crate) fn to_sign() -> &'static ToSignWords {
    &PAPERS.to_sign
}

/// The words of the living sheet.
pub(crate) fn sheet() -> &'static SheetWords {
    &PAPERS.sheet
}

/// The words of the contact plan.
pub(crate) fn contact_plan() -> &'static ContactPlanWords {
    &PAPERS.contact_plan
}

/// The words of blank forms.
pub(crate) fn blank() -> &'static BlankWords {
    &PAPERS.blank
}

/// The words of the summary of a session.
pub(crate) fn session() -> &'static SessionWords {
    &PAPERS.session
}
