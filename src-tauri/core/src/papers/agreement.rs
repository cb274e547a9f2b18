//! The agreement on paper, in the order of requirements section 9: title block, five lines, preamble,
//! purpose, management, clauses, the rest of the planning sheet, what was left out, amendments,
//! signatures, fingerprint.

use super::facts::{AgreementFacts, Goal, Horizon, Standing};
use super::section::{Setter, note, open};
use super::{fingerprint, prose};
use crate::domain::dates;
use crate::domain::phrases::{self, AgreementWords};
use crate::domain::side::Side;
use crate::domain::template::{Part, Place, Section, template};
use crate::domain::wording::{Names, Speaker, Voice, amount, rhythm};
use fairlead_press::{
    Attachment, Block, Cell, Column, Content, Document, Fact, Footer, Header, LineStyle, Paper,
    Relation, Row, Run, SignatureBox, SignatureLine, Table, TextStyle,
};

/// The agreement as a document for `paper`.
pub fn document(facts: &AgreementFacts, paper: Paper) -> Document {
    let words = phrases::agreement();
    let mentor = called(&facts.mentor.name, &words.facts.mentor);
    let mentee = called(&facts.mentee.name, &words.facts.mentee);
    let (short_mentor, short_mentee) = short_names(mentor, mentee);
    let speaker = Speaker {
        voice: Voice::We,
        names: Names {
            mentor: short_mentor,
            mentee: short_mentee,
        },
    };
    let full = Speaker {
        voice: Voice::We,
        names: Names { mentor, mentee },
    };
    let content = fingerprint::content(facts);
    let digits = fingerprint::of(&content);
    let setter = Setter {
        facts,
        speaker,
        terms: facts.answers.terms(),
    };
    let sheet = Sheet {
        facts,
        words,
        full,
        setter,
    };
    let names = full.fill("{mentee} and {mentor}", None, "");
    let mut document = Document::new(&words.title, "en-GB", facts.made);
    document.metadata.title = format!("{}: {names}", words.title);
    document.metadata.author = names.clone();
    document.metadata.subject.clone_from(&words.subject);
    document.header = Header {
        left: names,
        right: words.title.clone(),
        draft: Some(words.state.draft.clone()),
    };
    document.footer = Footer {
        before: words.page.before.clone(),
        after: fingerprint::in_groups(&digits, 2),
    };
    document.words.page.clone_from(&words.page.page);
    document.paper = paper;
    document.blocks = sheet.blocks(&digits);
    document.attachments = vec![Attachment {
        name: fingerprint::FILE.to_owned(),
        mime: "application/json".to_owned(),
        relation: Relation::Source,
        description: words.fingerprint.attachment.clone(),
        bytes: content,
    }];
    document
}

fn called<'a>(name: &'a str, otherwise: &'a str) -> &'a str {
    if name.trim().is_empty() {
        otherwise
    } else {
        name.trim()
    }
}

/// First names in sentences, as people speak; full names where the first names are the same.
fn short_names<'a>(mentor: &'a str, mentee: &'a str) -> (&'a str, &'a str) {
    let first = |name: &'a str| name.split_whitespace().next().unwrap_or(name);
    if first(mentor).to_lowercase() == first(mentee).to_lowercase() {
        (mentor, mentee)
    } else {
        (first(mentor), first(mentee))
    }
}

struct Sheet<'a> {
    facts: &'a AgreementFacts,
    words: &'static AgreementWords,
    full: Speaker<'a>,
    setter: Setter<'a>,
}

