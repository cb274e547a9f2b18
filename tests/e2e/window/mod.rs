//! The real window, driven as a person would: by what things are and what they are called.

mod find;
mod hand;
mod limit;

pub use find::Stop;

use crate::desk::process::{PATIENCE, Running};
use crate::desk::{Desk, fairlead};
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// The Enter key, as [`Window::keys`] takes it.
pub const ENTER: &str = "\u{e007}";

/// The Tab key.
pub const TAB: &str = "\u{e004}";

/// The space bar.
pub const SPACE: &str = " ";

/// The arrow that goes on in a set of choices.
pub const DOWN: &str = "\u{e015}";

/// The arrow that goes back in a set of choices.
pub const UP: &str = "\u{e013}";

/// The arrow to the right.
pub const RIGHT: &str = "\u{e014}";

/// The Escape key.
pub const ESCAPE: &str = "\u{e00c}";

/// The Home key, for [`Window::chord`].
pub const HOME: char = '\u{e011}';

/// Alt, for [`Window::chord`].
pub const ALT: char = '\u{e00a}';

/// Shift, for [`Window::chord`].
pub const SHIFT: char = '\u{e008}';

/// Control, held while the next key is pressed: see [`Window::chord`].
pub const CONTROL: char = '\u{e009}';

/// The driver and the one window it opened.
pub struct Window {
    client: Client,
    driver: Running,
    desk: Desk,
}

impl Window {
    /// Opens Fairlead on a desk, on the desk's data folder.
    pub async fn open(desk: Desk) -> Self {
        let data = desk.data();
        Self::open_with(desk, &["--data-dir", data.to_str().unwrap()]).await
    }

    /// Opens Fairlead on a desk with these words behind its name.
    pub async fn open_with(desk: Desk, arguments: &[&str]) -> Self {
        let (driver, port) = start_driver(&desk);
        let wanted: Capabilities = serde_json::from_value(json!({
            "browserName": "wry",
            "webkitgtk:browserOptions": { "binary": fairlead(), "args": arguments },
        }))
        .unwrap();
        let address = format!("http://127.0.0.1:{port}");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let opening = builder.capabilities(wanted).connect(&address);
        let client = limit::within("opening the window", &driver, opening)
            .await
            .unwrap_or_else(|error| {
                panic!(
                    "the window did not open: {error}; it said: {:#?}",
                    driver.said()
                )
            });
        Self {
            client,
            driver,
            desk,
        }
    }

