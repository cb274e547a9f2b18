//! The one table of use cases. The shell, the command line and the TypeScript types all come from
//! it, so that they cannot drift apart.

// One list for each part of the work.
#[macro_use]
mod entry;
pub mod afterwards;
mod attachments;
mod contacts;
#[cfg(feature = "types")]
pub mod described;
mod ends;
mod looking;
mod meeting;
mod plan;
mod remind;
mod sessions;

use super::Answer;
use super::agreement::{
    AgreementView, AnswerSaved, ChangeGoal, ChangeMilestone, Goals, History, Milestones, MoveGoal,
    NewGoal, NewMilestone, OnScreen, RestoreWording, SetAnswer, SetNote, SetStanding, Since,
    UndoState, WhichAnswer, WhichGoal, WhichMilestone,
};
use super::contact::{
    ChangeChannel, ContactPlan, ContactSaved, MarkTimes, MoveChannel, NewChannel, TimeSuits,
    TryTime, WhichChannel,
};
use super::expectation::{
    ExpectationDraft, Expectations, MarkExpectation, WhoExpects, WriteExpectations,
};
use super::form::{
    MoveSection, Order, Ready, RenameSection, SentenceSaved, SettleSentence, WhichSection,
    WriteSentence,
};
use super::heading::{ChangeHeading, Headings, MoveHeading, NewHeading, WhichHeading};
use super::intake::{ChangeIntake, ReplyToRequest, SetFirstMeeting};
use super::permission::{
    ChangePermission, NewPermission, Permissions, StepPermission, WhichPermission,
};
use super::programme::{
    ChangeProgramme, ChangeProgrammeContact, ChangeProgrammeEvent, NewProgrammeContact,
    NewProgrammeEvent, OwnWords, ProgrammeView, SetLogo, WhichProgrammeContact,
    WhichProgrammeEvent,
};
use super::relationship::{
    ChangeRelationship, Connected, DateWords, Made, NewRelationship, People, RelationshipView,
    Relationships, RestoreDetail, Which, WhichDetail,
};
use super::signing::{
    BeginSigning, ConfirmKey, ConfirmSignature, KeysView, ScanFile, SetRating, Sign, Signing,
    SigningSide, WhichScan,
};
use super::start::{
    BackupName, Backups, Code, Done, Nothing, PassPhrase, Place, Profile, ProfileView,
    RecoveryCode, Settings, StartState, Where,
};
use super::suggestion::{
    BlendSuggestion, KeepWords, NewComment, NewSuggestion, Suggestions, WhichSuggestion,
};
use super::template::{
    AdoptTemplate, ChangeTemplate, ChangeTemplateSection, CopyTemplate, ImportPreview,
    ImportTemplate, MoveTemplateSection, NewTemplateSection, TemplateAdopted, TemplateDeeds,
    TemplateImportText, TemplateRemoved, TemplateText, TemplateView, Templates, WhichTemplate,
    WhichTemplateSection,
};
use super::today::{Today, TypedDate, Zones};
use super::verify::{Verified, VerifyFile};
use super::version::{
    Amendments, CheckFiles, CompareVersions, Comparison, FilesChecked, SuggestFromVersion,
    VersionDetail, VersionFiles, Versions, WhichVersion,
};
use crate::error::{Error, Result};
use crate::fairlead::Fairlead;
use crate::ops::{
    Outcome, agreement, answer, channel, contact, date, details, example, expectation, form, goal,
    heading, history, intake, key, milestone, paper, permission, profile, programme, proof, rating,
    ready, relationship, reminder, restore, section, signature, signing, since, suggestion,
    template, template_deed, template_import, today, undo, version,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::sync::LazyLock;

/// A use case by name.
pub struct UseCase {
    /// Its name.
    pub name: &'static str,
    run: fn(&mut Fairlead, Value) -> Result<Answer>,
    #[cfg(feature = "types")]
    described: described::Described,
}

fn read<T: DeserializeOwned>(request: Value) -> Result<T> {
    let request = if request.is_null() {
        Value::Object(serde_json::Map::new())
    } else {
        request
    };
    if !request.is_object() {
        // Serde would take a list for the fields in the order in which the type happens to have them.
        return Err(bad_request("", "it is no object"));
    }
    serde_path_to_error::deserialize(request).map_err(|error| {
        let path = error.path().to_string();
        // "." is the request itself, "?" a place inside a value that fits nowhere.
        let place = path.trim_end_matches(".?").trim_matches(['.', '?']);
        bad_request(place, &error.inner().to_string())
    })
}

/// Most characters that are repeated of what was sent wrongly.
const REPEATED: usize = 160;

/// A refusal of a request that has not the form of its type. `place` names what is wrong in it, where that is
/// known; a long text in it is not repeated whole.
fn bad_request(place: &str, why: &str) -> Error {
    let letters = why.chars().count();
    let why = if letters > 4 * REPEATED {
        let begin: String = why.chars().take(REPEATED).collect();
        let end: String = why.chars().skip(letters - 2 * REPEATED).collect();
        format!("{begin} … {end}")
    } else {
        why.to_owned()
    };
    let at = if place.is_empty() {
        String::new()
    } else {
        format!(" at “{place}”")
    };
    let message = format!(
        "The request could not be read{at}: {why}. Nothing was changed. `fairlead-cli calls` shows what each call takes."
    );
    if place.is_empty() {
        Error::refused("bad_request", message)
    } else {
        Error::field("bad_request", place, message)
    }
}

fn write<T: Serialize>(outcome: Outcome<T>) -> Result<Answer> {
    let output =
        serde_json::to_value(outcome.output).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Answer {
        output,
        changed: outcome.changed.to_vec(),
    })
}

