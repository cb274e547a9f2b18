//! Scripts that look for things by role and name, as assistive technology names them.

/// `arguments`: role and name. Answers the first visible thing of that role and name, or null.
pub const SCRIPT: &str = concat!(
    include_str!("names.js"),
    "
const [role, wanted] = arguments;
for (const element of document.querySelectorAll('*'))
  if (roleOf(element) === role && nameOf(element) === wanted && element.checkVisibility({ visibilityProperty: true }))
    return element;
return null;
"
);

/// Answers role and name of what has the focus.
pub const FOCUSED: &str = concat!(
    include_str!("names.js"),
    "return [roleOf(document.activeElement), nameOf(document.activeElement)];"
);
