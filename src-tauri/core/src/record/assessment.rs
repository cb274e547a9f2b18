//! Where the mentee stands, in three lists at three moments, typed (R86).

use super::state::{position, text};
use crate::domain::ids::RelationshipId;
use crate::domain::plan::{AssessmentList, AssessmentStage};
use crate::domain::shared::plan as tables;
use crate::error::Result;
use crate::store::Tx;
use crate::store::shared;

/// A line of one list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub id: String,
    pub stage: AssessmentStage,
    pub list: AssessmentList,
    pub position: i64,
    pub text: String,
}

/// All lines, in order.
pub(crate) fn lines(tx: &Tx<'_>, relationship: &RelationshipId) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = shared::rows(tx, &tables::ASSESSMENT_LINE, relationship)?
        .into_iter()
        .filter_map(|(id, row)| {
            Some(Line {
                id,
                stage: AssessmentStage::from_key(&text(&row, "stage"))?,
                list: AssessmentList::from_key(&text(&row, "list"))?,
                position: position(&row),
                text: text(&row, "text"),
            })
        })
        .collect();
    lines.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
    Ok(lines)
}
