//! The front page: names and dates, five lines, why.

use super::{Sheet, called, fact, top};
use crate::domain::side::Side;
use crate::domain::wording::{amount, rhythm};
use crate::domain::{dates, phrases};
use crate::papers::facts::Stage;
use crate::papers::section::Setter;
use fairlead_press::{Block, Picture, Run, TextStyle};

impl Sheet<'_> {
    pub(super) fn title(&self) -> Vec<Block> {
        let (facts, labels) = (self.facts, &self.words.facts);
        let person = |side: Side, otherwise: &str| {
            let person = facts.person(side);
            let mut runs = vec![Run::bold(called(&person.name, otherwise))];
            let detail = match (&person.place, &person.zone) {
                (Some(place), Some(zone)) => format!(", {place} ({zone})"),
                (Some(place), None) => format!(", {place}"),
                (None, Some(zone)) => format!(" ({zone})"),
                (None, None) => return runs,
            };
            runs.push(Run::plain(detail));
            runs
        };
        let plain = |text: String| vec![Run::plain(text)];
        let mut list = vec![
            fact(
                &self.say(&labels.mentee),
                person(Side::Mentee, &labels.mentee),
            ),
            fact(
                &self.say(&labels.mentor),
                person(Side::Mentor, &labels.mentor),
            ),
        ];
        if let Some(programme) = &facts.programme {
            list.push(fact(&self.say(&labels.programme), plain(programme.clone())));
        }
        if let Some(on) = facts.connected_on {
            list.push(fact(&labels.connected, plain(dates::long(on))));
        }
        let terms = &self.setter.terms;
        let state = &self.words.state;
        list.push(fact(
            &labels.term,
            match (terms.starts_on, terms.ends_on) {
                (None, None) => vec![Run::italic(&state.open)],
                (start, end) => {
                    let day = |date: Option<_>| {
                        date.map_or_else(|| self.words.words.no_date.clone(), dates::long)
                    };
                    plain(format!("{} to {}", day(start), day(end)))
                }
            },
        ));
        if let Some(date) = self.setter.mid_point() {
            list.push(fact(&labels.mid_point, plain(date)));
        }
        if let Some(date) = self.next_revisit() {
            list.push(fact(&labels.revisit, plain(dates::long(date))));
        }
        list.push(fact(
            &labels.version,
            plain(format!(
                "{}. {}",
                facts.version,
                match facts.stage {
                    Stage::Draft => &state.draft_detail,
                    Stage::Frozen => &state.frozen_detail,
                    Stage::Signed => &state.signed_detail,
                }
            )),
        ));
        let made = facts.made.naive_local();
        list.push(fact(
            &labels.made,
            plain(format!(
                "{}, {}",
                dates::long(made.date()),
                made.format("%H:%M")
            )),
        ));
        let mut blocks: Vec<Block> = facts
            .logo
            .iter()
            .map(|(png, words)| {
                // R58: over the title, as on a letter.
                Block::Picture(Picture {
                    png: png.clone(),
                    words: words.clone(),
                    width: 45,
                    height: 20,
                })
            })
            .collect();
        blocks.extend([
            Block::Title {
                text: self.words.title.clone(),
                under: self.full.fill(&self.words.under, None, ""),
            },
            Block::Facts { facts: list },
        ]);
        blocks
    }

    /// The first day on which both read the agreement again, where they chose one (R47).
    pub(super) fn next_revisit(&self) -> Option<chrono::NaiveDate> {
        let terms = &self.setter.terms;
        terms
            .revisits(self.facts.connected_on)
            .filter(|_| terms.revisit.is_some() || terms.revisit_on.is_some())
            .and_then(|series| series.next_after(None))
    }

    /// R140, on the first page.
    pub(super) fn summary(&self) -> Vec<Block> {
        let lines = summary(&self.setter).into_iter().map(|line| {
            let value = match line.text {
                Some(text) => vec![Run::plain(text)],
                None => vec![Run::italic(&self.words.state.open)],
            };
            fact(&self.say(line.label), value)
        });
        vec![Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &self.words.summary.heading),
                Block::Facts {
                    facts: lines.collect(),
                },
            ],
        }]
    }

    /// R26.
    pub(super) fn preamble(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(1, &self.words.heads.preamble)];
        let paragraphs = self.words.preamble.iter();
        blocks.extend(paragraphs.map(|text| Block::text(TextStyle::Body, self.say(text))));
        blocks
    }
}

/// One of the five lines of R140.
pub struct SummaryLine {
    /// What it is about.
    pub label: &'static str,
    /// What the two agreed; none as long as they have not.
    pub text: Option<String>,
    /// The section in which it is agreed.
    pub section: &'static str,
}

/// R140: goals, frequency, length, structure, logistics.
pub(super) fn summary(setter: &Setter<'_>) -> [SummaryLine; 5] {
    let labels = &phrases::agreement().summary;
    let goals = top(&setter.facts.goals)
        .iter()
        .map(|goal| goal.title.clone())
        .collect::<Vec<_>>();
    let pattern = setter.terms.pattern();
    // Where the two worded a section themselves, their words go before what its answers say.
    let own = |section: &str| setter.facts.sentences.get(section).cloned();
    let structure = match (own("area.3"), own("area.13")) {
        (None, None) => vec![
            setter.line("area.3.initiator"),
            setter.points(),
            setter.line("area.13.rhythm"),
        ],
        (Some(preparing), None) => vec![Some(preparing), setter.line("area.13.rhythm")],
        (None, Some(asking)) => {
            vec![
                setter.line("area.3.initiator"),
                setter.points(),
                Some(asking),
            ]
        }
        (Some(preparing), Some(asking)) => vec![Some(preparing), Some(asking)],
    }
    .into_iter()
    .flatten()
    .collect::<Vec<_>>();
    let logistics = ["template.5.place", "template.5.when", "template.6.mode"]
        .iter()
        .filter_map(|field| setter.line(field))
        .map(|line| line.trim().trim_end_matches('.').to_owned())
        .collect::<Vec<_>>();
    let some = |parts: &[String], text: String| (!parts.is_empty()).then_some(text);
    let line = |label: &'static str, text, section| SummaryLine {
        label,
        text,
        section,
    };
    [
        line(&labels.goals, some(&goals, goals.join("; ")), "template.3"),
        line(
            &labels.frequency,
            pattern.map(|pattern| {
                let every = rhythm(pattern);
                let (every, _) = every.split_once(" for ").unwrap_or((&every, ""));
                capital(every)
            }),
            "template.5",
        ),
        line(
            &labels.length,
            pattern.map(|pattern| amount(i64::from(pattern.minutes), "minutes")),
            "template.5",
        ),
        line(
            &labels.structure,
            some(&structure, structure.join(" ")),
            "area.3",
        ),
        line(
            &labels.logistics,
            some(&logistics, format!("{}.", logistics.join(". "))),
            "template.5",
        ),
    ]
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
