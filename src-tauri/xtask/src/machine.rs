//! `cargo xtask setup`: what this machine lacks, installed where that can be done, said in words where not.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{self, Failure, Outcome, find};
use crate::{python, root, ui};

/// What the machine is to be used for; each purpose includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Building Fairlead and opening its window.
    Build,
    /// Seeing the window on a machine that has no display.
    Screenshot,
    /// Everything that `cargo xtask test` does.
    Test,
    /// Packing it for others.
    Bundle,
}

/// Something the machine must have.
struct Need {
    purpose: Purpose,
    /// Debian's and Ubuntu's package.
    package: &'static str,
    /// How to tell without dpkg that it is there.
    sign: Sign,
}

enum Sign {
    Program(&'static str),
    PkgConfig(&'static str),
    /// Fonts and the like: only a package manager knows.
    None,
}

/// Debian's Chromium without the window around its pages: the same pages at twice the speed.
const CHROMIUM: &str = "chromium-headless-shell";

const NEEDS: &[Need] = &[
    // The packer looks for it in every program with a tray, also in one whose tray does without it.
    Need {
        purpose: Purpose::Bundle,
        package: "libayatana-appindicator3-dev",
        sign: Sign::PkgConfig("ayatana-appindicator3-0.1"),
    },
    Need {
        purpose: Purpose::Build,
        package: "build-essential",
        sign: Sign::Program("cc"),
    },
    Need {
        purpose: Purpose::Build,
        package: "pkg-config",
        sign: Sign::Program("pkg-config"),
    },
    Need {
        purpose: Purpose::Build,
        package: "libwebkit2gtk-4.1-dev",
        sign: Sign::PkgConfig("webkit2gtk-4.1"),
    },
    // OpenSSL's own build, inside SQLCipher.
    Need {
        purpose: Purpose::Build,
        package: "perl",
        sign: Sign::Program("perl"),
    },
    Need {
        purpose: Purpose::Screenshot,
        package: "xvfb",
        sign: Sign::Program("Xvfb"),
    },
    Need {
        purpose: Purpose::Screenshot,
        package: "imagemagick",
        sign: Sign::Program("import"),
    },
    Need {
        purpose: Purpose::Test,
        package: "xauth",
        sign: Sign::Program("xauth"),
    },
    Need {
        purpose: Purpose::Test,
        package: "dbus",
        sign: Sign::Program("dbus-daemon"),
    },
    Need {
        purpose: Purpose::Test,
        package: "gnome-keyring",
        sign: Sign::Program("gnome-keyring-daemon"),
    },
    Need {
        purpose: Purpose::Test,
        package: "webkit2gtk-driver",
        sign: Sign::Program("WebKitWebDriver"),
    },
    Need {
        purpose: Purpose::Test,
        package: CHROMIUM,
        sign: Sign::Program("chromium"),
    },
    Need {
        purpose: Purpose::Test,
        package: "openbox",
        sign: Sign::Program("openbox"),
    },
    Need {
        purpose: Purpose::Test,
        package: "xdotool",
        sign: Sign::Program("xdotool"),
    },
    Need {
        purpose: Purpose::Test,
        package: "xdg-utils",
        sign: Sign::Program("xdg-open"),
    },
    Need {
        purpose: Purpose::Test,
        package: "poppler-utils",
        sign: Sign::Program("pdftotext"),
    },
    Need {
        purpose: Purpose::Test,
        package: "qpdf",
        sign: Sign::Program("qpdf"),
    },
    // What others say of a signed paper, and what a camera reads from it.
    Need {
        purpose: Purpose::Test,
        package: "mupdf-tools",
        sign: Sign::Program("mutool"),
    },
    Need {
        purpose: Purpose::Test,
        package: "zbar-tools",
        sign: Sign::Program("zbarimg"),
    },
    // What GNOME's and KDE's calendars read a calendar file with.
    Need {
        purpose: Purpose::Test,
        package: "libical-dev",
        sign: Sign::PkgConfig("libical"),
    },
    // For pyHanko, which Debian does not have.
    Need {
        purpose: Purpose::Test,
        package: "python3-venv",
        sign: Sign::Program("python3"),
    },
    Need {
        purpose: Purpose::Test,
        package: "fonts-noto-core",
        sign: Sign::None,
    },
    // Chinese, Japanese and Korean on paper: the press ships no font for them.
    Need {
        purpose: Purpose::Test,
        package: "fonts-noto-cjk",
        sign: Sign::None,
    },
    // Dialogs and icons of GTK, without which its file chooser cannot be drawn.
    Need {
        purpose: Purpose::Test,
        package: "adwaita-icon-theme",
        sign: Sign::None,
    },
];

/// Sees to it that the machine can do what is asked of it. Prints nothing where nothing is missing.
pub fn prepare(purpose: Purpose) -> Outcome<()> {
    install_packages(purpose)?;
    if purpose == Purpose::Test {
        install_rust_components()?;
        // Without the network everything else can still be tested.
        if let Err(failure) = python::for_tests() {
            println!(
                "pyHanko and icalendar could not be installed from PyPI; the tests of signatures and of calendar files that ask them will fail. {failure}"
            );
        }
    }
    check_node()?;
    ui::install()
}

fn install_packages(purpose: Purpose) -> Outcome<()> {
    if cfg!(target_os = "linux") {
        if find("apt-get").is_some() && find("dpkg-query").is_some() {
            install_with_apt(purpose)
        } else {
            demand_programs(purpose)
        }
    } else if cfg!(target_os = "macos") {
        let installed = Command::new("xcode-select")
            .arg("-p")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if installed.is_ok_and(|status| status.success()) {
            Ok(())
        } else {
            Err(Failure::new(
                "Apple's compiler is missing. Type this, then try again:\n\n  xcode-select --install",
            ))
        }
    } else if find("perl").is_none() || find("nasm").is_none() {
        Err(Failure::new(
            "Perl and NASM, which OpenSSL is built with, are missing. Type this, open a new terminal, then try again:\n\n  \
             winget install StrawberryPerl.StrawberryPerl NASM.NASM",
        ))
    } else {
        Ok(())
    }
}

fn install_with_apt(purpose: Purpose) -> Outcome<()> {
    let wanted: Vec<&str> = needs(purpose).map(|need| need.package).collect();
    let missing = || -> Vec<&str> {
        missing_packages(&wanted)
            .into_iter()
            .filter_map(|package| match package {
                CHROMIUM => chromium(),
                _ => Some(package),
            })
            .collect()
    };
    let first = missing();
    if first.is_empty() {
        return Ok(());
    }
    println!("Installing {} with apt-get.", first.join(" "));
    // The lists may be absent or old; most machines have them, and fetching them takes longer than installing.
    if apt_get(&["install"], &first).is_err() {
        apt_get(&["update"], &[])?;
        apt_get(&["install"], &missing())?;
    }
    Ok(())
}

/// The package that brings a Chromium for the browser tests, where one is wanted. Ubuntu and older Debians have no package of
/// the shell alone; any browser of that family will do there.
fn chromium() -> Option<&'static str> {
    if ui::browser_is_chosen() {
        None
    } else if offered(CHROMIUM) {
        Some(CHROMIUM)
    } else if ui::browser().is_some() {
        None
    } else {
        Some("chromium")
    }
}

/// Whether apt knows a package by its lists.
fn offered(package: &str) -> bool {
    Command::new("apt-cache")
        .args(["show", "--no-all-versions", package])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn needs(purpose: Purpose) -> impl Iterator<Item = &'static Need> {
    NEEDS.iter().filter(move |need| need.purpose <= purpose)
}

fn missing_packages<'a>(wanted: &[&'a str]) -> Vec<&'a str> {
    let output = Command::new("dpkg-query")
        .args(["-W", "-f", "${Package} ${db:Status-Status}\n"])
        .args(wanted)
        .stderr(Stdio::null())
        .output();
    // dpkg-query fails when it knows nothing of one package; what it prints is about the others.
    let listed = output
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    not_installed(wanted, &listed)
}