/// All use cases.
pub static USE_CASES: LazyLock<Vec<&'static UseCase>> = LazyLock::new(|| {
    [
        BASE,
        contacts::USE_CASES,
        sessions::USE_CASES,
        meeting::USE_CASES,
        plan::USE_CASES,
        looking::USE_CASES,
        ends::USE_CASES,
        attachments::USE_CASES,
        remind::USE_CASES,
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// Setting up, the agreement with all that belongs to it, and what serves every part.
static BASE: &[UseCase] = &[
    gate!("start.state", Nothing => StartState, Fairlead::state),
    gate!("start.retry", Nothing => StartState, Fairlead::retry),
    gate!("start.unlock", PassPhrase => StartState, Fairlead::unlock),
    gate!("start.recover", Code => StartState, Fairlead::recover),
    gate!("start.backups", Nothing => Backups, Fairlead::backups),
    gate!("start.restore", BackupName => StartState, Fairlead::restore),
    gate!("start.begin_anew", Nothing => StartState, Fairlead::begin_anew),
    gate!("backup.list", Nothing => Backups, Fairlead::backups),
    gate!("backup.make", Nothing => Backups, Fairlead::back_up),
    gate!("backup.restore", BackupName => StartState, Fairlead::restore),
    gate!("data.where", Nothing => Where, Fairlead::place),
    gate!("recovery.show", Nothing => RecoveryCode, Fairlead::show_code),
    gate!("recovery.confirm", Code => Done, Fairlead::confirm_code),
    gate!("recovery.renew", Nothing => RecoveryCode, Fairlead::renew_code),
    gate!("passphrase.set", PassPhrase => Done, Fairlead::set_pass_phrase),
    gate!("passphrase.remove", PassPhrase => Done, Fairlead::remove_pass_phrase),
    desk!("profile.get", Nothing => ProfileView, profile::get),
    desk!("profile.save", Profile => Done, profile::save),
    desk!("settings.get", Nothing => Settings, profile::settings),
    desk!("settings.save", Settings => Settings, profile::save_settings),
    desk!("place.keep", Place => Done, profile::keep_place),
    desk!("person.list", Nothing => People, profile::people),
    desk!("relationship.create", NewRelationship => Made, relationship::create),
    desk!("relationship.list", Nothing => Relationships, relationship::list),
    desk!("relationship.get", Which => RelationshipView, relationship::get),
    desk!("relationship.update", ChangeRelationship => RelationshipView, details::change),
    desk!("relationship.history", WhichDetail => History, history::of_detail),
    desk!("relationship.restore", RestoreDetail => RelationshipView, history::restore_detail),
    desk!("relationship.connected", Connected => RelationshipView, details::connected),
    desk!("agreement.get", Which => AgreementView, agreement::get),
    desk!("agreement.document", Which => OnScreen, paper::on_screen),
    desk!("agreement.sheet", Which => OnScreen, paper::sheet),
    desk!("answer.set", SetAnswer => AnswerSaved, answer::set),
    desk!("answer.history", WhichAnswer => History, history::get),
    desk!("answer.restore", RestoreWording => AnswerSaved, history::restore),
    desk!("agreement.ready", Which => Ready, ready::get),
    desk!("section.stand", SetStanding => Done, section::stand),
    desk!("section.rename", RenameSection => Order, section::rename),
    desk!("section.history", WhichSection => History, history::of_title),
    desk!("section.restore", RestoreWording => Order, history::restore_title),
    desk!("section.move", MoveSection => Order, section::shift),
    desk!("sentence.write", WriteSentence => SentenceSaved, section::word),
    desk!("sentence.settle", SettleSentence => SentenceSaved, section::settle),
    desk!("expectation.get", Which => Expectations, expectation::get),
    desk!("expectation.read", WhoExpects => ExpectationDraft, expectation::read),
    desk!("expectation.write", WriteExpectations => Done, expectation::write),
    desk!("expectation.finish", WhoExpects => Expectations, expectation::finish),
    desk!("expectation.discard", WhoExpects => Expectations, expectation::discard),
    desk!("expectation.reveal", Which => Expectations, expectation::reveal),
    desk!("expectation.mark", MarkExpectation => Expectations, expectation::mark),
    desk!("suggestion.list", Which => Suggestions, suggestion::list),
    desk!("suggestion.make", NewSuggestion => Suggestions, suggestion::make),
    desk!("suggestion.accept", WhichSuggestion => Suggestions, suggestion::accept),
    desk!("suggestion.keep", KeepWords => Suggestions, suggestion::keep),
    desk!("suggestion.blend", BlendSuggestion => Suggestions, suggestion::blend),
    desk!("suggestion.withdraw", WhichSuggestion => Suggestions, suggestion::withdraw),
    desk!("suggestion.comment", NewComment => Suggestions, suggestion::comment),
    desk!("sentence.history", WhichSection => History, history::of_sentence),
    desk!("sentence.restore", RestoreWording => SentenceSaved, history::restore_sentence),
    desk!("note.write", SetNote => Done, agreement::write_note),
    desk!("goal.add", NewGoal => Goals, goal::add),
    desk!("goal.change", ChangeGoal => Goals, goal::change),
    desk!("goal.remove", WhichGoal => Goals, goal::remove),
    desk!("goal.history", WhichGoal => History, history::of_goal),
    desk!("goal.restore", RestoreWording => Goals, history::restore_goal),
    desk!("goal.move", MoveGoal => Goals, goal::shift),
    desk!("milestone.add", NewMilestone => Milestones, milestone::add),
    desk!("milestone.change", ChangeMilestone => Milestones, milestone::change),
    desk!("milestone.remove", WhichMilestone => Milestones, milestone::remove),
    desk!("milestone.history", WhichMilestone => History, history::of_milestone),
    desk!("milestone.restore", RestoreWording => Milestones, history::restore_milestone),
    desk!("heading.add", NewHeading => Headings, heading::add),
    desk!("heading.change", ChangeHeading => Headings, heading::change),
    desk!("heading.remove", WhichHeading => Headings, heading::remove),
    desk!("heading.history", WhichHeading => History, history::of_heading),
    desk!("heading.restore", RestoreWording => Headings, history::restore_heading),
    desk!("heading.move", MoveHeading => Headings, heading::shift),
    desk!("template.undo_state", WhichTemplate => UndoState, template_deed::get),
    desk!("template.undo", WhichTemplate => UndoState, template_deed::back),
    desk!("template.redo", WhichTemplate => UndoState, template_deed::forward),
    desk!("template.history", WhichTemplate => TemplateDeeds, template_deed::history),
    desk!("template.list", Nothing => Templates, template::list),
    desk!("template.get", WhichTemplate => TemplateView, template::get),
    desk!("template.copy", CopyTemplate => TemplateView, template::copy),
    desk!("template.change", ChangeTemplate => TemplateView, template::change),
    desk!("template.remove", WhichTemplate => TemplateRemoved, template::remove),
    desk!("template.section.add", NewTemplateSection => TemplateView, template::add_section),
    desk!("template.section.change", ChangeTemplateSection => TemplateView, template::change_section),
    desk!("template.section.move", MoveTemplateSection => TemplateView, template::move_section),
    desk!("template.section.remove", WhichTemplateSection => TemplateView, template::remove_section),
    desk!("template.export", WhichTemplate => TemplateText, template::export),
    desk!("template.preview", TemplateImportText => ImportPreview, template_import::preview),
    desk!("template.import", ImportTemplate => TemplateView, template_import::import),
    desk!("template.compare", AdoptTemplate => TemplateAdopted, form::compare),
    desk!("template.adopt", AdoptTemplate => TemplateAdopted, form::adopt),
    desk!("rating.set", SetRating => Goals, rating::set),
    desk!("signing.get", Which => Signing, signing::get),
    desk!("signing.begin", BeginSigning => Signing, signing::begin),
    desk!("signing.open", SigningSide => Signing, signing::open),
    gate!("signing.sign", Sign => Signing, Fairlead::sign),
    desk!("signing.hand_over", SigningSide => Signing, signing::hand_over),
    gate!("signing.confirm", ConfirmSignature => Signing, Fairlead::confirm_signature),
    desk!("signing.withdraw", SigningSide => Signing, signing::withdraw),
    desk!("signing.scan", WhichScan => ScanFile, signature::scan_file),
    desk!("version.list", Which => Versions, version::list),
    desk!("version.get", WhichVersion => VersionDetail, version::get),
    desk!("version.files", WhichVersion => VersionFiles, version::files),
    desk!("version.check", CheckFiles => FilesChecked, proof::check),
    desk!("version.compare", CompareVersions => Comparison, version::compare),
    desk!("version.amendments", Which => Amendments, version::amendments),
    desk!("version.restore", SuggestFromVersion => Suggestions, restore::suggest),
    desk!("key.get", Which => KeysView, key::get),
    desk!("key.confirm", ConfirmKey => KeysView, key::confirm),
    desk!("permission.add", NewPermission => Permissions, permission::add),
    desk!("permission.change", ChangePermission => Permissions, permission::change),
    desk!("permission.step", StepPermission => Permissions, permission::step),
    desk!("permission.remove", WhichPermission => Permissions, permission::remove),
    desk!("intake.change", ChangeIntake => RelationshipView, intake::change),
    desk!("intake.reply", ReplyToRequest => RelationshipView, intake::reply),
    desk!("first_meeting.set", SetFirstMeeting => RelationshipView, intake::set_meeting),
    desk!("programme.get", Which => ProgrammeView, programme::get),
    desk!("programme.words", Which => OwnWords, programme::own_words),
    desk!("programme.change", ChangeProgramme => ProgrammeView, programme::change),
    desk!("programme.contact.add", NewProgrammeContact => ProgrammeView, programme::add_contact),
    desk!("programme.contact.change", ChangeProgrammeContact => ProgrammeView, programme::change_contact),
    desk!("programme.contact.remove", WhichProgrammeContact => ProgrammeView, programme::remove_contact),
    desk!("programme.event.add", NewProgrammeEvent => ProgrammeView, programme::add_event),
    desk!("programme.event.change", ChangeProgrammeEvent => ProgrammeView, programme::change_event),
    desk!("programme.event.remove", WhichProgrammeEvent => ProgrammeView, programme::remove_event),
    desk!("programme.logo.set", SetLogo => ProgrammeView, programme::set_logo),
    desk!("programme.logo.remove", Which => ProgrammeView, programme::remove_logo),
    desk!("contact.get", Which => ContactPlan, contact::get),
    desk!("channel.add", NewChannel => ContactSaved, channel::add),
    desk!("channel.change", ChangeChannel => ContactSaved, channel::change),
    desk!("channel.remove", WhichChannel => ContactSaved, channel::remove),
    desk!("channel.move", MoveChannel => ContactSaved, channel::shift),
    desk!("times.mark", MarkTimes => ContactSaved, contact::mark),
    desk!("times.try", TryTime => TimeSuits, contact::try_time),
    desk!("undo.state", Which => UndoState, undo::state),
    desk!("undo.back", Which => UndoState, undo::back),
    desk!("undo.forward", Which => UndoState, undo::forward),
    desk!("since.get", Which => Since, since::get),
    desk!("since.seen", Which => Done, since::seen),
    desk!("today.get", Nothing => Today, today::get),
    desk!("revisit.finish", Which => Done, reminder::finish_revisit),
    gate!("verify.file", VerifyFile => Verified, Fairlead::verify_file),
    desk!("date.read", TypedDate => DateWords, date::read),
    desk!("zone.list", Nothing => Zones, date::zones),
    desk!("example.add", Nothing => Made, example::add),
    desk!("example.remove", Nothing => Done, example::remove),
];

/// Answers a use case by name.
pub(crate) fn call(fairlead: &mut Fairlead, name: &str, request: Value) -> Result<Answer> {
    let case = USE_CASES.iter().find(|case| case.name == name).ok_or_else(|| {
        Error::refused(
            "unknown_call",
            format!("There is no call “{name}”. Nothing was changed. `fairlead-cli calls` lists them all."),
        )
    })?;
    (case.run)(fairlead, request)
}
