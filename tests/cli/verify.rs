//! `fairlead-cli papers signed` and `fairlead-cli verify`: a paper goes out, and comes back as it is or not (B4).

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test that cannot be set up has failed, and writes into its own folder"
)]

use crate::program::{Folder, Said, program};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Signs the example's agreement as both, and writes the signed paper.
fn signed(folder: &Folder) -> PathBuf {
    let relationship = folder.sample();
    let with = |mut request: Value| {
        request["relationship"] = json!(relationship);
        request
    };
    let ready = folder.call("agreement.ready", &with(json!({})));
    let later: Vec<&Value> = ready["talking"]
        .as_array()
        .unwrap()
        .iter()
        .map(|section| &section["section"])
        .collect();
    folder.call("signing.begin", &with(json!({"later": later})));
    for side in ["mentee", "mentor"] {
        let signing = folder.call("signing.get", &with(json!({})));
        let version = &signing["version"];
        let people = version["people"].as_array().unwrap();
        let name = &people.iter().find(|person| person["side"] == side).unwrap()["name"];
        let sign = json!({
            "version": version["id"], "fingerprint": version["fingerprint"]["hex"],
            "side": side, "name": name, "kind": "typed",
        });
        folder.call("signing.sign", &with(sign));
    }
    let out = folder.file("signed.pdf");
    let path = out.display().to_string();
    folder
        .run(&[
            "papers",
            "signed",
            "--relationship",
            &relationship,
            "--out",
            &path,
        ])
        .value();
    let other = folder.run(&[
        "papers",
        "sheet",
        "--relationship",
        &relationship,
        "--version",
        "1",
        "--out",
        &path,
    ]);
    assert_eq!(
        other.status,
        Some(2),
        "only the signed paper has versions: {}",
        other.err
    );
    out
}

fn verify(path: &Path) -> Said {
    program().arg("verify").arg(path).output().unwrap().into()
}

fn answer(said: &Said) -> Value {
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn b4_verify_says_valid_not_valid_or_cannot_tell_and_so_does_its_exit_status() {
    let folder = Folder::new();
    let path = signed(&folder);
    let said = verify(&path);
    assert_eq!(said.status, Some(0), "{}{}", said.out, said.err);
    let found = answer(&said);
    assert_eq!(found["verdict"], "valid");
    assert_eq!(found["file"], "signed.pdf");
    assert!(
        found["signers"]
            .as_array()
            .unwrap()
            .iter()
            .all(|signer| signer["standing"] == "unknown")
    );

    // With the folder in which it was signed, both keys are known.
    let file = path.display().to_string();
    let known = folder.run(&["verify", &file]);
    assert_eq!(known.status, Some(0), "{}", known.err);
    assert_eq!(answer(&known)["findings"], json!([]));

    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 3;
    bytes[middle] ^= 1;
    let changed = folder.file("changed.pdf");
    std::fs::write(&changed, &bytes).unwrap();
    let said = verify(&changed);
    assert_ne!(said.status, Some(0));
    assert_ne!(answer(&said)["verdict"], "valid");
    std::fs::write(
        &changed,
        [std::fs::read(&path).unwrap().as_slice(), b"more"].concat(),
    )
    .unwrap();
    let said = verify(&changed);
    assert_eq!(
        (said.status, &answer(&said)["code"]),
        (Some(1), &json!("earlier_state"))
    );
    assert_eq!(said.err, "", "the answer says it all");

    let text = folder.file("letter.pdf");
    std::fs::write(&text, "Dear Tom").unwrap();
    let said = verify(&text);
    assert_eq!(
        (said.status, &answer(&said)["code"]),
        (Some(2), &json!("no_pdf"))
    );
}

#[test]
fn what_cannot_be_read_cannot_be_told() {
    let folder = Folder::new();
    for path in [folder.file("none.pdf"), folder.file("")] {
        let said = verify(&path);
        assert_eq!(said.status, Some(2), "{}", said.out);
        let told: Value = serde_json::from_str(&said.err).unwrap();
        assert_eq!(told["code"], "not_read");
        assert!(
            told["message"]
                .as_str()
                .unwrap()
                .contains("Nothing was changed.")
        );
    }
    // 500 MB that take no room, and that nobody reads.
    let huge = folder.file("huge.pdf");
    std::fs::File::create(&huge)
        .unwrap()
        .set_len(500_000_000)
        .unwrap();
    let said = verify(&huge);
    assert_eq!(
        (said.status, &answer(&said)["code"]),
        (Some(2), &json!("too_large"))
    );
}