    /// The desk the window stands on.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The desk, to start more programs on.
    pub fn desk_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }

    /// The driver's client, for what has no name here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Runs a script in the page and answers what it returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.answer(script, self.client.execute(script, arguments))
            .await
    }

    /// What the driver answers, which must come in time; `what` names the request where it does not.
    async fn answer<T>(&self, what: &str, request: impl Future<Output = Result<T, CmdError>>) -> T {
        limit::within(what, &self.driver, request)
            .await
            .unwrap_or_else(|error| panic!("{what}: {error}; it said: {:#?}", self.driver.said()))
    }

    /// Calls a command of the program and answers what came back: `{"ok": ...}` or `{"error": ...}`.
    pub async fn invoke(&self, command: &str, arguments: Value) -> Value {
        let script = "const [command, request, done] = arguments; window.__TAURI_INTERNALS__.invoke(command, request) \
                      .then((ok) => done({ ok }), (error) => done({ error }));";
        let what = format!("{command} {arguments}");
        let arguments = vec![json!(command), arguments];
        self.answer(&what, self.client.execute_async(script, arguments))
            .await
    }

    /// Waits until `look` has an answer.
    pub async fn wait_until<T>(&self, what: &str, look: impl AsyncFn(&Self) -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = look(self).await {
                return found;
            }
            if Instant::now() > end {
                let picture = self.picture("gave-up");
                panic!(
                    "waited in vain for {what}; see {}\n{}",
                    picture.display(),
                    self.text().await
                );
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// All the text a person can see.
    pub async fn text(&self) -> String {
        self.run("return document.body.innerText", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Waits until the page shows this text.
    pub async fn shows(&self, text: &str) {
        self.wait_until(text, async |window| {
            window.text().await.contains(text).then_some(())
        })
        .await;
    }

    /// The thing of this role and name, once it is there.
    pub async fn find(&self, role: &str, name: &str) -> Element {
        self.wait_until(&format!("{role} `{name}`"), async |window| {
            window.look_for(role, name).await
        })
        .await
    }

    /// The thing of this role and name, if it is there now.
    pub async fn look_for(&self, role: &str, name: &str) -> Option<Element> {
        let found = self.run(find::SCRIPT, vec![json!(role), json!(name)]).await;
        let reference = found.as_object()?.values().next()?.as_str()?.to_owned();
        Some(Element::from_element_id(
            self.client.clone(),
            reference.into(),
        ))
    }

    /// Types into the text box of this name, in place of what stands there.
    pub async fn write(&self, name: &str, text: &str) {
        let element = self.find("textbox", name).await;
        let reference =
            json!({ "element-6066-11e4-a52e-4f735466cecf": element.element_id().to_string() });
        self.run(
            "arguments[0].focus(); arguments[0].select()",
            vec![reference],
        )
        .await;
        self.keys(&text.replace('\n', ENTER)).await;
    }

    /// Presses keys, one after the other, as a keyboard does. Names of special keys: [`fantoccini::key::Key`].
    pub async fn keys(&self, keys: &str) {
        let mut presses = KeyActions::new("keyboard".to_owned());
        for value in keys.chars() {
            presses = presses
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        let what = format!("the keys {keys:?}");
        self.answer(&what, self.client.perform_actions(presses))
            .await;
    }

    /// Presses a key while another one is held.
    pub async fn chord(&self, held: char, key: char) {
        let presses = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        let what = format!("the keys {held:?} and {key:?}");
        self.answer(&what, self.client.perform_actions(presses))
            .await;
    }

    /// Draws lines on a thing with the pointer: each is a row of points, counted from the middle of the thing.
    pub async fn draw(&self, thing: &Element, lines: &[&[(f64, f64)]]) {
        let reference =
            json!({ "element-6066-11e4-a52e-4f735466cecf": thing.element_id().to_string() });
        self.run(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
            vec![reference],
        )
        .await;
        // A hand takes its time from one point to the next.
        let duration = Some(Duration::from_millis(40));
        let mut moves = MouseActions::new("mouse".to_owned());
        for line in lines {
            for (place, (x, y)) in line.iter().copied().enumerate() {
                let element = thing.clone();
                moves = moves.then(PointerAction::MoveToElement {
                    element,
                    duration,
                    x,
                    y,
                });
                if place == 0 {
                    moves = moves.then(PointerAction::Down {
                        button: MOUSE_BUTTON_LEFT,
                    });
                }
            }
            moves = moves.then(PointerAction::Up {
                button: MOUSE_BUTTON_LEFT,
            });
        }
        self.answer("drawing", self.client.perform_actions(moves))
            .await;
    }

    /// Presses Shift and Tab until the thing of this role and name has the focus.
    pub async fn back_to(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            let (its_role, its_name) = self.focused().await;
            if its_role == role && its_name.starts_with(name) {
                return;
            }
            passed.push(format!("{its_role} `{its_name}`"));
            self.chord(SHIFT, TAB.chars().next().unwrap()).await;
        }
        panic!("Shift and Tab do not lead to {role} `{name}`, only to {passed:#?}");
    }

    /// Presses Tab until the thing of this role and name has the focus.
    pub async fn tab_to(&self, role: &str, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..150 {
            let (its_role, its_name) = self.focused().await;
            if its_role == role && its_name.starts_with(name) {
                return;
            }
            passed.push(format!("{its_role} `{its_name}`"));
            self.keys(TAB).await;
        }
        panic!("Tab does not lead to {role} `{name}`, only to {passed:#?}");
    }

    /// Goes with Tab to the link of exactly this name, and follows it.
    pub async fn follow(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..300 {
            let (its_role, its_name) = self.focused().await;
            if its_role == "link" && its_name == name {
                self.keys(ENTER).await;
                return;
            }
            passed.push(format!("{its_role} `{its_name}`"));
            self.keys(TAB).await;
        }
        panic!("Tab does not lead to the link `{name}`, only to {passed:#?}");
    }

    /// Where the window is: the address of the screen.
    pub async fn route(&self) -> String {
        self.run("return location.hash", vec![])
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// Goes to an address of the window, as a link would.
    pub async fn go(&self, route: &str) {
        self.run("location.hash = arguments[0]", vec![json!(route)])
            .await;
    }

    /// Calls a use case and answers its output.
    pub async fn call(&self, name: &str, request: Value) -> Value {
        let answer = self
            .invoke("call", json!({ "name": name, "request": request }))
            .await;
        assert!(answer.get("error").is_none(), "{name}: {answer}");
        answer["ok"]["output"].clone()
    }

    /// Waits until the driver or the program says a line with this in it.
    pub fn wait_for_line(&self, part: &str) -> String {
        self.driver.wait_for_line(part)
    }

    /// What has the focus, as a person at the keyboard meets it.
    pub async fn stop(&self) -> Stop {
        let found = self.run(find::STOP, vec![]).await;
        serde_json::from_value(found.clone()).unwrap_or_else(|error| panic!("{error}: {found}"))
    }

    /// Waits until a screen has arrived: it then gives the focus to its heading.
    pub async fn arrives(&self, heading: &str) {
        self.wait_until(&format!("the screen `{heading}`"), async |window| {
            let stop = window.stop().await;
            (stop.role == "heading" && stop.name == heading).then_some(())
        })
        .await;
    }

    /// Waits until the thing of this role and name has the focus.
    pub async fn focus_on(&self, role: &str, name: &str) {
        self.wait_until(&format!("the focus on {role} `{name}`"), async |window| {
            let stop = window.stop().await;
            (stop.role == role && stop.name.starts_with(name)).then_some(())
        })
        .await;
    }

    /// What has the focus: its role and name.
    pub async fn focused(&self) -> (String, String) {
        let found = self.run(find::FOCUSED, vec![]).await;
        let part = |index: usize| found[index].as_str().unwrap_or_default().to_owned();
        (part(0), part(1))
    }

    /// Saves a picture of the screen among the build's files and answers where. The driver's own pictures wait
    /// for the page's next frame, which may never come.
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("e2e");
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(format!("{name}.png"));
        let mut command = self.desk.command("import");
        let taken = command.args(["-window", "root"]).arg(&path).status();
        assert!(taken.unwrap().success(), "{command:?}");
        path
    }

    /// Asserts that axe-core finds nothing to complain about on what is shown.
    pub async fn assert_accessible(&self, screen: &str) {
        // A colour that is still fading in is none that anybody reads.
        self.wait_until("nothing to move any more", async |window| {
            let moving =
                "return document.getAnimations().some((each) => each.playState === 'running')";
            (window.run(moving, vec![]).await == json!(false)).then_some(())
        })
        .await;
        if self.run("return typeof axe", vec![]).await == "undefined" {
            let path =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
            let axe = std::fs::read_to_string(&path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            self.run(&axe, vec![]).await;
        }
        let looking = self
            .client
            .execute_async(
                "const done = arguments[arguments.length - 1]; axe.run(document, { resultTypes: ['violations'] }).then((found) => done({ \
                 passes: found.passes.length, violations: found.violations.map((rule) => ({ rule: rule.id, \
                 help: rule.help, nodes: rule.nodes.map((node) => [node.html, node.failureSummary]) })) }))",
                vec![],
            );
        let found = self.answer(&format!("axe on {screen}"), looking).await;
        assert!(
            found["passes"].as_u64().unwrap() > 0,
            "axe looked at something on {screen}"
        );
        if found["violations"] != json!([]) {
            let picture = self.picture(&format!("axe-{screen}"));
            panic!(
                "{screen}, see {}: {:#}",
                picture.display(),
                found["violations"]
            );
        }
    }

    /// Ends the program as a person does, waits until it is gone, and leaves the desk.
    pub async fn quit(self) -> Desk {
        let id = self.process();
        // The answer may not come any more.
        let quitting = self
            .client
            .execute("window.__TAURI_INTERNALS__.invoke('quit')", vec![]);
        let _ = limit::within("quitting", &self.driver, quitting).await;
        crate::desk::process::wait_until("the end of the program", || {
            (!is_running(id)).then_some(())
        });
        let Self {
            client,
            driver,
            desk,
        } = self;
        drop(client);
        drop(driver);
        desk
    }

    /// The number of Fairlead's process: the driver's child.
    pub fn process(&self) -> u32 {
        let parent = self.driver.id();
        let output = Command::new("pgrep")
            .args(["-P", &parent.to_string(), "fairlead"])
            .output()
            .unwrap();
        String::from_utf8_lossy(&output.stdout)
            .trim()
            .parse()
            .expect("one child of the driver")
    }

    /// Closes the window by the window manager, as its cross does, waits until the program is gone, and
    /// leaves the desk. The desk needs a window manager: [`Desk::with_window_manager`].
    pub fn close(self) -> Desk {
        let id = self.process();
        let Self {
            client,
            driver,
            desk,
        } = self;
        desk.xdotool(&["key", "--clearmodifiers", "alt+F4"]);
        crate::desk::process::wait_until("the end of the program", || {
            (!is_running(id)).then_some(())
        });
        drop(client);
        drop(driver);
        desk
    }

    /// Ends the program at once, as a power cut would, and leaves the desk.
    pub fn cut_power(self) -> Desk {
        let Self {
            client,
            driver,
            desk,
        } = self;
        drop(driver);
        drop(client);
        desk
    }
}

/// Whether a process of this number is there and not a mere entry waiting to be collected.
pub fn is_running(id: u32) -> bool {
    std::fs::read_to_string(format!("/proc/{id}/stat")).is_ok_and(|stat| {
        stat.rsplit(')')
            .next()
            .is_some_and(|rest| !rest.trim_start().starts_with('Z'))
    })
}

/// Starts WebKitWebDriver on a free port of this computer.
fn start_driver(desk: &Desk) -> (Running, u16) {
    for _ in 0..10 {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut command = desk.command("WebKitWebDriver");
        command
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let mut driver = Running::start(command);
        let end = Instant::now() + PATIENCE;
        while driver.runs() && Instant::now() < end {
            if std::net::TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
                return (driver, port);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }
    panic!("WebKitWebDriver did not start");
}
