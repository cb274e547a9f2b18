//! Scripts that look for things by role and name, as assistive technology names them.

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
