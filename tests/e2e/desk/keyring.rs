//! A real Secret Service on a desk's own message bus: GNOME's keyring.

use super::Desk;
use super::process::wait_until;
use std::fs::File;
use std::process::Stdio;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;

const NAME: &str = "org.freedesktop.secrets";

/// Starts the keyring of this desk's user, unlocked with a password, and waits until it answers.
pub fn start(desk: &mut Desk) {
    let password = desk.home().join("password");
    std::fs::write(&password, "correct horse").unwrap();
    let mut command = desk.command("gnome-keyring-daemon");
    command
        .args(["--foreground", "--components=secrets", "--unlock"])
        .stdin(Stdio::from(File::open(password).unwrap()));
    desk.start(command);
    let bus = Builder::address(desk.bus().address())
        .unwrap()
        .build()
        .unwrap();
    let names = DBusProxy::new(&bus).unwrap();
    wait_until("the keyring", || {
        names
            .name_has_owner(NAME.try_into().unwrap())
            .unwrap()
            .then_some(())
    });
}

/// Ends all programs of the desk that were started by hand, the keyring among them, and waits until its name is free.
pub fn stop(desk: &mut Desk) {
    desk.stop_programs();
    let bus = Builder::address(desk.bus().address())
        .unwrap()
        .build()
        .unwrap();
    let names = DBusProxy::new(&bus).unwrap();
    wait_until("the keyring to be gone", || {
        (!names.name_has_owner(NAME.try_into().unwrap()).unwrap()).then_some(())
    });
}
