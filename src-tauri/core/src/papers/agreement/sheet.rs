//! The living sheet: what the two have decided by now, on a page or two (R60). Dates, goals and the
//! structured answers stand in it; longer texts only where a section has nothing else.

use super::{Sheet, blocks, fact, top};
use crate::domain::dates;
use crate::domain::phrases::{self, SheetWords};
use crate::domain::template::{Field, Kind, Section, template};
use crate::papers::facts::{AgreementFacts, Standing};
use crate::papers::prose;
use fairlead_press::{Block, Document, Footer, Paper, Run, TextStyle};

/// The living sheet as a document for `paper`.
pub fn sheet(facts: &AgreementFacts, paper: Paper) -> Document {
    let words = phrases::sheet();
    let sheet = Sheet::of(facts);
    let mut document = sheet.bare(&words.title, &words.subject, paper);
    let as_of = format!("{} {}", words.as_of, dates::long(facts.made.date_naive()));
    document.footer = Footer {
        before: as_of.clone(),
        after: String::new(),
    };
    document.blocks = vec![
        Block::Title {
            text: words.title.clone(),
            under: sheet.full.fill(&words.under, None, ""),
        },
        Block::text(TextStyle::Small, as_of),
    ];
    document.blocks.extend(sheet.summary());
    document.blocks.extend(sheet.coming_dates(words));
    document.blocks.extend(sheet.front_goals(words));
    document.blocks.extend(sheet.decided(words));
    document.blocks.extend(sheet.rest(words));
    document
}

/// Whether an answer is short by its kind: everything but prose.
fn is_short(field: &Field) -> bool {
    field.kind != Kind::Long
}

impl Sheet<'_> {
    /// The term, its middle, the day both read it again, and the milestones (R66 to R68, R47).
    fn coming_dates(&self, words: &SheetWords) -> Vec<Block> {
        let (terms, labels) = (&self.setter.terms, &self.words.facts);
        let day =
            |date: Option<_>| date.map_or_else(|| self.words.words.no_date.clone(), dates::long);
        let mut list = Vec::new();
        if terms.starts_on.is_some() || terms.ends_on.is_some() {
            let text = format!("{} to {}", day(terms.starts_on), day(terms.ends_on));
            list.push(fact(&labels.term, vec![Run::plain(text)]));
        }
        if let Some(date) = self.setter.mid_point() {
            list.push(fact(&labels.mid_point, vec![Run::plain(date)]));
        }
        if let Some(date) = self.next_revisit() {
            list.push(fact(&labels.revisit, vec![Run::plain(dates::long(date))]));
        }
        let mut milestones: Vec<_> = self.facts.milestones.iter().collect();
        milestones.sort_by_key(|milestone| (milestone.on.is_none(), milestone.on));
        list.extend(
            milestones
                .iter()
                .map(|milestone| fact(&milestone.name, vec![Run::plain(day(milestone.on))])),
        );
        if list.is_empty() {
            return Vec::new();
        }
        vec![Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &words.dates),
                Block::Facts { facts: list },
            ],
        }]
    }

    fn front_goals(&self, words: &SheetWords) -> Vec<Block> {
        let goals = top(&self.facts.goals);
        if goals.is_empty() {
            return Vec::new();
        }
        vec![Block::heading(1, &words.goals), self.goal_table("", &goals)]
    }

    /// The sections both agreed on, each with its short answers.
    fn decided(&self, words: &SheetWords) -> Vec<Block> {
        let mut all = vec![Block::heading(1, &words.agreed)];
        for section in template()
            .sections
            .iter()
            .filter(|section| self.stands(section, Standing::Agreed))
        {
            let mut body = blocks(self.setter.lead(section));
            body.extend(blocks(self.setter.rest(section, is_short)));
            if body.is_empty() {
                body = blocks(self.setter.answers(section));
            }
            if !body.is_empty() {
                all.extend(super::held(
                    vec![heading(section, &self.facts.title(section))],
                    body,
                ));
            }
        }
        for own in &self.facts.own {
            let body = blocks(prose::read(&own.text));
            if own.standing == Standing::Agreed && !body.is_empty() {
                all.extend(super::held(vec![Block::heading(2, &own.title)], body));
            }
        }
        if all.len() == 1 {
            all.push(Block::text(TextStyle::Body, self.say(&words.agreed_none)));
        }
        all
    }

    /// What is still open, and what was left out, by name.
    fn rest(&self, words: &SheetWords) -> Vec<Block> {
        let open = |given: bool| -> Vec<String> {
            let sections = template()
                .sections
                .iter()
                .filter(|section| {
                    self.stands(section, Standing::Open) && self.begun(section) == given
                })
                .map(|section| self.facts.title(section).into_owned());
            let own = self
                .facts
                .own
                .iter()
                .filter(|own| own.standing == Standing::Open && own.text.trim().is_empty() != given)
                .map(|own| own.title.clone());
            sections.chain(own).collect()
        };
        let left_out = template()
            .sections
            .iter()
            .filter(|section| self.stands(section, Standing::NotForUs))
            .map(|section| self.facts.title(section).into_owned())
            .chain(
                self.facts
                    .own
                    .iter()
                    .filter(|own| own.standing == Standing::NotForUs)
                    .map(|own| own.title.clone()),
            )
            .collect();
        [
            (&words.talking, Some(&words.talking_note), open(true)),
            (&words.untouched, None, open(false)),
            (&words.left_out, None, left_out),
        ]
        .into_iter()
        .filter(|(_, _, names)| !names.is_empty())
        .map(|(title, note, names)| {
            let mut blocks = vec![Block::heading(1, title)];
            blocks.extend(note.map(|note| Block::text(TextStyle::Small, note)));
            blocks.push(prose::list(names).into());
            Block::KeepTogether { blocks }
        })
        .collect()
    }

    fn stands(&self, section: &Section, standing: Standing) -> bool {
        self.facts.standing(section) == standing
    }

    /// Whether anything of a section was written down.
    fn begun(&self, section: &Section) -> bool {
        match section.key.as_str() {
            "template.3" if !self.facts.goals.is_empty() => true,
            "template.4" if !self.facts.milestones.is_empty() => true,
            _ => self.setter.given(section),
        }
    }
}

fn heading(section: &Section, title: &str) -> Block {
    Block::Heading {
        level: 2,
        number: section.number.clone(),
        text: title.to_owned(),
    }
}
