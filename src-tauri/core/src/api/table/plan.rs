//! The action plan and the journal (R98 to R106).

use super::UseCase;
use crate::api::activity::{
    ChangeActivity, ChangeResource, MoveActivity, NewActivity, NewResource, StandGoal,
    WhichActivity, WhichResource,
};
use crate::api::agreement::{Goals, History};
use crate::api::journal::{
    Behaviours, ChangeAssessmentLine, ChangeBehaviour, ChangeMoment, Journal, NewAssessmentLine,
    NewBehaviour, NewMoment, PromoteBehaviour, SelfAssessment, WhichAssessmentLine, WhichBehaviour,
    WhichMoment,
};
use crate::api::plan::{ChangePlan, ComparePlans, PlanComparison, PlanHistory, PlanView};
use crate::api::relationship::Which;
use crate::ops::{activity, assessment, behaviour, goal, history, journal, plan, resource};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("plan.get", Which => PlanView, plan::get),
    desk!("plan.change", ChangePlan => PlanView, plan::change),
    desk!("plan.review", Which => PlanView, plan::review),
    desk!("plan.still_right", Which => PlanView, plan::still_right),
    desk!("plan.history", Which => PlanHistory, plan::history),
    desk!("plan.compare", ComparePlans => PlanComparison, plan::compare),
    desk!("goal.stand", StandGoal => Goals, goal::stand),
    desk!("activity.add", NewActivity => PlanView, activity::add),
    desk!("activity.change", ChangeActivity => PlanView, activity::change),
    desk!("activity.move", MoveActivity => PlanView, activity::shift),
    desk!("activity.history", WhichActivity => History, history::of_activity),
    desk!("activity.remove", WhichActivity => PlanView, activity::remove),
    desk!("resource.add", NewResource => PlanView, resource::add),
    desk!("resource.change", ChangeResource => PlanView, resource::change),
    desk!("resource.remove", WhichResource => PlanView, resource::remove),
    desk!("behaviour.list", Which => Behaviours, behaviour::list),
    desk!("behaviour.add", NewBehaviour => Behaviours, behaviour::add),
    desk!("behaviour.change", ChangeBehaviour => Behaviours, behaviour::change),
    desk!("behaviour.remove", WhichBehaviour => Behaviours, behaviour::remove),
    desk!("behaviour.promote", PromoteBehaviour => Behaviours, behaviour::promote),
    desk!("journal.list", Which => Journal, journal::list),
    desk!("journal.add", NewMoment => Journal, journal::add),
    desk!("journal.change", ChangeMoment => Journal, journal::change),
    desk!("journal.remove", WhichMoment => Journal, journal::remove),
    desk!("journal.share", WhichMoment => Journal, journal::share),
    desk!("self_assessment.get", Which => SelfAssessment, assessment::get),
    desk!("self_assessment.add", NewAssessmentLine => SelfAssessment, assessment::add),
    desk!("self_assessment.change", ChangeAssessmentLine => SelfAssessment, assessment::change),
    desk!("self_assessment.remove", WhichAssessmentLine => SelfAssessment, assessment::remove),
];