impl Sheet<'_> {
    fn blocks(&self, digits: &str) -> Vec<Block> {
        let mut blocks = self.title();
        blocks.extend(self.summary());
        blocks.extend(self.preamble());
        blocks.extend(self.purpose());
        blocks.extend(self.management());
        blocks.extend(self.clauses());
        blocks.extend(self.planning());
        blocks.extend(self.left_out());
        blocks.extend(self.amendments());
        blocks.extend(self.signatures());
        blocks.extend(self.fingerprint(digits));
        blocks
    }

    fn title(&self) -> Vec<Block> {
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
            fact(&labels.mentee, person(Side::Mentee, &labels.mentee)),
            fact(&labels.mentor, person(Side::Mentor, &labels.mentor)),
        ];
        if let Some(programme) = &facts.programme {
            list.push(fact(&labels.programme, plain(programme.clone())));
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
        let revisit = terms
            .revisits(facts.connected_on)
            .filter(|_| terms.revisit.is_some() || terms.revisit_on.is_some())
            .and_then(|series| series.next_after(None));
        if let Some(date) = revisit {
            list.push(fact(&labels.revisit, plain(dates::long(date))));
        }
        list.push(fact(
            &labels.version,
            plain(format!("{}. {}", facts.version, state.draft_detail)),
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
        vec![
            Block::Title {
                text: self.words.title.clone(),
                under: self.full.fill(&self.words.under, None, ""),
            },
            Block::Facts { facts: list },
        ]
    }

    /// R140: goals, frequency, length, structure, logistics.
    fn summary(&self) -> Vec<Block> {
        let labels = &self.words.summary;
        let terms = &self.setter.terms;
        let goals = top(&self.facts.goals)
            .iter()
            .map(|goal| goal.title.clone())
            .collect::<Vec<_>>()
            .join("; ");
        let goals = (!goals.is_empty()).then_some(goals);
        let pattern = terms.pattern();
        let frequency = pattern.map(|pattern| {
            let every = rhythm(pattern);
            let (every, _) = every.split_once(" for ").unwrap_or((&every, ""));
            capital(every)
        });
        let length = pattern.map(|pattern| amount(i64::from(pattern.minutes), "minutes"));
        let structure = ["area.3.initiator", "area.3.agenda", "area.13.rhythm"]
            .iter()
            .filter_map(|field| self.setter.line(field))
            .collect::<Vec<_>>();
        let structure = (!structure.is_empty()).then(|| structure.join(" "));
        let logistics = ["template.5.place", "template.5.when", "template.6.mode"]
            .iter()
            .filter_map(|field| self.setter.line(field))
            .map(|line| line.trim().trim_end_matches('.').to_owned())
            .collect::<Vec<_>>();
        let logistics = (!logistics.is_empty()).then(|| format!("{}.", logistics.join(". ")));
        let line = |label: &str, text: Option<String>| {
            let value = match text {
                Some(text) => vec![Run::plain(text)],
                None => vec![Run::italic(&self.words.state.open)],
            };
            fact(label, value)
        };
        let lines = vec![
            line(&labels.goals, goals),
            line(&labels.frequency, frequency),
            line(&labels.length, length),
            line(&labels.structure, structure),
            line(&labels.logistics, logistics),
        ];
        vec![Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &labels.heading),
                Block::Facts { facts: lines },
            ],
        }]
    }

    /// R26.
    fn preamble(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(1, &self.words.heads.preamble)];
        let paragraphs = self.words.preamble.iter();
        blocks.extend(paragraphs.map(|text| Block::text(TextStyle::Body, text)));
        blocks
    }

    fn purpose(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let mut blocks = vec![
            part(&heads.purpose_number, &heads.purpose),
            Block::text(TextStyle::Guidance, &self.words.purpose_note),
        ];
        for section in at(Place::Purpose) {
            blocks.extend(self.section(section));
        }
        blocks
    }

    fn planning(&self) -> Vec<Block> {
        let mut blocks = vec![
            Block::heading(1, &self.words.heads.planning),
            Block::text(TextStyle::Guidance, &self.words.planning_note),
        ];
        for section in at(Place::After) {
            blocks.extend(self.section(section));
        }
        blocks
    }

    /// A section of the planning template: number, question, answers (R78).
    fn section(&self, section: &Section) -> Vec<Block> {
        let mut blocks = vec![
            Block::Heading {
                level: 2,
                number: section.number.clone(),
                text: section.title.clone(),
            },
            Block::text(TextStyle::Guidance, &section.question),
        ];
        let left_out = self.facts.standing(section) == Standing::NotForUs;
        match section.key.as_str() {
            "template.3" if !left_out => blocks.extend(self.goals(section)),
            "template.4" if !left_out => blocks.extend(self.timeframe(section)),
            _ => blocks.extend(self.setter.content(section).into_iter().map(Block::from)),
        }
        blocks
    }

    /// R88 and R89: the goals stand there even if there are none.
    fn goals(&self, section: &Section) -> Vec<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let mut blocks = Vec::new();
        let top = top(&self.facts.goals);
        if self.facts.goals.is_empty() {
            blocks.push(open(&words.no_goals).into());
        } else if top.is_empty() {
            blocks.push(open(&words.no_top_goals).into());
        } else {
            blocks.push(Block::Table(Table {
                caption: heads.top_goals.clone(),
                columns: vec![
                    Column::share(2),
                    Column::share(10),
                    Column::share(9),
                    Column::share(6),
                ],
                head: [&heads.rank, &heads.goal, &heads.measure, &heads.horizon]
                    .map(|text| Cell::text(text))
                    .into(),
                row_heads: false,
                rows: top.iter().map(|goal| self.goal(goal)).collect(),
            }));
            if top.len() < 3 {
                blocks.push(note(&words.fewer_top_goals).into());
            }
        }
        for (horizon, heading) in [
            (Horizon::Short, &heads.short_goals),
            (Horizon::Long, &heads.long_goals),
        ] {
            let further = self
                .facts
                .goals
                .iter()
                .filter(|goal| goal.rank.is_none() && goal.horizon == horizon)
                .map(|goal| {
                    if goal.measure.trim().is_empty() {
                        goal.title.clone()
                    } else {
                        format!("{} ({}: {})", goal.title, heads.measure, goal.measure)
                    }
                })
                .collect::<Vec<_>>();
            if !further.is_empty() {
                let list = prose::under_heading(heading, vec![prose::list(further)]);
                blocks.extend(list.into_iter().map(Block::from));
            }
        }
        blocks.extend(self.rest(section, !self.facts.goals.is_empty()));
        blocks
    }

    fn goal(&self, goal: &Goal) -> Row {
        let words = &self.words.words;
        let horizon = match goal.horizon {
            Horizon::Short => &words.short,
            Horizon::Long => &words.long,
        };
        let measure = if goal.measure.trim().is_empty() {
            Cell {
                content: vec![open(&words.no_measure)],
            }
        } else {
            cell(prose::read(&goal.measure))
        };
        Row {
            cells: vec![
                Cell::text(goal.rank.map(|rank| rank.to_string()).unwrap_or_default()),
                Cell::text(&goal.title),
                measure,
                Cell::text(horizon),
            ],
        }
    }

    /// R66-R68: dates, mid-point, milestones by date.
    fn timeframe(&self, section: &Section) -> Vec<Block> {
        let (heads, words) = (&self.words.heads, &self.words.words);
        let mut blocks = Vec::new();
        if let Some(sentence) = self.setter.speaker.mid_point(&self.setter.terms) {
            blocks.push(Block::text(TextStyle::Body, sentence));
        }
        let mut milestones: Vec<_> = self.facts.milestones.iter().collect();
        milestones.sort_by_key(|milestone| (milestone.on.is_none(), milestone.on));
        if milestones.is_empty() {
            blocks.push(note(&words.no_milestones).into());
        } else {
            let sourced = milestones
                .iter()
                .any(|milestone| !milestone.source.trim().is_empty());
            let mut columns = vec![Column::share(5), Column::share(6)];
            let mut head = vec![
                Cell::text(&heads.milestone_on),
                Cell::text(&heads.milestone),
            ];
            if sourced {
                columns.push(Column::share(4));
                head.push(Cell::text(&heads.milestone_source));
            }
            let rows = milestones.iter().map(|milestone| {
                let on = milestone
                    .on
                    .map_or_else(|| words.no_date.clone(), dates::long);
                let mut cells = vec![Cell::text(on), Cell::text(&milestone.name)];
                if sourced {
                    cells.push(Cell::text(&milestone.source));
                }
                Row { cells }
            });
            blocks.push(Block::Table(Table {
                caption: String::new(),
                columns,
                head,
                row_heads: false,
                rows: rows.collect(),
            }));
        }
        let given = !self.facts.milestones.is_empty();
        let mut rest = self.rest(section, given);
        // The dates open the section, the mid-point and the milestones follow, then their own words.
        let dates_first = usize::from(!rest.is_empty());
        let after = rest.split_off(dates_first);
        rest.extend(blocks);
        rest.extend(after);
        rest
    }

    /// The other answers of a section that also has a table.
    fn rest(&self, section: &Section, given: bool) -> Vec<Block> {
        let state = &self.words.state;
        let mut content = self.setter.content(section);
        if given && content.len() == 1 {
            // Only "not yet talked through" stands there, but the table says something.
            content = match self.facts.standing(section) {
                Standing::Agreed => vec![note(&state.agreed)],
                Standing::Open => vec![note(&state.talking)],
                Standing::NotForUs => content,
            };
        }
        content.into_iter().map(Block::from).collect()
    }

    /// R52: two columns, heading with question beside what was agreed; own headings follow (R53).
    fn management(&self) -> Vec<Block> {
        let heads = &self.words.heads;
        let mut rows: Vec<Row> = at(Place::Management)
            .map(|section| {
                let number = section.number.as_deref().unwrap_or_default();
                let heading = Content::Paragraph {
                    style: TextStyle::Body,
                    runs: vec![Run::bold(format!("{number} {}", section.title))],
                };
                let question = Content::text(TextStyle::Guidance, &section.question);
                Row {
                    cells: vec![
                        cell(vec![heading, question]),
                        cell(self.setter.content(section)),
                    ],
                }
            })
            .collect();
        rows.extend(self.facts.own.iter().map(|own| {
            let heading = Content::Paragraph {
                style: TextStyle::Body,
                runs: vec![Run::bold(&own.title)],
            };
            let kind = Content::text(TextStyle::Guidance, &heads.own);
            Row {
                cells: vec![
                    cell(vec![heading, kind]),
                    cell(self.setter.own(&own.text, own.standing)),
                ],
            }
        }));
        vec![
            part(&heads.management_number, &heads.management),
            Block::text(TextStyle::Guidance, &self.words.management_note),
            Block::Table(Table {
                caption: heads.areas.clone(),
                columns: vec![Column::share(4), Column::share(9)],
                head: vec![Cell::text(&heads.area), Cell::text(&heads.agreed)],
                row_heads: true,
                rows,
            }),
        ]
    }

    /// R95 and R97.
    fn clauses(&self) -> Vec<Block> {
        let mut blocks = vec![Block::heading(1, &self.words.heads.clauses)];
        for section in at(Place::Clause) {
            let mut clause = vec![
                Block::heading(2, &section.title),
                Block::text(TextStyle::Guidance, &section.question),
            ];
            clause.extend(self.setter.content(section).into_iter().map(Block::from));
            blocks.push(Block::KeepTogether { blocks: clause });
        }
        blocks
    }

    /// R53 and R97: nothing vanishes silently.
    fn left_out(&self) -> Vec<Block> {
        let words = &self.words.words;
        let mut names: Vec<String> = template()
            .sections
            .iter()
            .filter(|section| self.facts.standing(section) == Standing::NotForUs)
            .map(|section| {
                let number = section.number.as_deref().unwrap_or_default();
                let before = match section.part {
                    Part::Template => self.full.fill(&words.section, None, number),
                    Part::Contract => self.full.fill(&words.area, None, number),
                    Part::Clause => String::new(),
                };
                format!("{before}{}", section.title)
            })
            .collect();
        names.extend(
            self.facts
                .own
                .iter()
                .filter(|own| own.standing == Standing::NotForUs)
                .map(|own| own.title.clone()),
        );
        let mut blocks = vec![Block::heading(1, &self.words.heads.left_out)];
        if names.is_empty() {
            blocks.push(Block::text(TextStyle::Body, &words.left_out_none));
        } else {
            blocks.push(Block::text(TextStyle::Body, &words.left_out_some));
            blocks.push(prose::list(names).into());
        }
        blocks
    }

    fn amendments(&self) -> Vec<Block> {
        let words = &self.words.words;
        let mut blocks = vec![Block::heading(1, &self.words.heads.amendments)];
        if self.facts.amendments.is_empty() {
            blocks.push(Block::text(TextStyle::Body, &words.amendments_none));
        } else {
            blocks.push(Block::text(TextStyle::Body, &words.amendments_some));
            let lines = self
                .facts
                .amendments
                .iter()
                .map(|amendment| format!("{}: {}", dates::long(amendment.on), amendment.text));
            blocks.push(prose::list(lines).into());
        }
        blocks
    }

    fn signatures(&self) -> Vec<Block> {
        let (labels, words) = (&self.words.facts, &self.words.words);
        let line = |label: &str| SignatureLine {
            label: label.to_owned(),
            value: String::new(),
        };
        let sign = |side: Side, role: &str, thread: LineStyle| SignatureBox {
            role: role.to_owned(),
            name: self.facts.person(side).name.clone(),
            thread,
            lines: vec![
                line(&words.sign_line),
                line(&words.sign_date),
                line(&words.sign_place),
            ],
        };
        vec![Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &self.words.heads.signatures),
                Block::text(TextStyle::Body, &words.signing),
                Block::Signatures {
                    boxes: vec![
                        sign(Side::Mentee, &labels.mentee, LineStyle::Dashed),
                        sign(Side::Mentor, &labels.mentor, LineStyle::Solid),
                    ],
                },
            ],
        }]
    }

    fn fingerprint(&self, digits: &str) -> Vec<Block> {
        let words = &self.words.fingerprint;
        let check = words.check.replace("{file}", fingerprint::FILE);
        vec![Block::KeepTogether {
            blocks: vec![
                Block::heading(1, &self.words.heads.fingerprint),
                Block::Facts {
                    facts: vec![fact(
                        &words.value,
                        vec![Run::bold(fingerprint::in_groups(digits, 8))],
                    )],
                },
                Block::text(TextStyle::Small, &words.what),
                Block::text(TextStyle::Small, check),
                Block::text(TextStyle::Small, &words.draft),
            ],
        }]
    }
}

fn at(place: Place) -> impl Iterator<Item = &'static Section> {
    template()
        .sections
        .iter()
        .filter(move |section| section.paper == place)
}

/// The goals with a rank, in their order (R88).
fn top(goals: &[Goal]) -> Vec<&Goal> {
    let mut top: Vec<&Goal> = goals.iter().filter(|goal| goal.rank.is_some()).collect();
    top.sort_by_key(|goal| goal.rank);
    top
}

fn part(number: &str, text: &str) -> Block {
    Block::Heading {
        level: 1,
        number: Some(number.to_owned()),
        text: text.to_owned(),
    }
}

fn fact(label: &str, value: Vec<Run>) -> Fact {
    Fact {
        label: label.to_owned(),
        value,
    }
}

const fn cell(content: Vec<Content>) -> Cell {
    Cell { content }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
