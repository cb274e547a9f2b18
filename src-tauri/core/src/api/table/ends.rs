//! Beginning and ending: the first meeting, the supervisor, closing (R80 to R97, R122 to R127).

use super::UseCase;
use crate::api::agreement::OnScreen;
use crate::api::closing::{
    AnswerClosing, CloseRelationship, ClosingView, EndingView, GoalsTaken, HelpCulture, MoveEnd,
    PlanStayInTouch, ReopenRelationship, TakeGoals,
};
use crate::api::deletion::{DeleteRelationship, Deleted, DeletionView, RelationshipExport};
use crate::api::first::{
    AddAcquaintance, ChangeSupervisor, FirstView, Journey, MarkStep, ProposeSecond,
    RemoveAcquaintance, SupervisorView, WantHelp,
};
use crate::api::intake::{ChooseAfterRequest, RequestChosen};
use crate::api::relationship::Which;
use crate::api::session::Sessions;
use crate::ops::{
    carry, closing, closing_course, closing_paper, deletion, ending, first_meeting, intake,
    journey, supervisor,
};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("journey.get", Which => Journey, journey::get),
    desk!("first.get", Which => FirstView, first_meeting::get),
    desk!("first.add", AddAcquaintance => FirstView, first_meeting::add),
    desk!("first.remove", RemoveAcquaintance => FirstView, first_meeting::remove),
    desk!("first.help", WantHelp => FirstView, first_meeting::want_help),
    desk!("first.mark", MarkStep => FirstView, first_meeting::mark),
    desk!("first.propose_second", ProposeSecond => Sessions, first_meeting::propose_second),
    desk!("supervisor.get", Which => SupervisorView, supervisor::get),
    desk!("supervisor.change", ChangeSupervisor => SupervisorView, supervisor::change),
    desk!("intake.choose", ChooseAfterRequest => RequestChosen, intake::choose),
    desk!("closing.get", Which => ClosingView, closing::get),
    desk!("closing.answer", AnswerClosing => ClosingView, closing::answer),
    desk!("closing.culture", HelpCulture => ClosingView, closing::help),
    desk!("closing.stay_in_touch", PlanStayInTouch => ClosingView, closing::stay_in_touch),
    desk!("closing.record", Which => OnScreen, closing_paper::on_screen),
    desk!("closing.close", CloseRelationship => ClosingView, closing_course::close),
    desk!("closing.reopen", ReopenRelationship => ClosingView, closing_course::reopen),
    desk!("closing.extend", MoveEnd => ClosingView, closing_course::extend),
    desk!("closing.finish_early", MoveEnd => ClosingView, closing_course::finish_early),
    desk!("relationship.take_goals", TakeGoals => GoalsTaken, carry::take),
    desk!("ending.get", Which => EndingView, ending::get),
    desk!("ending.end", CloseRelationship => ClosingView, ending::end_now),
    desk!("relationship.export", Which => RelationshipExport, deletion::export),
    desk!("deletion.get", Which => DeletionView, deletion::get),
    desk!("deletion.delete", DeleteRelationship => Deleted, deletion::delete),
];