fn not_installed<'a>(wanted: &[&'a str], listed: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    wanted
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

fn apt_get(action: &[&str], packages: &[&str]) -> Outcome<()> {
    let words = [
        &[
            "-y",
            "-q",
            "-o",
            "DPkg::Lock::Timeout=300",
            "--no-install-recommends",
        ],
        action,
        packages,
    ]
    .concat();
    let by_hand = || {
        let install = packages.join(" ");
        Failure::new(format!(
            "These packages are missing and could not be installed. Type this, then try again:\n\n  \
             sudo apt-get update && sudo apt-get install --no-install-recommends {install}"
        ))
    };
    let mut command = if is_root() {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    } else if find("sudo").is_some() {
        let mut command = Command::new("sudo");
        command.args(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        command
    } else {
        return Err(by_hand());
    };
    process::run(command.args(words)).map_err(|_| by_hand())
}

fn is_root() -> bool {
    process::read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Where there is no apt-get, nothing is installed: the exact command is said.
fn demand_programs(purpose: Purpose) -> Outcome<()> {
    let missing: Vec<&Need> = needs(purpose).filter(|need| !has(&need.sign)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing
        .iter()
        .map(|need| need.package)
        .collect::<Vec<_>>()
        .join(", ");
    let build = if find("dnf").is_some() {
        "sudo dnf install gcc gcc-c++ make pkgconf-pkg-config perl-core webkit2gtk4.1-devel"
    } else if find("pacman").is_some() {
        "sudo pacman -S --needed base-devel perl webkit2gtk-4.1"
    } else if find("zypper").is_some() {
        "sudo zypper install -t pattern devel_basis && sudo zypper install perl webkit2gtk3-devel"
    } else {
        "(your package manager's words for a C compiler, pkg-config, perl and WebKitGTK 4.1's headers)"
    };
    let tests = if missing.iter().any(|need| need.purpose > Purpose::Build) {
        "\n\nThe tests use the programs of Debian's packages of these names; your system may call them otherwise."
    } else {
        ""
    };
    Err(Failure::new(format!(
        "Missing (in Debian's words): {names}.\nTo build Fairlead, type this, then try again:\n\n  {build}{tests}"
    )))
}

fn has(sign: &Sign) -> bool {
    match sign {
        Sign::Program("chromium") => ui::browser().is_some(),
        Sign::Program(name) => find(name).is_some(),
        Sign::PkgConfig(module) => Command::new("pkg-config")
            .args(["--exists", module])
            .status()
            .is_ok_and(|status| status.success()),
        Sign::None => true,
    }
}

fn install_rust_components() -> Outcome<()> {
    let cargo = || Command::new(env!("CARGO"));
    let missing: Vec<&str> = [("fmt", "rustfmt"), ("clippy", "clippy")]
        .into_iter()
        .filter(|(subcommand, _)| process::read(cargo().args([subcommand, "--version"])).is_err())
        .map(|(_, component)| component)
        .collect();
    if missing.is_empty() {
        Ok(())
    } else if find("rustup").is_some() {
        process::run(
            Command::new("rustup")
                .args(["component", "add"])
                .args(missing),
        )
    } else {
        Err(Failure::new(format!(
            "Rust's {} is missing: install it with the rest of Rust.",
            missing.join(" and ")
        )))
    }
}

/// The oldest Node that Vite 8 and Vitest 4 run on.
const OLDEST_NODE: (u32, u32) = (20, 19);

fn check_node() -> Outcome<()> {
    let advice = "Install Node 20.19 or newer with npm (https://nodejs.org/en/download, or your system's packages \
                  where they are that new), then try again.";
    let Some(node) = find("node") else {
        return Err(Failure::new(format!(
            "Node, which builds the user interface, is missing. {advice}"
        )));
    };
    let said = process::read(Command::new(node).arg("--version"))?;
    if node_version(&said).is_none_or(|version| version < OLDEST_NODE) {
        return Err(Failure::new(format!(
            "Node {} is too old. {advice}",
            said.trim()
        )));
    }
    if find("npm").is_none() {
        return Err(Failure::new(format!(
            "Node is here, but npm is missing. {advice}"
        )));
    }
    Ok(())
}

/// Reads `v20.20.2` as (20, 20).
fn node_version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Whether two files hold the same bytes; no when either is missing.
pub fn same_bytes(one: &Path, other: &Path) -> bool {
    match (std::fs::read(one), std::fs::read(other)) {
        (Ok(one), Ok(other)) => one == other,
        (Ok(_) | Err(_), Ok(_) | Err(_)) => false,
    }
}

/// Whether a person sits at a graphical screen.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// The cargo that runs this chore, in the repository.
pub fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(root::folder());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_versions_are_compared_as_numbers() {
        assert_eq!(node_version("v20.19.0\n"), Some((20, 19)));
        assert_eq!(node_version("v20.20.2"), Some((20, 20)));
        assert_eq!(node_version("v9.1.0"), Some((9, 1)));
        assert!(node_version("v9.1.0") < Some(OLDEST_NODE));
        assert!(node_version("v20.18.3") < Some(OLDEST_NODE));
        assert_eq!(node_version("nonsense"), None);
    }

    #[test]
    fn removed_and_unknown_packages_are_missing() {
        let listed = "qpdf installed\nperl config-files\n";
        assert_eq!(
            not_installed(&["qpdf", "perl", "xvfb"], listed),
            ["perl", "xvfb"]
        );
    }

    #[test]
    fn building_needs_less_than_testing() {
        assert!(needs(Purpose::Build).all(|need| need.package != CHROMIUM));
        assert!(needs(Purpose::Bundle).count() == NEEDS.len());
    }
}
