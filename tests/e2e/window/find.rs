//! Scripts that look for things by role and name, as assistive technology names them.

use serde::Deserialize;

/// `arguments`: role and name. Answers the visible thing of that role whose name
/// is this one, or begins with it (a label may go on: "E-mail (optional)"); or null.
pub const SCRIPT: &str = concat!(
    include_str!("names.js"),
    "
const [role, wanted] = arguments;
const fitting = [...document.querySelectorAll('*')].filter((element) =>
  roleOf(element) === role && nameOf(element).startsWith(wanted) && element.checkVisibility({ visibilityProperty: true }));
return fitting.find((element) => nameOf(element) === wanted) ?? fitting[0] ?? null;
"
);

/// Answers role and name of what has the focus.
pub const FOCUSED: &str = concat!(
    include_str!("names.js"),
    "return [roleOf(document.activeElement), nameOf(document.activeElement)];"
);

/// Where a person at the keyboard is.
#[derive(Debug, Deserialize)]
pub struct Stop {
    /// What it is.
    pub role: String,
    /// What it is called.
    pub name: String,
    /// What the set is called, where it is one of a set of choices.
    pub set: String,
    /// Which of the set it is, counted from 0; -1 where there is no set.
    pub at: i32,
    /// Which of the set is chosen; -1 where none is.
    pub chosen: i32,
    /// Whether it is a box with text in it.
    pub holds: bool,
    /// Whether it is ticked.
    pub ticked: bool,
}

/// Answers a [`Stop`].
pub const STOP: &str = concat!(
    include_str!("names.js"),
    "
const element = document.activeElement;
const set = element.type === 'radio' ? element.closest('fieldset') : null;
const choices = set === null ? [] : [...set.querySelectorAll('input[type=radio]')];
return {
  role: roleOf(element), name: nameOf(element), set: set === null ? '' : nameOf(set),
  at: choices.indexOf(element), chosen: choices.findIndex((each) => each.checked),
  holds: roleOf(element) === 'textbox' && element.value !== '', ticked: element.checked === true,
};"
);
