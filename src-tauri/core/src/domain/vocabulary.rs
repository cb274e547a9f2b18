//! The programme's own words for mentor, mentee, meeting and the rest (C29): put into what the form and
//! the papers say by themselves, never into what people wrote, and never into a name.

use std::borrow::Cow;

/// One usual word and what the programme says instead.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair {
    usual: &'static str,
    own: String,
}

/// The words of a programme. Empty, it changes nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary(Vec<Pair>);

impl Vocabulary {
    /// The words in the order mentor, mentee, meeting, programme, coordinator; empty ones stay as usual.
    pub fn new(
        mentor: &str,
        mentee: &str,
        meeting: &str,
        programme: &str,
        coordinator: &str,
    ) -> Self {
        let pairs = [
            ("mentor", mentor),
            ("mentee", mentee),
            ("meeting", meeting),
            ("programme", programme),
            ("coordinator", coordinator),
        ];
        Self(
            pairs
                .into_iter()
                .filter(|(usual, own)| !own.trim().is_empty() && !own.eq_ignore_ascii_case(usual))
                .map(|(usual, own)| Pair {
                    usual,
                    own: own.trim().to_owned(),
                })
                .collect(),
        )
    }

    /// What the programme says instead of a usual word.
    pub fn own(&self, usual: &str) -> Option<&str> {
        let pair = self.0.iter().find(|pair| pair.usual == usual)?;
        Some(&pair.own)
    }

    /// Whether every word is the usual one.
    pub fn is_usual(&self) -> bool {
        self.0.is_empty()
    }

