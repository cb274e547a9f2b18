const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const inputs = { button: "button", submit: "button", checkbox: "checkbox", radio: "radio", range: "slider", number: "spinbutton" };
const tags = {
  A: "link", BUTTON: "button", TEXTAREA: "textbox", SELECT: "combobox", DIALOG: "dialog", NAV: "navigation",
  MAIN: "main", FIELDSET: "group", H1: "heading", H2: "heading", H3: "heading", H4: "heading", TABLE: "table",
  UL: "list", OL: "list", LI: "listitem", IMG: "img", ARTICLE: "article", OUTPUT: "status",
};
const roleOf = (element) =>
  element.getAttribute("role") ??
  (element.tagName === "INPUT" ? (inputs[element.type] ?? "textbox") : (tags[element.tagName] ?? ""));
// What is read out of a label: its text without the parts that are hidden from assistive technology.
const textOf = (element) => {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll("[aria-hidden=true],[hidden],input,textarea,select")) hidden.remove();
  return plain(copy.textContent);
};
const nameOf = (element) => {
  const by = element.getAttribute("aria-labelledby");
  if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" "));
  const label = element.getAttribute("aria-label");
  if (label) return plain(label);
  if (element.labels?.length) return plain([...element.labels].map(textOf).join(" "));
  if (element.tagName === "FIELDSET") return textOf(element.querySelector("legend") ?? document.createElement("i"));
  if (element.tagName === "INPUT" || element.tagName === "TEXTAREA" || element.tagName === "SELECT") return "";
  return textOf(element);
};
