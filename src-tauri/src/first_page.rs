//! The page brings along the answers that its first screen will ask for.
//!
//! The data is open long before the web view has started. Asked only once the page runs, each question
//! would cost the start a journey, and each answer that comes after a drawn frame another drawing.

use crate::state::Product;
use fairlead_core::Fairlead;
use fairlead_core::api::Answer;
use serde::Serialize;
use serde_json::{Value, json};
use std::borrow::Cow;
use tauri::http::header::CONTENT_TYPE;
use tauri::http::{HeaderValue, Response};

/// So many relationships does Today look at for what changed since the last time.
const LOOKED_AT: usize = 6;

/// The id of the element that holds the answers; the pages look for it under this name.
const ELEMENT: &str = "brought";

/// A question and its answer, as the pages would have got it.
#[derive(Debug, Serialize)]
struct Brought {
    name: &'static str,
    request: Value,
    answer: Answer,
}

/// Puts the answers into the page where they are at hand. Where the data is not open yet the page goes
/// without, and asks for itself.
pub fn bring(product: &Product, response: &mut Response<Cow<'static, [u8]>>) {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return;
    }
    if let Some(answers) = product.at_hand(answers)
        && let Some(page) = with_answers(response.body(), &answers)
    {
        *response.body_mut() = Cow::Owned(page);
    }
}

/// What the first screen asks, as far as it is answered without a refusal: a page that is refused
/// something asks again, and says why.
fn answers(fairlead: &mut Fairlead) -> Vec<Brought> {
    let mut found = Vec::new();
    let mut ask = |name: &'static str, request: Value| -> Option<Value> {
        let answer = fairlead.call(name, request.clone()).ok()?;
        let output = answer.output.clone();
        found.push(Brought {
            name,
            request,
            answer,
        });
        Some(output)
    };
    let open = ask("start.state", json!({})).filter(|start| {
        start.get("state").and_then(Value::as_str) == Some("open")
            && start.get("firstRun").and_then(Value::as_bool) == Some(false)
    });
    if let Some(start) = open
        && let Some(list) = ask("relationship.list", json!({}))
        && matches!(
            start.get("place").and_then(Value::as_str),
            None | Some("today")
        )
    {
        ask("today.get", json!({}));
        let rows = list.get("relationships").and_then(Value::as_array);
        for row in rows.into_iter().flatten().take(LOOKED_AT) {
            if let Some(id) = row.get("id") {
                ask("since.get", json!({ "relationship": id }));
            }
        }
    }
    found
}

/// The page with the answers before its end, as data: nothing of it runs. No "<" of theirs stands in
/// it, so that no text can end the element.
fn with_answers(page: &[u8], answers: &[Brought]) -> Option<Vec<u8>> {
    let page = std::str::from_utf8(page).ok()?;
    let (head, tail) = page.split_once("</body>")?;
    let data = serde_json::to_string(answers).ok()?.replace('<', "\\u003c");
    Some(
        format!(
            "{head}<script type=\"application/json\" id=\"{ELEMENT}\">{data}</script></body>{tail}"
        )
        .into_bytes(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_in_an_answer_cannot_leave_its_element() {
        let answers = [Brought {
            name: "start.state",
            request: json!({}),
            answer: Answer {
                output: json!({ "title": "</script><script>alert(1)</script><!--" }),
                changed: Vec::new(),
            },
        }];
        let page = with_answers(b"<html><body><p></p></body></html>", &answers).unwrap();
        let page = String::from_utf8(page).unwrap();
        assert_eq!(page.matches("<script").count(), 1);
        assert_eq!(page.matches("</script").count(), 1);
        assert!(!page.contains("<!--"));
        assert!(page.ends_with("</script></body></html>"));
    }

    #[test]
    fn a_page_without_an_end_stays_as_it_is() {
        assert!(with_answers(b"<html><p>", &[]).is_none());
        assert!(with_answers(&[0xff, 0xfe], &[]).is_none());
    }
}
