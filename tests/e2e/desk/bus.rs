//! A message bus of its own, on which nothing is started by itself.

use super::process::Running;
use std::path::Path;
use std::process::Command;

/// A dbus-daemon.
pub struct Bus {
    _daemon: Running,
    address: String,
}

impl Bus {
    /// Starts it with its socket in `folder`.
    pub fn start(folder: &Path) -> Self {
        let configuration = folder.join("bus.conf");
        let text = format!(
            r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>"#,
            folder.display()
        );
        std::fs::write(&configuration, text).unwrap();
        let mut command = Command::new("dbus-daemon");
        command.arg("--config-file").arg(&configuration).args([
            "--nofork",
            "--nopidfile",
            "--print-address=1",
        ]);
        let daemon = Running::start(command);
        let address = daemon.wait_for_line("unix:");
        Self {
            _daemon: daemon,
            address,
        }
    }

    /// Where it is reached.
    pub fn address(&self) -> &str {
        &self.address
    }
}
