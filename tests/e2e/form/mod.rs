//! Filling a form as a person without a mouse does: Tab from control to control, and write what is asked.

pub mod agreement;
pub mod contact;

use crate::window::{CONTROL, DOWN, ENTER, SPACE, Stop, TAB, UP, Window};

/// More stops than any page has; a form that goes round and round is given up.
const MOST_STOPS: usize = 400;

/// What is to be written, and where.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The field of the form, or any name: for the reports.
    pub key: String,
    /// The field whose answer makes the form ask this, where it does not always.
    pub after: Option<String>,
    /// What the control, or its set of choices, is called. A mark may follow: "(optional)".
    pub asked: String,
    /// What to write there.
    pub write: Write,
}

/// How it is written.
#[derive(Debug, Clone)]
pub enum Write {
    /// Into a box.
    Text(String),
    /// Into a list, one below the other.
    Lines(Vec<String>),
    /// The choice at this place of its set, counted from 0.
    Pick(usize),
    /// A box that is to be ticked, or not.
    Tick(bool),
    /// Goals, with the button of this name.
    Goals(Vec<agreement::Goal>),
    /// Milestones, with the button of this name.
    Milestones(Vec<agreement::Milestone>),
}

impl Entry {
    /// Something to write, by what its control is called.
    pub fn new(asked: impl Into<String>, write: Write) -> Self {
        let asked = asked.into();
        Self {
            key: asked.clone(),
            after: None,
            asked,
            write,
        }
    }

    /// How well this is the place: 2 by its whole name, 1 where a mark follows the name.
    fn fits(&self, stop: &Stop) -> u8 {
        let (role, name) = match &self.write {
            Write::Text(_) => ("textbox", &stop.name),
            Write::Lines(_) => {
                let first = format!("{}, line 1", self.asked);
                return u8::from(stop.role == "textbox" && stop.name == first) * 2;
            }
            Write::Pick(_) => ("radio", &stop.set),
            Write::Tick(_) => ("checkbox", &stop.name),
            Write::Goals(_) | Write::Milestones(_) => ("button", &stop.name),
        };
        if stop.role != role {
            return 0;
        }
        match name.strip_prefix(self.asked.as_str()) {
            Some("") => 2,
            Some(rest) if rest.starts_with(" (") || rest.starts_with(" ·") => 1,
            Some(_) | None => 0,
        }
    }

    /// Waits until it is asked for.
    async fn appears(&self, window: &Window) {
        let role = match self.write {
            Write::Text(_) => "textbox",
            Write::Lines(_) | Write::Pick(_) => "group",
            Write::Tick(_) => "checkbox",
            Write::Goals(_) | Write::Milestones(_) => "button",
        };
        window.find(role, &self.asked).await;
    }

    async fn write(&self, window: &Window, stop: &Stop) {
        match &self.write {
            Write::Text(text) => write(window, stop, text).await,
            Write::Lines(lines) => write(window, stop, &lines.join("\n")).await,
            Write::Pick(place) => pick(window, stop, *place).await,
            Write::Tick(wanted) => {
                if stop.ticked != *wanted {
                    window.keys(SPACE).await;
                }
            }
            Write::Goals(goals) => agreement::write_goals(window, &self.asked, goals).await,
            Write::Milestones(milestones) => {
                agreement::write_milestones(window, &self.asked, milestones).await;
            }
        }
    }
}

/// Types into the box that has the focus, in place of what stands there.
async fn write(window: &Window, stop: &Stop, text: &str) {
    if stop.holds {
        window.chord(CONTROL, 'a').await;
    }
    window.keys(&text.replace('\n', ENTER)).await;
}

/// Goes to a choice of the set that has the focus.
async fn pick(window: &Window, stop: &Stop, place: usize) {
    let place = i32::try_from(place).unwrap();
    let keys = match (stop.chosen, place - stop.at) {
        (-1, 0) => SPACE.to_owned(),
        (_, ahead) if ahead >= 0 => DOWN.repeat(ahead.unsigned_abs() as usize),
        (_, behind) => UP.repeat(behind.unsigned_abs() as usize),
    };
    window.keys(&keys).await;
    window
        .wait_until(
            &format!("choice {place} of `{}`", stop.set),
            async |window| (window.stop().await.chosen == place).then_some(()),
        )
        .await;
}

/// Goes on with Tab from where the focus is, writes each entry where it is asked, and stops at the control of
/// this role and name. Answers what was asked nowhere on the way.
pub async fn fill(window: &Window, mut entries: Vec<Entry>, end: (&str, &str)) -> Vec<Entry> {
    let mut passed = Vec::new();
    for _ in 0..MOST_STOPS {
        let stop = window.stop().await;
        if stop.role == end.0 && stop.name.starts_with(end.1) {
            return entries;
        }
        write_best(window, &mut entries, &stop).await;
        passed.push(format!("{} `{}` {}", stop.role, stop.name, stop.set));
        window.keys(TAB).await;
    }
    panic!("Tab does not lead to {end:?}, only to {passed:#?}");
}

/// Goes on with Tab from where the focus is until each entry is written; the focus stays where the last one was.
pub async fn fill_all(window: &Window, mut entries: Vec<Entry>) {
    while !entries.is_empty() {
        let stop = tab_until(window, &format!("any of {entries:#?}"), |stop| {
            entries.iter().any(|entry| entry.fits(stop) > 0)
        })
        .await;
        write_best(window, &mut entries, &stop).await;
    }
}

/// Writes the entry that fits best, where one does, and takes it off the list.
async fn write_best(window: &Window, entries: &mut Vec<Entry>, stop: &Stop) {
    let place = (0..entries.len())
        .filter(|at| entries[*at].fits(stop) > 0)
        .max_by_key(|at| entries[*at].fits(stop));
    if let Some(at) = place {
        let written = entries.remove(at);
        written.write(window, stop).await;
        // What this answer makes the form ask for stands there before the next Tab.
        let key = Some(written.key);
        for asked in entries.iter().filter(|entry| entry.after == key) {
            asked.appears(window).await;
        }
    }
}

/// Goes on with Tab until a control fits, and answers it.
pub async fn tab_until(window: &Window, what: &str, fits: impl Fn(&Stop) -> bool) -> Stop {
    let mut passed = Vec::new();
    for _ in 0..MOST_STOPS {
        let stop = window.stop().await;
        if fits(&stop) {
            return stop;
        }
        passed.push(format!("{} `{}` {}", stop.role, stop.name, stop.set));
        window.keys(TAB).await;
    }
    panic!("Tab does not lead to {what}, only to {passed:#?}");
}
