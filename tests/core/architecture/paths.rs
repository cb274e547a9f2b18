//! The paths a Rust file names, read from its tokens: comments and strings do not count, macros do.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path such as `crate::store::open`, and the line it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub segments: Vec<String>,
    pub line: usize,
}

/// All paths of a file; `use a::{b, c::d};` gives `a::b` and `a::c::d`.
pub fn paths(tokens: TokenStream) -> Vec<Named> {
    let mut found = Vec::new();
    collect(&tokens.into_iter().collect::<Vec<_>>(), &mut found);
    found
}

fn collect(tokens: &[TokenTree], found: &mut Vec<Named>) {
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Ident(_) => at = read_path(tokens, at, &[], found),
            TokenTree::Group(group) => {
                collect(&group.stream().into_iter().collect::<Vec<_>>(), found);
                at += 1;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
        }
    }
}

/// Reads the path that begins at an identifier, and gives the place behind it.
fn read_path(
    tokens: &[TokenTree],
    start: usize,
    prefix: &[String],
    found: &mut Vec<Named>,
) -> usize {
    let line = tokens[start].span().start().line;
    let mut segments = prefix.to_vec();
    let mut at = start;
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(ident)) => {
                segments.push(ident.to_string());
                at += 1;
            }
            Some(TokenTree::Group(group))
                if at > start && group.delimiter() == Delimiter::Brace =>
            {
                read_branches(
                    &group.stream().into_iter().collect::<Vec<_>>(),
                    &segments,
                    found,
                );
                return at + 1;
            }
            Some(TokenTree::Punct(star)) if at > start && star.as_char() == '*' => {
                segments.push("*".to_owned());
                at += 1;
                break;
            }
            // `Vec::<u8>::new`: what is behind the generics belongs to a type.
            Some(_) | None => break,
        }
        if is_colon(tokens.get(at)) && is_colon(tokens.get(at + 1)) {
            at += 2;
        } else {
            break;
        }
    }
    found.push(Named { segments, line });
    at
}

fn read_branches(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<Named>) {
    for branch in
        tokens.split(|token| matches!(token, TokenTree::Punct(comma) if comma.as_char() == ','))
    {
        match branch.first() {
            Some(TokenTree::Ident(_)) => {
                read_path(branch, 0, prefix, found);
            }
            Some(star) => {
                let segments = prefix.iter().cloned().chain(["*".to_owned()]).collect();
                found.push(Named {
                    segments,
                    line: star.span().start().line,
                });
            }
            None => {}
        }
    }
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == ':')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        paths(text.parse().unwrap())
            .into_iter()
            .map(|named| named.segments.join("::"))
            .collect()
    }

    #[test]
    fn grouped_imports_are_taken_apart() {
        let found = read("use crate::{domain::{zone, name::Name}, store};");
        assert_eq!(
            found,
            [
                "use",
                "crate::domain::zone",
                "crate::domain::name::Name",
                "crate::store"
            ]
        );
    }

    #[test]
    fn expressions_types_and_macros_are_read() {
        let found = read("fn f(a: rusqlite::Connection) { vec![crate::store::open(a)] }");
        assert!(found.contains(&"rusqlite::Connection".to_owned()));
        assert!(found.contains(&"crate::store::open".to_owned()));
    }

    #[test]
    fn comments_and_strings_are_not_paths() {
        let found =
            read("// crate::store\n/* rusqlite::x */ const A: &str = \"crate::store::open\";");
        assert!(
            !found
                .iter()
                .any(|path| path.contains("store") || path.contains("rusqlite"))
        );
    }

    #[test]
    fn stars_and_lines_are_kept() {
        let found = paths("\nuse super::*;".parse().unwrap());
        assert!(found.contains(&Named {
            segments: vec!["super".into(), "*".into()],
            line: 2
        }));
    }
}
