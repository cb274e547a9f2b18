//! `"$x.id"`: earlier answers in later requests.

use serde_json::Value;
use std::collections::HashMap;

/// The outputs of the lines that have a name.
#[derive(Debug, Default)]
pub struct Named(HashMap<String, Value>);

/// Whether a word can be the name of a line.
pub fn is_name(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && is_segment(word)
}

fn is_segment(word: &str) -> bool {
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

impl Named {
    /// Keeps an output under a name, in place of an earlier one.
    pub fn keep(&mut self, name: String, output: Value) {
        self.0.insert(name, output);
    }

    /// Puts outputs in the place of the references in a request.
    ///
    /// # Errors
    /// The first reference that leads nowhere.
    pub fn fill(&self, request: &mut Value) -> Result<(), String> {
        match request {
            Value::String(text) => {
                if let Some(found) = self.find(text)? {
                    *request = found;
                }
                Ok(())
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.fill(item)),
            Value::Object(fields) => fields.values_mut().try_for_each(|field| self.fill(field)),
            Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        }
    }

    fn find(&self, text: &str) -> Result<Option<Value>, String> {
        let Some(path) = text.strip_prefix('$') else {
            return Ok(None);
        };
        if is_path(path.strip_prefix('$').unwrap_or_default()) {
            return Ok(Some(Value::String(path.to_owned())));
        }
        if !is_path(path) {
            return Ok(None);
        }
        let mut segments = path.split('.');
        let mut found = segments.next().and_then(|name| self.0.get(name));
        for segment in segments {
            found = found.and_then(|value| match value {
                Value::Array(items) => segment.parse::<usize>().ok().and_then(|at| items.get(at)),
                Value::Object(fields) => fields.get(segment),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
            });
        }
        found.cloned().map(Some).ok_or_else(|| text.to_owned())
    }
}

fn is_path(text: &str) -> bool {
    let mut segments = text.split('.');
    segments.next().is_some_and(is_name) && segments.all(is_segment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn named() -> Named {
        let mut named = Named::default();
        named.keep(
            "x".to_owned(),
            json!({"id": "17", "goals": [{"id": "a"}, {"id": "b"}], "n": 4}),
        );
        named
    }

    fn filled(mut request: Value) -> Result<Value, String> {
        named().fill(&mut request).map(|()| request)
    }

    #[test]
    fn a_whole_string_is_a_reference_at_any_depth() {
        assert_eq!(
            filled(json!({"a": "$x.id", "b": [{"c": "$x.goals.1.id"}], "d": "$x.n"})),
            Ok(json!({"a": "17", "b": [{"c": "b"}], "d": 4}))
        );
        assert_eq!(filled(json!("$x.goals.0")), Ok(json!({"id": "a"})));
    }

    #[test]
    fn other_text_with_a_dollar_is_itself() {
        for text in [
            "$",
            "$5 a month",
            "$5",
            "costs $x.id",
            "$x.id.",
            "$x id",
            "$$",
            "$$5",
            "a$x",
        ] {
            assert_eq!(filled(json!(text)), Ok(json!(text)));
        }
        assert_eq!(filled(json!("$$x.id")), Ok(json!("$x.id")));
        assert_eq!(filled(json!({"$x.id": 1})), Ok(json!({"$x.id": 1})));
    }

    #[test]
    fn a_reference_that_leads_nowhere_is_told() {
        for text in [
            "$y",
            "$y.id",
            "$x.nothing",
            "$x.goals.2",
            "$x.id.more",
            "$HOME",
        ] {
            assert_eq!(filled(json!({"a": text})), Err(text.to_owned()));
        }
    }
}
