//! The answers of one section, as they stand on paper.

use super::facts::{AgreementFacts, Standing, sides};
use super::{fingerprint, prose};
use crate::domain::combined::{Given, Told};
use crate::domain::phrases;
use crate::domain::template::{Answer, Field, Kind, Owner, Part, Section, template};
use crate::domain::terms::Terms;
use crate::domain::wording::{Speaker, in_words};
use crate::domain::{dates, side::Side};
use fairlead_press::{Content, Run, TextStyle};

/// What the paper always names, answered or not (R89).
const COMPULSORY: &[&str] = &[
    "template.1.mentor_role",
    "template.1.mentee_role",
    "template.4.starts_on",
    "template.4.ends_on",
    "clause.confidentiality.wording",
];

/// Sets the answers of sections.
pub(super) struct Setter<'a> {
    pub facts: &'a AgreementFacts,
    pub speaker: Speaker<'a>,
    pub terms: Terms,
}

/// Takes a sentence up, and the fields that it tells of.
fn tell(sentences: &mut Vec<String>, said: &mut Vec<String>, told: Option<Told>) {
    if let Some((sentence, fields)) = told {
        sentences.push(sentence);
        said.extend(fields.iter().map(|field| (*field).to_owned()));
    }
}

/// An open point, in italics.
pub(super) fn open(text: &str) -> Content {
    Content::Paragraph {
        style: TextStyle::Body,
        runs: vec![Run::italic(text)],
    }
}

/// A small line on the state of a section.
pub(super) fn note(text: &str) -> Content {
    Content::text(TextStyle::Small, text)
}

/// Whether the two answers to a field stand beside each other in a table (R52): what each is asked,
/// apart from what is ticked.
pub(super) fn is_beside(field: &Field) -> bool {
    field.owner == Owner::Each
        && field.kind != Kind::YesNo
        && field.cell.is_none()
        && !field.unprinted
}

/// An answer as it was written, without a heading; a choice in the programme's words (C29).
fn written(speaker: &Speaker<'_>, field: &Field, answer: &Answer) -> Vec<Content> {
    match answer {
        Answer::Text(text) => prose::read(text),
        // R11: the order of the ways to reach somebody means something.
        Answer::List(lines) if field.kind == Kind::Contact && field.name() == "channels" => {
            vec![prose::ordered(lines.clone())]
        }
        Answer::List(lines) => vec![prose::list(lines.clone())],
        Answer::Choice(_) | Answer::Number(_) | Answer::Date(_) | Answer::YesNo(_) => {
            vec![Content::text(
                TextStyle::Body,
                speaker.fill(&in_words(field, answer), None, ""),
            )]
        }
    }
}

