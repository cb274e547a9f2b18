//! A started program and all its children.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up on it. Waiting ends as soon as it is there.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A started program, in a process group of its own. Dropping it ends the group.
pub struct Running {
    child: Child,
    lines: Receiver<String>,
    heard: RefCell<Vec<String>>,
}

impl Running {
    /// Starts a command and listens to what it says on stdout and stderr.
    pub fn start(mut command: Command) -> Self {
        let mut child = command
            .process_group(0)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{command:?}: {error}"));
        let (send, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] = [
            Box::new(child.stdout.take().unwrap()),
            Box::new(child.stderr.take().unwrap()),
        ];
        for stream in streams {
            let send = send.clone();
            std::thread::spawn(move || {
                for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
                    if send
                        .send(String::from_utf8_lossy(&line).into_owned())
                        .is_err()
                    {
                        return;
                    }
                }
            });
        }
        Self {
            child,
            lines,
            heard: RefCell::default(),
        }
    }

    /// The number of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until a line of output holds `part`, and answers the line.
    pub fn wait_for_line(&self, part: &str) -> String {
        self.wait_for(part, |line| line.contains(part))
    }

    /// Waits until a line of output is the wanted one, and answers it.
    pub fn wait_for(&self, what: &str, wanted: impl Fn(&str) -> bool) -> String {
        let mut heard = self.heard.borrow_mut();
        if let Some(line) = heard.iter().find(|line| wanted(line)) {
            return line.clone();
        }
        let end = Instant::now() + PATIENCE;
        while let Ok(line) = self
            .lines
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            heard.push(line.clone());
            if wanted(&line) {
                return line;
            }
        }
        panic!("no line with {what}, only: {heard:#?}");
    }

    /// Waits until the program has ended.
    pub fn wait_for_end(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(
                Instant::now() < end,
                "still running; it said: {:#?}",
                self.said()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// All that was said so far.
    pub fn said(&self) -> Vec<String> {
        let mut heard = self.heard.borrow_mut();
        heard.extend(self.lines.try_iter());
        heard.clone()
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Ends the program at once, as a power cut would.
    pub fn kill(&mut self) {
        signal_group(self.child.id());
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// Ends a process and its children, which share its group.
fn signal_group(group: u32) {
    let _ = Command::new("kill")
        .args(["-KILL", "--", &format!("-{group}")])
        .stderr(Stdio::null())
        .status();
}

/// Asks again and again until there is an answer.
pub fn wait_until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(Instant::now() < end, "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}
