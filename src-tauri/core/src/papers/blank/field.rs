//! One question on a blank form: boxes for a choice, lines for words, a line for a number or a date.

use super::{Sheet, lines};
use crate::domain::side::Side;
use crate::domain::template::{Field, Kind, Owner, template};
use crate::papers::prose;
use fairlead_press::{Content, Run, TextStyle};

/// Lines for an answer of several lines.
const LONG: u16 = 3;

impl Sheet<'_> {
    /// A question with the room for its answer: one, or one for each of the two.
    pub(super) fn field(&self, field: &Field) -> Vec<Content> {
        let label = self.label(field);
        match field.owner {
            Owner::Both => self.ask(field, &label),
            Owner::Each => {
                let mut content = vec![heading(&label)];
                for side in [Side::Mentee, Side::Mentor] {
                    content.extend(self.ask_side(field, side));
                }
                content
            }
        }
    }

    /// The room for one person's answer under that person's word.
    pub(super) fn ask_side(&self, field: &Field, side: Side) -> Vec<Content> {
        let who = match side {
            Side::Mentee => self.say(&self.words.mentee),
            Side::Mentor => self.say(&self.words.mentor),
        };
        match field.kind {
            Kind::YesNo => vec![tick(&who)],
            Kind::Choice => {
                let mut content = vec![Content::text(TextStyle::Small, &who)];
                content.extend(self.options(field));
                content
            }
            Kind::Text
            | Kind::Long
            | Kind::List
            | Kind::Number
            | Kind::Date
            | Kind::Goals
            | Kind::Milestones
            | Kind::Contact => vec![lines(count(field), &who)],
        }
    }

    fn ask(&self, field: &Field, label: &str) -> Vec<Content> {
        let mut content = vec![heading(label)];
        match field.kind {
            Kind::YesNo => content.extend([tick(&self.words.yes), tick(&self.words.no)]),
            Kind::Choice => content.extend(self.options(field)),
            Kind::Long if field.prefilled => {
                if let Some(text) = field.suggested_text() {
                    content.extend(prose::read(&self.say(text)));
                }
                content.push(lines(2, &self.words.changed));
            }
            // The wording stands under the option that was chosen (R95).
            Kind::Long if is_chosen_wording(field) => {
                return vec![lines(LONG, &self.words.changed)];
            }
            Kind::Text | Kind::Long | Kind::List => {
                if let Some(text) = field.suggested_text().filter(|text| !text.is_empty()) {
                    content.push(Content::Paragraph {
                        style: TextStyle::Guidance,
                        runs: vec![
                            Run::bold(format!("{} ", self.words.suggestion)),
                            Run::plain(self.say(text)),
                        ],
                    });
                }
                content.push(lines(count(field), ""));
            }
            Kind::Number => {
                if let Some(unit) = &field.unit {
                    content = vec![heading(&format!("{label} ({unit})"))];
                }
                content.push(lines(1, ""));
            }
            Kind::Date => content.push(lines(1, "")),
            Kind::Contact => content.push(lines(count(field), "")),
            Kind::Goals | Kind::Milestones => return Vec::new(),
        }
        content
    }

    /// The options of a choice as boxes; a wording that an option stands for is printed under it.
    fn options(&self, field: &Field) -> Vec<Content> {
        let mut content = Vec::new();
        for option in &field.options {
            let label = self.fill(&option.label);
            content.push(tick(&match &option.detail {
                Some(detail) => format!("{label} ({})", small(&self.fill(detail))),
                None => label,
            }));
            if let Some(text) = &option.text {
                content.push(Content::text(TextStyle::Guidance, self.say(text)));
            }
        }
        content
    }

    /// What the form asks, after what it depends on.
    pub(super) fn label(&self, field: &Field) -> String {
        let label = self.fill(&field.label);
        let Some(when) = &field.when else {
            return label;
        };
        let Some(other) = template().field(&when.field) else {
            return label;
        };
        let chosen: Vec<String> = when
            .is
            .iter()
            .filter_map(|word| other.option(word))
            .map(|option| format!("“{}”", self.fill(&option.label)))
            .collect();
        let before = if chosen.is_empty() {
            self.words.if_ticked.clone()
        } else {
            let chosen = chosen.join(&format!(" {} ", self.words.or));
            self.words.if_chosen.replace("{value}", &chosen)
        };
        format!("{before} {}", small(&label))
    }

    /// A text of the form where nobody has a name yet.
    pub(super) fn fill(&self, text: &str) -> String {
        let filled = self
            .say(text)
            .replace("{mentor}", &self.say(&self.words.the_mentor))
            .replace("{mentee}", &self.say(&self.words.the_mentee));
        if text.starts_with('{') {
            capital(&filled)
        } else {
            filled
        }
    }
}

/// Whether the text is the wording that an option of its section brings along.
fn is_chosen_wording(field: &Field) -> bool {
    let section = template().section_of(&field.key);
    field.name() == "text"
        && section.is_some_and(|section| {
            let mut options = section.fields.iter().flat_map(|field| &field.options);
            options.any(|option| option.text.is_some())
        })
}

fn count(field: &Field) -> u16 {
    match field.kind {
        Kind::Long | Kind::List | Kind::Contact => LONG,
        Kind::Text
        | Kind::Number
        | Kind::Date
        | Kind::Choice
        | Kind::YesNo
        | Kind::Goals
        | Kind::Milestones => 1,
    }
}

pub(super) fn tick(text: &str) -> Content {
    Content::Checkbox {
        checked: false,
        runs: vec![Run::plain(text)],
    }
}

pub(super) fn heading(text: &str) -> Content {
    Content::Paragraph {
        style: TextStyle::Body,
        runs: vec![Run::bold(text)],
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// As it stands inside a sentence; the first word of the one who speaks stays large.
fn small(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if !text.starts_with("I ") => first.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}
