//! What looking back asks and says, from `content/looking.toml`.

use crate::domain::side::Side;
use serde::Deserialize;
use std::sync::LazyLock;

/// Everything that looking back says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookingWords {
    /// The five questions of the check-up.
    pub questions: Vec<QuestionWords>,
    /// The ten obstacles.
    pub obstacles: Vec<ObstacleWords>,
    /// The cards of the outcomes.
    pub outcomes: OutcomeWords,
    /// What single obstacles bring besides.
    pub helps: Vec<HelpWords>,
    /// The letter to the programme.
    pub letter: LetterWords,
    /// The meeting about obstacles.
    pub obstacle_meeting: MeetingWords,
    /// The three questions of a check-point.
    pub check_points: Vec<CheckPointWords>,
    /// The questions of the mid-point.
    pub mid_point: Vec<MidPointWords>,
    /// Where to meet.
    pub place: PlaceWords,
    /// What is for mentors alone.
    pub mentor: MentorWords,
    /// The prompt cards.
    pub cards: Vec<CardWords>,
    /// The eight pitfalls.
    pub pitfalls: Vec<PitfallWords>,
}

/// A question of the check-up.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    /// 1 to 5.
    pub number: u32,
    /// Its field in `checkup.answer`.
    pub key: String,
    /// The question.
    pub title: String,
    /// The answers: the value and its words.
    pub options: Vec<(String, String)>,
}

/// An obstacle.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObstacleWords {
    /// 1 to 10.
    pub number: u32,
    /// What it is.
    pub title: String,
    /// The same in a sentence.
    pub detail: String,
}

/// A card: what it is called and says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardText {
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// The cards of the outcomes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeWords {
    /// Two unfavourable answers or fewer.
    pub on_track: CardText,
    /// Three or more, and nothing ticked.
    pub nothing_named: CardText,
    /// Beside the card of outcome A (C15).
    pub talk: CardText,
    /// Outcome A.
    pub closing: CardText,
    /// Outcome B.
    pub plan: CardText,
}

/// What an obstacle brings besides.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpWords {
    /// Which obstacle.
    pub obstacle: u32,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// The letter to the programme.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterWords {
    /// `{pair}`.
    pub subject: String,
    /// `{to}`, `{mentee}`, `{mentor}`, `{connected}`, `{met}`, `{me}`.
    pub text: String,
    /// `{held}`, `{last}`.
    pub met: String,
    /// `{last}`.
    pub met_once: String,
}

/// The meeting about obstacles.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingWords {
    /// What it is about.
    pub topic: String,
    /// Its agenda; `{obstacles}` stands for a line each.
    pub agenda: Vec<String>,
}

/// A question of a check-point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckPointWords {
    /// Its field in `check_point.answer`.
    pub key: String,
    /// The question.
    pub title: String,
}

/// Who answers a question of the mid-point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// The two together.
    Pair,
    /// Each of the two.
    Each,
}

/// A question of the mid-point.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MidPointWords {
    /// Its place among them all, from 1.
    pub number: u32,
    /// Its name in `mid_point.answer`.
    pub key: String,
    /// `looking`, `goals`, `problems` or `evaluation`.
    pub part: String,
    /// Who answers.
    pub owner: Owner,
    /// The question.
    pub title: String,
    /// A word more.
    #[serde(default)]
    pub hint: String,
}

/// Where to meet (R128).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWords {
    /// For those who can meet face to face.
    pub in_person: String,
    /// For those who work together from a distance.
    pub remote: String,
}

/// What is for mentors alone.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MentorWords {
    /// Who sees it.
    pub note: String,
    /// The question at check-points (R153).
    pub open_mind: String,
    /// The question of the slider (R155).
    pub talk_share: String,
}

/// A prompt card (R152).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardWords {
    /// Its name.
    pub key: String,
    /// Its title.
    pub title: String,
    /// What to ask.
    pub text: String,
}

/// A pitfall (R154).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PitfallWords {
    /// 1 to 8.
    pub number: u32,
    /// Its name.
    pub key: String,
    /// What happened, in the words of the mentor.
    pub title: String,
}

static WORDS: LazyLock<LookingWords> = LazyLock::new(|| {
    #[expect(
        clippy::expect_used,
        reason = "the text is compiled in, and a test reads it"
    )]
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/looking.json")))
        .expect("content/looking.toml")
});

/// The words.
pub fn words() -> &'static LookingWords {
    &WORDS
}

impl LookingWords {
    /// An obstacle by its number.
    pub fn obstacle(&self, number: u32) -> Option<&ObstacleWords> {
        self.obstacles.iter().find(|each| each.number == number)
    }

    /// A question of the mid-point by its name.
    pub fn mid_point(&self, key: &str) -> Option<&MidPointWords> {
        self.mid_point.iter().find(|each| each.key == key)
    }
}

impl MidPointWords {
    /// Whose answers it has.
    pub fn sides(&self) -> &'static [Option<Side>] {
        match self.owner {
            Owner::Pair => &[None],
            Owner::Each => &[Some(Side::Mentee), Some(Side::Mentor)],
        }
    }
}

/// Where a meeting of this kind is best held; nothing for kinds that are as good from afar (R128). The
/// kinds are those of a session, the mode is the answer of section 6.
pub fn place_tip(kind: &str, mode: Option<&str>) -> Option<&'static str> {
    ["obstacles", "check_point", "mid_point", "closing"]
        .contains(&kind)
        .then(|| {
            let place = &words().place;
            if mode == Some("remote") {
                place.remote.as_str()
            } else {
                place.in_person.as_str()
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::checkup::Help;

    #[test]
    fn r108_r111_r115_r117_r154_the_words_stand_in_their_order_and_number() {
        let words = words();
        let numbers = |all: Vec<u32>, most: u32| assert_eq!(all, (1..=most).collect::<Vec<_>>());
        numbers(words.questions.iter().map(|each| each.number).collect(), 5);
        numbers(words.obstacles.iter().map(|each| each.number).collect(), 10);
        numbers(words.pitfalls.iter().map(|each| each.number).collect(), 8);
        numbers(words.mid_point.iter().map(|each| each.number).collect(), 12);
        assert_eq!(words.check_points.len(), 3, "R115");
        let part = |part: &str| {
            let parts = words.mid_point.iter().map(|each| each.part.as_str());
            parts.filter(|each| *each == part).count()
        };
        assert_eq!(
            ["looking", "goals", "problems"].map(part),
            [6, 2, 3],
            "R117, R119, R120"
        );
        let helps: Vec<u32> = words.helps.iter().map(|each| each.obstacle).collect();
        let rule: Vec<u32> = (1..=10).filter(|each| Help::of(*each).is_some()).collect();
        assert_eq!(helps, rule);
    }

    #[test]
    fn r128_four_kinds_are_best_held_face_to_face_and_remote_pairs_see_the_camera() {
        for kind in ["obstacles", "check_point", "mid_point", "closing"] {
            for mode in [None, Some("in_person"), Some("hybrid")] {
                assert!(place_tip(kind, mode).unwrap().contains("face to face"));
            }
            assert!(
                place_tip(kind, Some("remote"))
                    .unwrap()
                    .starts_with("Video with camera on")
            );
        }
        for kind in ["regular", "first", "milestones", "other"] {
            assert_eq!(place_tip(kind, Some("remote")), None);
        }
    }
}