    /// A text of the form in the programme's words: whole words, in the plural and with a capital as they
    /// stand, and with the article that fits. What stands in braces is the place of a name and stays.
    pub fn say<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.is_usual() {
            return Cow::Borrowed(text);
        }
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        let mut changed = false;
        while let Some(first) = rest.chars().next() {
            if first == '{' {
                let end = rest.find('}').map_or(rest.len(), |at| at + 1);
                let (place, tail) = rest.split_at(end);
                said.push_str(place);
                rest = tail;
                continue;
            }
            if !first.is_alphabetic() {
                said.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
                continue;
            }
            let end = rest
                .find(|c: char| !c.is_alphabetic())
                .unwrap_or(rest.len());
            let (word, tail) = rest.split_at(end);
            match self.word(word) {
                Some(own) => {
                    fit_article(&mut said, &own);
                    said.push_str(&own);
                    changed = true;
                }
                None => said.push_str(word),
            }
            rest = tail;
        }
        if changed {
            Cow::Owned(said)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// As [`Vocabulary::say`], for sentences in which a title or somebody's own words stand in quotation
    /// marks, such as the names of deeds: what is between “ and ” stays.
    pub fn say_around_quotes(&self, text: &str) -> String {
        let mut said = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(open) = rest.find('“') {
            let (before, quoted) = rest.split_at(open);
            let end = quoted
                .find('”')
                .map_or(quoted.len(), |at| at + '”'.len_utf8());
            let (quoted, tail) = quoted.split_at(end);
            said.push_str(&self.say(before));
            said.push_str(quoted);
            rest = tail;
        }
        said.push_str(&self.say(rest));
        said
    }

    /// What stands for what, in every form that a sentence needs: singular and plural, small and with a
    /// capital, and with the article where it changes. Whoever replaces whole words, the longest first,
    /// says what [`Vocabulary::say`] says.
    pub fn forms(&self) -> Vec<(String, String)> {
        let mut forms = Vec::new();
        for pair in &self.0 {
            for usual in [pair.usual.to_owned(), format!("{}s", pair.usual)] {
                for usual in [usual.clone(), capital(&usual)] {
                    for usual in [format!("a {usual}"), format!("A {usual}"), usual] {
                        let own = self.say(&usual).into_owned();
                        let article = usual.contains(' ');
                        if !article || own.to_lowercase().starts_with("an ") {
                            forms.push((usual, own));
                        }
                    }
                }
            }
        }
        forms
    }

    fn word(&self, word: &str) -> Option<String> {
        let lower = word.to_lowercase();
        self.0.iter().find_map(|pair| {
            let own = if lower == pair.usual {
                pair.own.clone()
            } else if lower.strip_suffix('s') == Some(pair.usual) {
                plural(&pair.own)
            } else {
                return None;
            };
            Some(if word.starts_with(char::is_uppercase) {
                capital(&own)
            } else {
                own
            })
        })
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// English plurals of the words that programmes use: coach, learner, buddy, catch-up.
fn plural(word: &str) -> String {
    let ends = |tail: &str| word.to_lowercase().ends_with(tail);
    if ["s", "x", "z", "ch", "sh"].into_iter().any(ends) {
        return format!("{word}es");
    }
    let consonant_y = ends("y") && !["ay", "ey", "oy", "uy"].into_iter().any(ends);
    match word.strip_suffix('y') {
        Some(stem) if consonant_y => format!("{stem}ies"),
        _ => format!("{word}s"),
    }
}

/// "a mentee" becomes "an adviser" and "a coach" stays.
fn fit_article(said: &mut String, own: &str) {
    let vowel = own
        .chars()
        .next()
        .is_some_and(|first| "aeiouAEIOU".contains(first));
    for (wrong, right) in [("a ", "an "), ("an ", "a ")] {
        let wanted = right == "an ";
        if vowel != wanted {
            continue;
        }
        let Some(before) = said
            .strip_suffix(wrong)
            .or_else(|| said.strip_suffix(&capital(wrong)))
        else {
            continue;
        };
        // "a" must be a word of its own.
        if before
            .chars()
            .next_back()
            .is_some_and(char::is_alphanumeric)
        {
            continue;
        }
        let upper = said
            .get(before.len()..)
            .is_some_and(|article| article.starts_with('A'));
        let kept = before.len();
        said.truncate(kept);
        said.push_str(&if upper {
            capital(right)
        } else {
            right.to_owned()
        });
        return;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::template::template;

    fn words(mentor: &str, mentee: &str, meeting: &str) -> Vocabulary {
        Vocabulary::new(mentor, mentee, meeting, "", "")
    }

    #[test]
    fn c29_the_programmes_words_stand_where_the_usual_ones_stood() {
        let words = words("coach", "learner", "catch-up");
        assert_eq!(
            words.say("The mentor's role: a mentor asks; mentees send points before meetings."),
            "The coach's role: a coach asks; learners send points before catch-ups."
        );
        assert_eq!(words.say("Mentors and MENTORING"), "Coaches and MENTORING");
        assert_eq!(
            words.say("mentoring, mentored, tormentor"),
            "mentoring, mentored, tormentor"
        );
    }

    #[test]
    fn c29_names_and_places_of_names_are_left_alone() {
        let words = words("coach", "learner", "");
        assert_eq!(words.say("{mentor}, as mentor"), "{mentor}, as coach");
        assert_eq!(words.say("{mentor"), "{mentor");
        assert_eq!(words.say(""), "");
    }

    #[test]
    fn c29_the_article_fits_the_word() {
        let words = words("adviser", "buddy", "");
        assert_eq!(words.say("a mentor and a mentee"), "an adviser and a buddy");
        assert_eq!(
            words.say("A mentor. Mentees. Extra mentor"),
            "An adviser. Buddies. Extra adviser"
        );
        let back = Vocabulary::new("", "", "", "scheme", "");
        assert_eq!(back.say("a programme, an programme"), "a scheme, a scheme");
    }

    #[test]
    fn c29_what_is_quoted_stays_as_somebody_wrote_it() {
        let words = words("coach", "", "catch-up");
        assert_eq!(
            words.say_around_quotes("removing “My mentor” from the meetings of a mentor"),
            "removing “My mentor” from the catch-ups of a coach"
        );
        assert_eq!(words.say_around_quotes("“mentor"), "“mentor");
    }

    #[test]
    fn c29_the_forms_hold_plural_capital_and_article() {
        let forms = words("adviser", "", "catch-up").forms();
        let own = |usual: &str| {
            let form = forms.iter().find(|(each, _)| each == usual);
            form.map(|(_, own)| own.as_str())
        };
        assert_eq!(own("mentors"), Some("advisers"));
        assert_eq!(own("A mentor"), Some("An adviser"));
        assert_eq!(own("a Mentor"), Some("an Adviser"));
        assert_eq!(own("Meetings"), Some("Catch-ups"));
        assert_eq!((own("a meeting"), own("mentee")), (None, None));
        assert!(words("", "", "").forms().is_empty());
    }

    #[test]
    fn c29_words_of_other_scripts_and_hostile_words_are_only_text() {
        let words = words("導師", "<b>{value}</b>", "");
        assert_eq!(
            words.say("the mentor and the mentee"),
            "the 導師 and the <b>{value}</b>"
        );
        assert!(Vocabulary::new("Mentor", " ", "", "", "").is_usual());
    }

    #[test]
    fn c29_no_sentence_of_the_form_loses_a_place_of_a_name() {
        let words = Vocabulary::new("adviser", "explorer", "hour", "scheme", "organiser");
        let places = |text: &str| text.matches('{').count();
        for section in &template().sections {
            for text in [
                &section.title,
                &section.question,
                &section.guidance,
                &section.instruction,
            ] {
                assert_eq!(places(&words.say(text)), places(text));
            }
            for field in &section.fields {
                assert_eq!(places(&words.say(&field.label)), places(&field.label));
                for option in &field.options {
                    let sentence = option.sentence.as_deref().unwrap_or_default();
                    assert_eq!(places(&words.say(sentence)), places(sentence));
                }
            }
        }
    }
}
