//! Where the mentee stands: strengths, weaknesses and style, at the start, halfway and at the end (R86). The start is
//! the baseline that the later looks are held against (R27).

use super::{Desk, Opened, Outcome, find_own, glimpse, line};
use crate::api::journal::{
    AssessmentChange, AssessmentCompared, AssessmentLineView, AssessmentListView,
    AssessmentStageView, ChangeAssessmentLine, NewAssessmentLine, SelfAssessment,
    WhichAssessmentLine,
};
use crate::api::relationship::Which;
use crate::domain::ids::{AssessmentLineId, RelationshipId};
use crate::domain::plan::{AssessmentList, AssessmentStage};
use crate::domain::shared::plan as tables;
use crate::error::{Error, Result};
use crate::record::Pen;
use crate::record::assessment::{Line, lines};
use crate::store::Tx;
use crate::store::shared::Row;
use serde_json::Value;

const CHANGED: &[&str] = &["assessment"];

/// Longer lists say less.
const MOST: usize = 50;

fn sheet(all: &[Line], id: Option<AssessmentLineId>) -> SelfAssessment {
    let list = |stage: AssessmentStage, list: AssessmentList| {
        all.iter()
            .filter(move |line| line.stage == stage && line.list == list)
    };
    let stages = AssessmentStage::ALL
        .iter()
        .map(|&stage| AssessmentStageView {
            stage,
            words: stage.name().to_owned(),
            lists: AssessmentList::ALL
                .iter()
                .map(|&name| AssessmentListView {
                    list: name,
                    name: name.name().to_owned(),
                    lines: list(stage, name)
                        .map(|line| AssessmentLineView {
                            id: AssessmentLineId(line.id.clone()),
                            text: line.text.clone(),
                        })
                        .collect(),
                })
                .collect(),
        });
    let newest = [AssessmentStage::End, AssessmentStage::MidPoint]
        .into_iter()
        .find(|stage| all.iter().any(|line| line.stage == *stage));
    let compared = newest.map(|with| AssessmentCompared {
        with,
        lists: AssessmentList::ALL
            .iter()
            .map(|&name| {
                let then: Vec<&Line> = list(AssessmentStage::Start, name).collect();
                let now: Vec<&Line> = list(with, name).collect();
                let named = |lines: &[&Line], line: &Line| {
                    lines.iter().any(|other| same(&other.text, &line.text))
                };
                let texts = |lines: &[&Line], keep: &dyn Fn(&Line) -> bool| {
                    let kept = lines.iter().filter(|line| keep(line));
                    kept.map(|line| line.text.clone()).collect()
                };
                AssessmentChange {
                    list: name,
                    kept: texts(&now, &|line| named(&then, line)),
                    new: texts(&now, &|line| !named(&then, line)),
                    gone: texts(&then, &|line| !named(&now, line)),
                }
            })
            .collect(),
    });
    SelfAssessment {
        stages: stages.collect(),
        compared,
        id,
    }
}

/// Whether two lines name the same: capitals and spaces do not make another one of it.
fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        words.join(" ")
    };
    plain(one) == plain(other)
}

/// All lists.
pub(crate) fn get(desk: &Desk<'_>, request: Which) -> Result<Outcome<SelfAssessment>> {
    desk.store.read(|tx| {
        let (part, _) = find_own(tx, &request.relationship)?;
        Ok(Outcome::read(sheet(&lines(tx, &part.relationship)?, None)))
    })
}

fn answer(
    tx: &Tx<'_>,
    relationship: &RelationshipId,
    id: Option<AssessmentLineId>,
) -> Result<Outcome<SelfAssessment>> {
    let sheet = sheet(&lines(tx, relationship)?, id);
    Ok(Outcome::changed(sheet, CHANGED))
}

/// Adds a line.
pub(crate) fn add(desk: &Desk<'_>, request: NewAssessmentLine) -> Result<Outcome<SelfAssessment>> {
    let text = line("text", "line", &request.text)?;
    let stage = request.stage.unwrap_or(AssessmentStage::Start);
    desk.store.write(|tx| {
        let opened = Opened::of(tx, &request.relationship)?;
        let all = lines(tx, &opened.relationship)?;
        let there = all
            .iter()
            .filter(|line| line.stage == stage && line.list == request.list);
        if there.count() >= MOST {
            return Err(Error::field(
                "too_many",
                "text",
                format!("This list has {MOST} lines already. Nothing was changed. Remove one that matters less first."),
            ));
        }
        let id = AssessmentLineId::new();
        let deed = format!("adding the line “{}”", glimpse(&text));
        let mut row = Row::new();
        row.insert("stage".to_owned(), Value::from(stage.key()));
        row.insert("list".to_owned(), Value::from(request.list.key()));
        row.insert(
            "position".to_owned(),
            Value::from(all.last().map_or(0, |last| last.position.saturating_add(1))),
        );
        row.insert("text".to_owned(), Value::from(text));
        opened
            .pen(tx, desk, deed)
            .create(&tables::ASSESSMENT_LINE, id.as_str(), row)?;
        answer(tx, &opened.relationship, Some(id))
    })
}

fn with_line(
    desk: &Desk<'_>,
    relationship: &RelationshipId,
    id: &AssessmentLineId,
    doing: &str,
    deed: impl FnOnce(&mut Pen<'_, '_>, &Line) -> Result<()>,
) -> Result<Outcome<SelfAssessment>> {
    desk.store.write(|tx| {
        let opened = Opened::of(tx, relationship)?;
        let all = lines(tx, &opened.relationship)?;
        let found = all.iter().find(|line| line.id == id.as_str());
        let line = found.ok_or_else(|| {
            Error::field(
                "not_found",
                "line",
                "This line is not here any more. Nothing was changed. Choose one from the list.",
            )
        })?;
        let name = format!("{doing} the line “{}”", glimpse(&line.text));
        deed(&mut opened.pen(tx, desk, name), line)?;
        answer(tx, &opened.relationship, None)
    })
}

/// Words a line otherwise.
pub(crate) fn change(
    desk: &Desk<'_>,
    request: ChangeAssessmentLine,
) -> Result<Outcome<SelfAssessment>> {
    let text = line("text", "line", &request.text)?;
    with_line(
        desk,
        &request.relationship,
        &request.line,
        "changing",
        |pen, line| {
            pen.goes_on();
            pen.set(
                &tables::ASSESSMENT_LINE,
                &line.id,
                "text",
                Value::from(text),
            )?;
            Ok(())
        },
    )
}

/// Takes a line away.
pub(crate) fn remove(
    desk: &Desk<'_>,
    request: WhichAssessmentLine,
) -> Result<Outcome<SelfAssessment>> {
    with_line(
        desk,
        &request.relationship,
        &request.line,
        "removing",
        |pen, line| pen.remove(&tables::ASSESSMENT_LINE, &line.id),
    )
}
