//! The keyboard on a page with much on it: straight to a control that Tab leads to, and the key on it.

use super::{CONTROL, ENTER, SPACE, TAB, Window};
use serde_json::{Value, json};

/// `arguments`: role, name, and the name of what it stands in, or null. Gives the focus to the visible thing of that
/// role and name, and answers whether Tab leads there and it took the focus; or null where there is none. Where a
/// dialog is open, only it counts.
const REACH: &str = concat!(
    include_str!("names.js"),
    "
const [role, wanted, within] = arguments;
const seen = (element) => element.checkVisibility({ visibilityProperty: true });
const dialogs = [...document.querySelectorAll('dialog[open]')];
const page = dialogs.at(-1) ?? document;
const frames = within === null ? [page]
  : [...page.querySelectorAll('fieldset,section,aside,li,form,[role=group],.card')].filter((each) => seen(each) && nameOf(each).startsWith(within));
const fitting = frames.flatMap((frame) => [...frame.querySelectorAll('*')])
  .filter((element) => roleOf(element) === role && nameOf(element).startsWith(wanted) && seen(element));
const element = fitting.find((each) => nameOf(each) === wanted) ?? fitting[0];
// What cannot be pressed yet is waited for, as what is not there yet.
if (element === undefined || element.getAttribute('aria-disabled') === 'true') return null;
element.focus();
// Of a set of choices Tab leads to one; the arrows lead to the others.
const set = element.type === 'radio' || role === 'tab';
return { reached: document.activeElement === element && !element.disabled && (set || element.tabIndex >= 0), holds: (element.value ?? '') !== '' };"
);

impl Window {
    /// Gives the focus to the control of this role and name, once it is there; Tab must lead to it. Answers
    /// whether it is a box with text in it.
    pub async fn reach(&self, role: &str, name: &str) -> bool {
        self.reach_in(None, role, name).await
    }

    /// The same, within the part of the page that has this name.
    pub async fn reach_in(&self, within: Option<&str>, role: &str, name: &str) -> bool {
        let what = format!("{role} `{name}`, within {within:?}");
        let found = self
            .wait_until(&what, async |window| {
                let wanted = vec![json!(role), json!(name), json!(within)];
                let found = window.run(REACH, wanted).await;
                (found != Value::Null).then_some(found)
            })
            .await;
        assert_eq!(found["reached"], true, "the keyboard leads to {what}");
        found["holds"] == true
    }

    /// Presses the button of this name with the keyboard.
    pub async fn press(&self, name: &str) {
        self.reach("button", name).await;
        self.keys(ENTER).await;
    }

    /// Presses the button of this name within a part of the page.
    pub async fn press_in(&self, within: &str, name: &str) {
        self.reach_in(Some(within), "button", name).await;
        self.keys(ENTER).await;
    }

    /// Presses the button of this name, and waits for the dialog it opens.
    pub async fn press_for_dialog(&self, name: &str, dialog: &str) {
        self.press(name).await;
        self.find("dialog", dialog).await;
    }

    /// Follows the link of this name with the keyboard, and waits for the page it leads to.
    pub async fn open_link(&self, name: &str, heading: &str) {
        self.reach("link", name).await;
        self.keys(ENTER).await;
        self.arrives(heading).await;
    }

    /// Types into the box of this name, in place of what stands there.
    pub async fn fill(&self, name: &str, text: &str) {
        self.fill_in(None, name, text).await;
    }

    /// Types into the box of this name within a part of the page.
    pub async fn fill_in(&self, within: Option<&str>, name: &str, text: &str) {
        if self.reach_in(within, "textbox", name).await {
            self.chord(CONTROL, 'a').await;
        }
        self.keys(&text.replace('\n', ENTER)).await;
    }

    /// Types a line into the box of this name and adds it with Enter; waits until the page shows it.
    pub async fn add_line(&self, name: &str, text: &str) {
        self.fill(name, text).await;
        self.keys(ENTER).await;
        self.shows(text).await;
    }

    /// Types a date into the box of this name and waits until it is read: `words` stand below the box.
    pub async fn fill_date(&self, name: &str, text: &str, words: &str) {
        self.fill_date_in(None, name, text, words).await;
    }

    /// The same, within a part of the page.
    pub async fn fill_date_in(&self, within: Option<&str>, name: &str, text: &str, words: &str) {
        self.fill_in(within, name, text).await;
        let echo = "return document.getElementById(arguments[0])?.textContent ?? ''";
        let id = self.run("return document.activeElement.id", vec![]).await;
        let id = json!(format!("{}-echo", id.as_str().unwrap()));
        self.keys(TAB).await;
        self.wait_until(&format!("{name}: {words}"), async |window| {
            let read = window.run(echo, vec![id.clone()]).await;
            read.as_str().unwrap().starts_with(words).then_some(())
        })
        .await;
    }

    /// Takes a choice of a set, and waits until it is taken. `set`: what the set, or the part of the page, is called.
    pub async fn choose(&self, set: Option<&str>, name: &str) {
        self.reach_in(set, "radio", name).await;
        self.keys(SPACE).await;
        self.wait_until(&format!("{name} in {set:?} to be chosen"), async |window| {
            window.stop().await.ticked.then_some(())
        })
        .await;
    }

    /// Opens a part of the page that is folded away.
    pub async fn unfold(&self, name: &str) {
        self.press(name).await;
        let open = "return document.activeElement.getAttribute('aria-expanded') === 'true'";
        self.wait_until(&format!("{name} to be open"), async |window| {
            (window.run(open, vec![]).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Goes with the arrow keys to the panel of this name.
    pub async fn panel(&self, name: &str) {
        // The heading of a page is there before its panels are.
        self.find("tab", name).await;
        let chosen = "return document.querySelector('[role=tab][aria-selected=true]')?.textContent";
        for _ in 0..6 {
            if self.run(chosen, vec![]).await == json!(name) {
                return;
            }
            self.run(
                "document.querySelector('[role=tab][aria-selected=true]').focus()",
                vec![],
            )
            .await;
            self.keys(super::RIGHT).await;
        }
        panic!("no panel `{name}`");
    }

    /// Asserts that nothing on the page keeps anybody out, and keeps a picture of it.
    pub async fn look(&self, name: &str) {
        self.assert_accessible(name).await;
        self.picture(name);
    }

    /// Whether the page shows this text now.
    pub async fn is_shown(&self, text: &str) -> bool {
        self.text().await.contains(text)
    }

    /// What stands in the boxes of the page, one below the other.
    pub async fn written(&self) -> String {
        let script = "return [...document.querySelectorAll('input[type=text],input[type=email],textarea')].map((each) => each.value).join('\\n')";
        self.run(script, vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }
}
