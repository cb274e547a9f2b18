//! Looking back: check-ups, the mid-point, the revisit (R107 to R121), and what is for mentors alone.

use super::UseCase;
use crate::api::checkup::{
    AddObstacleTask, AnswerCheckPoint, AnswerCheckup, CheckPoints, Checkup, FollowUpObstacles,
    MeetAboutObstacles, SetCheckPoints, TickObstacles, WhoLooksBack,
};
use crate::api::mentor::{MentorCards, SaveSelfCheck, SelfChecks, WhichSelfCheck};
use crate::api::mid_point::{
    AgreeAnew, AnswerMidPoint, BookMidPoint, ChoosePage, JudgeClause, MidPointEvaluation,
    MidPointView, RateTrust, RenewCommitment, Revisit,
};
use crate::api::relationship::Which;
use crate::ops::{check_point, checkup, mentor, mid_point, revisit};

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("checkup.get", WhoLooksBack => Checkup, checkup::get),
    desk!("checkup.answer", AnswerCheckup => Checkup, checkup::answer),
    desk!("checkup.complete", WhoLooksBack => Checkup, checkup::complete),
    desk!("checkup.obstacles", TickObstacles => Checkup, checkup::obstacles),
    desk!("checkup.share", WhoLooksBack => Checkup, checkup::share),
    desk!("checkup.begin_anew", WhoLooksBack => Checkup, checkup::begin_anew),
    desk!("checkup.meet", MeetAboutObstacles => Checkup, checkup::meet),
    desk!("checkup.task", AddObstacleTask => Checkup, checkup::add_task),
    desk!("checkup.follow_up", FollowUpObstacles => Checkup, checkup::follow_up),
    desk!("check_point.get", Which => CheckPoints, check_point::get),
    desk!("check_point.set", SetCheckPoints => CheckPoints, check_point::set),
    desk!("check_point.answer", AnswerCheckPoint => CheckPoints, check_point::answer),
    desk!("mid_point.get", WhoLooksBack => MidPointView, mid_point::get),
    desk!("mid_point.book", BookMidPoint => MidPointView, mid_point::book),
    desk!("mid_point.answer", AnswerMidPoint => MidPointView, mid_point::answer),
    desk!("mid_point.clause", JudgeClause => MidPointView, mid_point::judge),
    desk!("mid_point.trust", RateTrust => MidPointView, mid_point::rate),
    desk!("mid_point.share_trust", WhoLooksBack => MidPointView, mid_point::share_trust),
    desk!("mid_point.agree", AgreeAnew => MidPointView, mid_point::agree),
    desk!("mid_point.finish", Which => MidPointView, mid_point::finish),
    desk!("mid_point.evaluation", Which => MidPointEvaluation, mid_point::evaluation),
    desk!("revisit.get", Which => Revisit, revisit::get),
    desk!("revisit.page", ChoosePage => Revisit, revisit::page),
    desk!("commitment.renew", RenewCommitment => Revisit, revisit::renew),
    desk!("mentor.cards", Which => MentorCards, mentor::cards),
    desk!("self_check.list", Which => SelfChecks, mentor::checks),
    desk!("self_check.save", SaveSelfCheck => SelfChecks, mentor::save),
    desk!("self_check.remove", WhichSelfCheck => SelfChecks, mentor::remove),
];