impl Setter<'_> {
    /// What the two answer as one, and how they stand to the section. Never empty. What each answers
    /// stands in [`Self::beside`].
    pub fn content(&self, section: &Section) -> Vec<Content> {
        let words = &phrases::agreement().words;
        let state = &phrases::agreement().state;
        let standing = self.facts.standing(section);
        if standing == Standing::NotForUs {
            return vec![open(&state.left_out)];
        }
        let given = self.given(section);
        let mut content = self.lead(section);
        content.extend(self.rest(section, |field| !is_beside(field)));
        if !self.beside(section).is_empty() {
            content.push(note(&words.see_each));
        }
        if content.is_empty() {
            content.push(open(match standing {
                Standing::Agreed => &state.agreed_bare,
                Standing::Later => &state.later,
                Standing::Open | Standing::NotForUs => &state.open,
            }));
        } else {
            // What stands there from the start has not been talked through by that (R61, R97).
            let untouched = standing == Standing::Open && !given;
            let status = self.status(section, given);
            content.extend(status.or_else(|| untouched.then(|| note(&state.open))));
        }
        if section.key == "area.8" {
            content.insert(content.len().min(1), note(&words.see_clause));
        }
        content
    }

    /// R52: what each answers, field by field: its name, then the mentee's answer and the mentor's.
    pub fn beside(&self, section: &Section) -> Vec<(String, [Vec<Content>; 2])> {
        let (_, said) = self.sentences(section);
        let fields = section.fields.iter().filter(|field| {
            is_beside(field) && self.facts.asks(field) && field.key != "area.7.print"
        });
        let rows = fields.filter_map(|field| {
            let given = |side: Side| {
                fingerprint::withheld(self.facts, &field.key, Some(side))
                    || self.facts.standing_answer(field, Some(side)).is_some()
            };
            let [mentee, mentor] = [Side::Mentee, Side::Mentor].map(given);
            let told = said.contains(&field.key) && mentee && mentor;
            let named = mentee || mentor || (field.required && self.begun(section));
            (named && !told).then(|| {
                let name = field.row.as_deref().unwrap_or(&field.label);
                let cells = [Side::Mentee, Side::Mentor].map(|side| self.one(field, side));
                (self.speaker.fill(name, None, ""), cells)
            })
        });
        rows.collect()
    }

    /// The answer of one of the two, as it stands under the person's name.
    fn one(&self, field: &Field, side: Side) -> Vec<Content> {
        let state = &phrases::agreement().state;
        if fingerprint::withheld(self.facts, &field.key, Some(side)) {
            return prose::read(&state.separately);
        }
        match self.facts.standing_answer(field, Some(side)) {
            None => vec![open(&state.open)],
            Some(answer) => written(&self.speaker, field, &answer),
        }
    }

    /// How the two stand to a section, in a small line; nothing to say where nothing is given.
    pub fn status(&self, section: &Section, given: bool) -> Option<Content> {
        let state = &phrases::agreement().state;
        match self.facts.standing(section) {
            Standing::Agreed => Some(note(&state.agreed)),
            Standing::Open => given.then(|| note(&state.talking)),
            Standing::Later => given.then(|| note(&state.later)),
            Standing::NotForUs => None,
        }
    }

    /// Whether the two wrote anything in the section. What stands there from the start, and was not
    /// changed, they have not written.
    pub fn given(&self, section: &Section) -> bool {
        section.fields.iter().any(|field| {
            let shipped = field
                .prefilled_answer(&self.facts.vocabulary)
                .filter(|_| field.prefilled);
            sides(field).iter().any(|side| {
                let answer = self.facts.standing_answer(field, *side);
                answer.is_some() && answer != shipped
            })
        })
    }

    /// A heading of their own (R53).
    pub fn own(&self, text: &str, standing: Standing) -> Vec<Content> {
        let state = &phrases::agreement().state;
        let mut content = prose::read(text);
        let given = !content.is_empty();
        match (given, standing) {
            (_, Standing::NotForUs) => return vec![open(&state.left_out)],
            (true, Standing::Agreed) => content.push(note(&state.agreed)),
            (true, Standing::Open) => content.push(note(&state.talking)),
            (true, Standing::Later) => content.push(note(&state.later)),
            (false, Standing::Agreed) => content.push(open(&state.agreed_bare)),
            (false, Standing::Open) => content.push(open(&state.open)),
            (false, Standing::Later) => content.push(open(&state.later)),
        }
        content
    }

    /// The sentences that the answers of a section write, one after the other, and the fields they tell of.
    pub fn sentences(&self, section: &Section) -> (String, Vec<String>) {
        let (mut sentences, mut said) = self.combined(section);
        for field in &section.fields {
            if said.contains(&field.key) || !self.tells(field) || !self.facts.asks(field) {
                continue;
            }
            for side in sides(field) {
                let answer = self.facts.standing_answer(field, *side);
                if let Some(sentence) = answer.and_then(|answer| self.told(field, &answer, *side)) {
                    sentences.push(sentence);
                    said.push(field.key.clone());
                }
            }
        }
        (sentences.join(" "), said)
    }

    /// Whether answers to the field are told in a sentence of the section, if they can be.
    fn tells(&self, field: &Field) -> bool {
        field.key != "template.1.shared_effort"
            && field.key != "area.7.print"
            && field.cell.is_none()
            && !field.unprinted
    }

    /// An answer as a sentence; `None` for what stands as it was written, or under a heading.
    fn told(&self, field: &Field, answer: &Answer, side: Option<Side>) -> Option<String> {
        match answer {
            Answer::Choice(key) => {
                let sentence = field.option(key)?.sentence.as_ref()?;
                Some(self.speaker.fill(sentence, side, ""))
            }
            Answer::Number(_) | Answer::Date(_) | Answer::YesNo(_) => {
                field.sentence.as_ref()?;
                self.speaker.sentence(field, answer, side)
            }
            Answer::Text(_) | Answer::List(_) => None,
        }
    }

    /// What the structured answers say: in the words that the two gave it, else in the form's.
    pub fn lead(&self, section: &Section) -> Vec<Content> {
        match self.facts.sentences.get(&section.key) {
            Some(own) => prose::read(own),
            None => prose::read(&self.sentences(section).0),
        }
    }

    /// The answers of a section; empty where there is none.
    pub fn answers(&self, section: &Section) -> Vec<Content> {
        let mut content = self.lead(section);
        content.extend(self.rest(section, |_| true));
        content
    }

    /// The answers to some fields that stand as they were written, and open points.
    pub fn rest(&self, section: &Section, some: impl Fn(&Field) -> bool) -> Vec<Content> {
        let (_, said) = self.sentences(section);
        let mut column = Vec::new();
        for field in section.fields.iter().filter(|field| some(field)) {
            if field.cell.is_none() && !field.unprinted && self.facts.asks(field) {
                self.field(section, field, &said, &mut column);
            }
        }
        column
    }

    /// Sentences that are made from more than one answer, and the fields that are told with them.
    fn combined(&self, section: &Section) -> (Vec<String>, Vec<String>) {
        let mut sentences = Vec::new();
        let mut said = Vec::new();
        let given: Given<'_> = &|key, side| self.asked(key, side);
        let one = |key: &'static [&'static str]| -> Option<Told> {
            Some((self.line(key.first()?)?, key))
        };
        match section.key.as_str() {
            // R66 and R68: the dates with the mid-point and the milestone at the end.
            "template.4" => {
                let milestone = self.end_milestone().unwrap_or_default();
                tell(
                    &mut sentences,
                    &mut said,
                    self.speaker.term(given, &milestone),
                );
                sentences.extend(self.speaker.mid_point(&self.terms));
            }
            // R30: area 2 asks for the rhythm of section 5 again, and points there.
            "area.2" => {
                let pattern = self.terms.pattern();
                sentences.extend(pattern.map(|pattern| self.speaker.timing(pattern)));
            }
            "area.3" => {
                tell(&mut sentences, &mut said, one(&["area.3.initiator"]));
                tell(&mut sentences, &mut said, self.speaker.points(given));
            }
            "area.4" => {
                tell(&mut sentences, &mut said, one(&["area.4.overrun"]));
                tell(&mut sentences, &mut said, self.speaker.notice(given));
            }
            "area.9" => tell(&mut sentences, &mut said, self.speaker.willing(given)),
            "area.14" => tell(&mut sentences, &mut said, self.speaker.ending(given)),
            "template.5" => {
                if let Some(pattern) = self.terms.pattern() {
                    sentences.push(self.speaker.meeting(pattern));
                    sentences.push(self.speaker.meeting_time(pattern));
                    said.extend(
                        [
                            "template.5.cadence",
                            "template.5.interval_count",
                            "template.5.interval_unit",
                            "template.5.meeting_minutes",
                        ]
                        .map(str::to_owned),
                    );
                }
                tell(&mut sentences, &mut said, self.speaker.postponing(given));
            }
            "area.5" => {
                if let Some(sentence) = self.speaker.reply(&self.terms) {
                    sentences.push(sentence);
                    said.extend(
                        ["area.5.reply_days", "area.5.reply_working_days"].map(str::to_owned),
                    );
                }
                // R14: how to ask again, and when, is one sentence for each person.
                for side in [Side::Mentee, Side::Mentor] {
                    let answers = |key: &str| self.facts.answers.get(key, Some(side)).cloned();
                    if let Some(sentence) = self.speaker.nudge(side, answers) {
                        sentences.push(sentence);
                    }
                }
                said.extend(["area.5.nudge_by", "area.5.nudge_days"].map(str::to_owned));
            }
            "area.12" => {
                let connected_on = self.facts.connected_on;
                if let Some(sentence) = self.speaker.revisit(&self.terms, connected_on) {
                    sentences.push(sentence);
                    said.extend(
                        [
                            "area.12.revisit",
                            "area.12.revisit_months",
                            "area.12.revisit_on",
                        ]
                        .map(str::to_owned),
                    );
                }
            }
            _ => {}
        }
        (sentences, said)
    }

    /// R67: the milestone on which the relationship ends, as long as both have the same date.
    fn end_milestone(&self) -> Option<String> {
        let ends_on = self.terms.ends_on?;
        let milestone = self
            .facts
            .milestones
            .iter()
            .find(|milestone| milestone.ends && milestone.on == Some(ends_on))?;
        let words = &phrases::agreement().words;
        Some(
            self.speaker
                .fill(&words.end_milestone, None, &milestone.name),
        )
    }

    fn field(&self, section: &Section, field: &Field, said: &[String], column: &mut Vec<Content>) {
        if field.kind == Kind::Goals || field.kind == Kind::Milestones {
            return;
        }
        if field.key == "template.1.shared_effort" {
            self.ticks(field, column);
            return;
        }
        let given = |side: &Option<Side>| {
            self.facts.standing_answer(field, *side).is_some()
                || fingerprint::withheld(self.facts, &field.key, *side)
        };
        let any = sides(field).iter().any(given);
        let named =
            COMPULSORY.contains(&field.key.as_str()) || (field.required && self.begun(section));
        for side in sides(field) {
            if fingerprint::withheld(self.facts, &field.key, *side) {
                let separately = &phrases::agreement().state.separately;
                self.headed(field, *side, column, prose::read(separately));
            } else if let Some(answer) = self.facts.standing_answer(field, *side) {
                if !said.contains(&field.key) {
                    self.answer(section, field, *side, &answer, column);
                }
            } else if named || (any && side.is_some()) {
                let words = vec![open(&phrases::agreement().state.open)];
                if field.key != "area.7.print" {
                    self.headed(field, *side, column, words);
                }
            }
        }
    }

    /// R59: a box for each person, to be ticked by hand where it is not ticked yet.
    fn ticks(&self, field: &Field, column: &mut Vec<Content>) {
        for side in sides(field) {
            let answer = self.facts.standing_answer(field, *side);
            let checked = answer == Some(Answer::YesNo(true));
            let said = answer.unwrap_or(Answer::YesNo(true));
            if let Some(sentence) = self.speaker.sentence(field, &said, *side) {
                column.push(Content::Checkbox {
                    checked,
                    runs: vec![Run::plain(sentence)],
                });
            }
        }
    }

    fn answer(
        &self,
        section: &Section,
        field: &Field,
        side: Option<Side>,
        answer: &Answer,
        column: &mut Vec<Content>,
    ) {
        // R42: how the limits are printed is done, not told.
        if field.key == "area.7.print" {
            return;
        }
        match answer {
            Answer::Text(text) if field.name() == "text" => {
                let blocks = prose::read(text);
                if section.part == Part::Template {
                    let decided = &phrases::agreement().heads.decided;
                    column.extend(prose::under_heading(decided, blocks));
                } else {
                    column.extend(blocks);
                }
            }
            Answer::Text(_)
            | Answer::List(_)
            | Answer::Choice(_)
            | Answer::Number(_)
            | Answer::Date(_)
            | Answer::YesNo(_) => {
                self.headed(field, side, column, written(&self.speaker, field, answer))
            }
        }
    }

    fn headed(
        &self,
        field: &Field,
        side: Option<Side>,
        column: &mut Vec<Content>,
        content: Vec<Content>,
    ) {
        let heading = self.speaker.heading(field, side);
        column.extend(prose::under_heading(&heading, content));
    }

    /// Whether anything in the section was answered, so that an open point in it is worth naming.
    fn begun(&self, section: &Section) -> bool {
        section.part == Part::Template
            || section.fields.iter().any(|field| {
                sides(field)
                    .iter()
                    .any(|side| self.facts.answers.get(&field.key, *side).is_some())
            })
    }

    /// The mid-point (R68), where the term has one.
    pub fn mid_point(&self) -> Option<String> {
        self.terms.mid_point().map(dates::long)
    }

    /// How points for discussion are sent (R13, R33).
    pub fn points(&self) -> Option<String> {
        let given = |key: &str, side| self.asked(key, side);
        self.speaker.points(&given).map(|(sentence, _)| sentence)
    }

    /// The answer to a field, where it is asked.
    fn asked(&self, key: &str, side: Option<Side>) -> Option<Answer> {
        let field = template()
            .field(key)
            .filter(|field| self.facts.asks(field))?;
        self.facts.standing_answer(field, side)
    }

    /// One line on a field: its answer in words, or nothing.
    pub fn line(&self, key: &str) -> Option<String> {
        let field = template().field(key)?;
        let answer = self.facts.standing_answer(field, None)?;
        Some(
            self.speaker
                .sentence(field, &answer, None)
                .unwrap_or_else(|| match &answer {
                    Answer::Choice(_) => self.speaker.fill(&in_words(field, &answer), None, ""),
                    Answer::Text(_)
                    | Answer::List(_)
                    | Answer::Number(_)
                    | Answer::Date(_)
                    | Answer::YesNo(_) => in_words(field, &answer),
                }),
        )
    }
}
