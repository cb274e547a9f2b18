//! One session from its agenda to its summary, and tasks (R17, R22 to R24, R33 to R36).

use super::UseCase;
use crate::api::relationship::Which;
use crate::api::task::{
    CantMakeIt, ChangeTask, NewTask, SetDuty, TaskDone, TaskTime, Tasks, TryDue, WhichTask,
};
use crate::ops::task;

/// The use cases of this part.
pub(super) static USE_CASES: &[UseCase] = &[
    desk!("task.list", Which => Tasks, task::list),
    desk!("task.add", NewTask => Tasks, task::add),
    desk!("task.try", TryDue => TaskTime, task::try_due),
    desk!("task.change", ChangeTask => Tasks, task::change),
    desk!("task.done", TaskDone => Tasks, task::done),
    desk!("task.reopen", WhichTask => Tasks, task::reopen),
    desk!("task.cant_make_it", CantMakeIt => Tasks, task::cant_make_it),
    desk!("task.remove", WhichTask => Tasks, task::remove),
    desk!("duty.set", SetDuty => Tasks, task::set_duty),
];
