//! What was left out, what changed, the signatures and the fingerprint.

use super::{Sheet, fact};
use crate::domain::dates;
use crate::domain::side::Side;
use crate::domain::template::{Part, template};
use crate::papers::facts::{Stage, Standing};
use crate::papers::{fingerprint, prose};
use crate::trust::Fingerprint;
use crate::trust::fingerprint::in_groups;
use fairlead_press::{Block, LineStyle, Run, SignatureBox, SignatureLine, TextStyle};

impl Sheet<'_> {
    /// R53 and R97: nothing vanishes silently.
    pub(super) fn left_out(&self) -> Vec<Block> {
        let words = &self.words.words;
        let not_used = |name: &str| self.full.fill(&words.not_used, None, name);
        let names: Vec<String> = template()
            .sections
            .iter()
            .filter(|section| self.facts.standing(section) == Standing::NotForUs)
            .map(|section| {
                let number = section.number.as_deref().unwrap_or_default();
                let title = self.facts.title(section);
                let mut name = self.say(&section.title);
                if title != name {
                    name = format!("{title} ({name})");
                }
                match section.part {
                    Part::Template => {
                        format!("{}{name}", self.full.fill(&words.section, None, number))
                    }
                    Part::Contract => not_used(&format!(
                        "{}{name}",
                        self.full.fill(&words.area, None, number)
                    )),
                    Part::Clause => name,
                }
            })
            .chain(
                self.facts
                    .own
                    .iter()
                    .filter(|own| own.standing == Standing::NotForUs)
                    .map(|own| not_used(&own.title)),
            )
            .collect();
        let mut blocks = vec![Block::heading(1, &self.words.heads.left_out)];
        if names.is_empty() {
            blocks.push(Block::text(TextStyle::Body, self.say(&words.left_out_none)));
        } else {
            blocks.push(Block::text(TextStyle::Body, self.say(&words.left_out_some)));
            blocks.push(prose::list(names).into());
        }
        blocks
    }

    pub(super) fn amendments(&self) -> Vec<Block> {
        let words = &self.words.words;
        let mut blocks = vec![Block::heading(1, &self.words.heads.amendments)];
        if self.facts.amendments.is_empty() {
            blocks.push(Block::text(TextStyle::Body, &words.amendments_none));
        } else {
            blocks.push(Block::text(TextStyle::Body, &words.amendments_some));
            let lines = self.facts.amendments.iter().map(|amendment| {
                let version = amendment.version.to_string();
                let version = self.full.fill(&words.amended, None, &version);
                match amendment.on {
                    Some(on) => format!("{version}, {}: {}", dates::long(on), amendment.text),
                    None => format!("{version}: {}", amendment.text),
                }
            });
            blocks.push(prose::list(lines).into());
        }
        blocks
    }

    /// Both signatures and the fingerprint of what they stand under, on one page.
    pub(super) fn signing(&self, fingerprint: Fingerprint) -> Block {
        let mut blocks = self.signatures();
        blocks.extend(self.fingerprint(fingerprint));
        Block::KeepTogether { blocks }
    }

    fn signatures(&self) -> Vec<Block> {
        let (labels, words) = (&self.words.facts, &self.words.words);
        let line = |label: &str| SignatureLine {
            label: label.to_owned(),
            ..SignatureLine::default()
        };
        let sign = |side: Side, role: &str, thread: LineStyle| SignatureBox {
            role: self.say(role),
            name: self.facts.person(side).name.clone(),
            thread,
            lines: vec![
                line(&words.sign_line),
                line(&words.sign_date),
                line(&words.sign_place),
            ],
            ..SignatureBox::default()
        };
        vec![
            Block::heading(1, &self.words.heads.signatures),
            Block::text(TextStyle::Body, self.say(&words.signing)),
            Block::Signatures {
                boxes: vec![
                    sign(Side::Mentee, &labels.mentee, LineStyle::Dashed),
                    sign(Side::Mentor, &labels.mentor, LineStyle::Solid),
                ],
            },
        ]
    }

    fn fingerprint(&self, fingerprint: Fingerprint) -> Vec<Block> {
        let words = &self.words.fingerprint;
        let check = words.check.replace("{file}", fingerprint::FILE);
        vec![
            Block::heading(1, &self.words.heads.fingerprint),
            Block::Facts {
                facts: vec![
                    fact(
                        &words.value,
                        vec![Run::bold(in_groups(&fingerprint.hex(), 8))],
                    ),
                    fact(
                        &words.spoken,
                        vec![Run::bold(fingerprint.words().join(" - "))],
                    ),
                ],
            },
            Block::text(TextStyle::Small, &words.what),
            Block::text(TextStyle::Small, check),
            Block::text(
                TextStyle::Small,
                match self.facts.stage {
                    Stage::Draft => &words.draft,
                    Stage::Frozen => &words.frozen,
                    Stage::Signed => &words.signed,
                },
            ),
        ]
    }
}
