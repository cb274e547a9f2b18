//! The file as a whole: header, limits, metadata, colours, attachments, fields, and what may not be there at all.

use lopdf::{Dictionary, Object};

use super::{Check, array, as_dictionary, at, catalog, dictionary, follow, integer, name, text};

pub fn check(check: &mut Check<'_>) {
    header(check);
    objects(check);
    let (_, catalog) = catalog(&check.file);
    root(check, &catalog);
    metadata(check, &catalog);
    colours(check, &catalog);
    attachments(check, &catalog);
    annotations(check);
}

fn header(check: &mut Check<'_>) {
    let mut lines = check.bytes.splitn(3, |byte| *byte == b'\n');
    let first = lines.next().unwrap_or_default();
    check.expect(first == b"%PDF-1.7", "A 6.1.2", "the first line");
    let second = lines.next().unwrap_or_default();
    let marked = second.first() == Some(&b'%')
        && second
            .iter()
            .skip(1)
            .take(4)
            .filter(|byte| **byte > 127)
            .count()
            == 4;
    check.expect(marked, "A 6.1.2", "four bytes over 127 in the second line");
    let identity = array(&check.file, &check.file.trailer, "ID").len();
    check.expect(identity == 2, "A 6.1.3", "an identity of two");
    let encrypted = check.file.trailer.has(b"Encrypt");
    check.expect(!encrypted, "A 6.1.3", "encrypted");
}

/// Limits, and keys that no dictionary may have.
fn objects(check: &mut Check<'_>) {
    let mut faults = Vec::new();
    for (id, object) in &check.file.objects {
        if let Object::Stream(stream) = object {
            for key in [b"F".as_slice(), b"FFilter", b"FDecodeParms"] {
                if stream.dict.has(key) {
                    faults.push(("A 6.1.7.1", format!("{id:?} lies outside of the file")));
                }
            }
            let filters = match at(&check.file, &stream.dict, "Filter") {
                Some(Object::Name(name)) => vec![name.clone()],
                Some(Object::Array(list)) => list
                    .iter()
                    .filter_map(|filter| filter.as_name().ok().map(<[u8]>::to_vec))
                    .collect(),
                _ => Vec::new(),
            };
            if filters.iter().any(|filter| *filter != b"FlateDecode") {
                faults.push(("A 6.1.7.2", format!("{id:?} is packed otherwise")));
            }
        }
        limits(object, &mut faults);
        let Some(dictionary) = as_dictionary(object) else {
            continue;
        };
        for key in [
            "AA",
            "XFA",
            "Alternates",
            "OPI",
            "PS",
            "Ref",
            "TR",
            "HTP",
            "SMask",
            "Group",
            "BM",
            "CA",
            "ca",
            "OC",
        ] {
            if dictionary.has(key.as_bytes()) {
                faults.push(("A 6.2, 6.4, 6.9", format!("{id:?} has {key}")));
            }
        }
        if let Some(action) = name(&check.file, dictionary, "S").strip_prefix("JavaScript") {
            faults.push(("A 6.5", format!("{id:?} runs a script{action}")));
        }
    }
    for (clause, what) in faults {
        check.fault(clause, what);
    }
}

fn limits(object: &Object, faults: &mut Vec<(&str, String)>) {
    match object {
        Object::String(bytes, _) if bytes.len() > 32_767 => {
            faults.push(("A 6.1.13", format!("a string of {} bytes", bytes.len())));
        }
        Object::Name(name) if name.len() > 127 => {
            faults.push(("A 6.1.13", format!("a name of {} bytes", name.len())));
        }
        Object::Integer(number) if i32::try_from(*number).is_err() => {
            faults.push(("A 6.1.13", format!("the number {number}")));
        }
        Object::Array(list) => list.iter().for_each(|object| limits(object, faults)),
        Object::Dictionary(dictionary) => dictionary
            .iter()
            .for_each(|(_, object)| limits(object, faults)),
        Object::Stream(stream) => stream
            .dict
            .iter()
            .for_each(|(_, object)| limits(object, faults)),
        _ => {}
    }
}

fn root(check: &mut Check<'_>, catalog: &Dictionary) {
    for (key, clause) in [
        ("OCProperties", "A 6.9"),
        ("Requirements", "A 6.11"),
        ("OpenAction", "A 6.5"),
        ("Perms", "A 6.1.12"),
    ] {
        check.expect(!catalog.has(key.as_bytes()), clause, key);
    }
    let marked = dictionary(&check.file, catalog, "MarkInfo").map(|mark| {
        (
            at(&check.file, mark, "Marked").cloned(),
            mark.has(b"Suspects"),
        )
    });
    check.expect(
        marked == Some((Some(Object::Boolean(true)), false)),
        "A 6.7",
        "marked, without suspects",
    );
    check.expect(catalog.has(b"StructTreeRoot"), "A 6.7", "a structure tree");
    let language = at(&check.file, catalog, "Lang")
        .and_then(text)
        .unwrap_or_default();
    check.expect(!language.is_empty(), "UA 7.2", "a language");
    let title = dictionary(&check.file, catalog, "ViewerPreferences")
        .and_then(|view| at(&check.file, view, "DisplayDocTitle").cloned());
    check.expect(
        title == Some(Object::Boolean(true)),
        "UA 7.1",
        "its title is shown",
    );
    if let Some(form) = dictionary(&check.file, catalog, "AcroForm") {
        let plain = !form.has(b"XFA") && !form.has(b"NeedAppearances");
        check.expect(plain, "A 6.4.1", "fields as they are");
    }
}

/// The packet stands as it is, and says the same as the old information dictionary.
fn metadata(check: &mut Check<'_>, catalog: &Dictionary) {
    let Some(Object::Stream(stream)) = at(&check.file, catalog, "Metadata") else {
        check.fault("A 6.6.2", "no packet");
        return;
    };
    let packed = stream.dict.has(b"Filter");
    let packet = String::from_utf8_lossy(&stream.content).into_owned();
    check.expect(!packed, "A 6.6.2", "the packet is packed");
    for part in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "<pdfaProperty:name>part</pdfaProperty:name>",
        "http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>",
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">",
    ] {
        check.expect(packet.contains(part), "A 6.6.4, UA 5", part);
    }
    let Some(info) = check
        .file
        .trailer
        .get(b"Info")
        .ok()
        .map(|info| follow(&check.file, info))
        .and_then(as_dictionary)
        .cloned()
    else {
        return;
    };
    for (key, _) in info.iter() {
        let known = [
            "Title",
            "Author",
            "Subject",
            "Creator",
            "Producer",
            "CreationDate",
            "ModDate",
        ];
        check.expect(
            known.iter().any(|known| known.as_bytes() == key.as_slice()),
            "A 6.6.3",
            String::from_utf8_lossy(key),
        );
    }
    let said = |key: &str| {
        at(&check.file, &info, key)
            .and_then(text)
            .unwrap_or_default()
    };
    let escaped = |text: String| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('"', "&quot;")
            .replace('\'', "&apos;")
    };
    let same = [
        ("<rdf:li xml:lang=\"x-default\">", escaped(said("Title"))),
        ("<xmp:CreatorTool>", escaped(said("Creator"))),
        ("<pdf:Producer>", escaped(said("Producer"))),
        ("<dc:creator><rdf:Seq><rdf:li>", escaped(said("Author"))),
        (
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">",
            escaped(said("Subject")),
        ),
        ("<xmp:CreateDate>", iso(&said("CreationDate"))),
        ("<xmp:ModifyDate>", iso(&said("ModDate"))),
    ];
    for (tag, value) in same {
        let told =
            value.is_empty() && !packet.contains(tag) || packet.contains(&format!("{tag}{value}<"));
        check.expect(told, "A 6.6.3", format!("{tag}{value}"));
    }
}

/// `D:20261126101500+01'00'` as `2026-11-26T10:15:00+01:00`.
fn iso(date: &str) -> String {
    let digits: Vec<char> = date.chars().filter(|c| c.is_ascii_digit()).collect();
    let part = |from: usize, to: usize| {
        digits
            .get(from..to)
            .map(|digits| digits.iter().collect::<String>())
            .unwrap_or_default()
    };
    let sign = if date.contains('-') { '-' } else { '+' };
    format!(
        "{}-{}-{}T{}:{}:{}{sign}{}:{}",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14),
        part(14, 16),
        part(16, 18)
    )
}

fn colours(check: &mut Check<'_>, catalog: &Dictionary) {
    let file = &check.file;
    let intents = array(file, catalog, "OutputIntents");
    let sound = intents.len() == 1
        && intents.iter().all(|intent| {
            as_dictionary(follow(file, intent)).is_some_and(|intent| {
                let Some(Object::Stream(profile)) = at(file, intent, "DestOutputProfile") else {
                    return false;
                };
                let content = profile.get_plain_content().unwrap_or_default();
                name(file, intent, "S") == "GTS_PDFA1"
                    && integer(file, &profile.dict, "N") == Some(3)
                    && content.get(12..16) == Some(b"mntr")
                    && content.get(16..20) == Some(b"RGB ")
                    && content.get(36..40) == Some(b"acsp")
                    && content
                        .get(..4)
                        .map(|size| u32::from_be_bytes(size.try_into().unwrap()))
                        == u32::try_from(content.len()).ok()
            })
        });
    check.expect(
        sound,
        "A 6.2.3",
        "one intent with a profile of red, green and blue",
    );
    let images: Vec<_> = check
        .file
        .objects
        .values()
        .filter_map(as_dictionary)
        .filter(|image| name(&check.file, image, "Subtype") == "Image")
        .cloned()
        .collect();
    for image in images {
        let space = name(&check.file, &image, "ColorSpace").to_owned();
        check.expect(
            space == "DeviceRGB" || space == "DeviceGray",
            "A 6.2.4",
            space,
        );
        let smooth = at(&check.file, &image, "Interpolate") == Some(&Object::Boolean(true));
        check.expect(!smooth, "A 6.2.8", "interpolated");
    }
}

fn attachments(check: &mut Check<'_>, catalog: &Dictionary) {
    let file = &check.file;
    let listed: Vec<Object> = array(file, catalog, "AF").to_vec();
    let named = dictionary(file, catalog, "Names")
        .and_then(|names| dictionary(file, names, "EmbeddedFiles"))
        .map(|tree| array(file, tree, "Names").to_vec())
        .unwrap_or_default();
    let mut faults = Vec::new();
    let mut last: Option<Vec<u8>> = None;
    for pair in named.chunks(2) {
        let [key, specification] = pair else { continue };
        let bytes = key.as_str().map(<[u8]>::to_vec).unwrap_or_default();
        if last.as_ref().is_some_and(|last| *last > bytes) {
            faults.push("the names are not in their order".to_owned());
        }
        last = Some(bytes);
        if !listed.contains(specification) {
            faults.push("an attachment is none of the document's".to_owned());
        }
        let Some(specification) = as_dictionary(follow(file, specification)) else {
            continue;
        };
        let said = |key: &str| {
            at(file, specification, key)
                .and_then(text)
                .unwrap_or_default()
        };
        if said("F").is_empty() || said("F") != said("UF") {
            faults.push(format!("{:?} is not named", said("UF")));
        }
        if !["Source", "Data", "Alternative", "Supplement", "Unspecified"].contains(&name(
            file,
            specification,
            "AFRelationship",
        )) {
            faults.push(format!("{:?} has no relation", said("UF")));
        }
        let stream = dictionary(file, specification, "EF")
            .and_then(|streams| dictionary(file, streams, "F"));
        let typed = stream.is_some_and(|stream| {
            name(file, stream, "Subtype").contains('/')
                && dictionary(file, stream, "Params").is_some_and(|params| params.has(b"ModDate"))
        });
        if !typed {
            faults.push(format!("{:?} has no type or date", said("UF")));
        }
    }
    if listed.len() * 2 != named.len() {
        faults.push("the two lists differ".to_owned());
    }
    for what in faults {
        check.fault("A 6.8", what);
    }
}

fn annotations(check: &mut Check<'_>) {
    let file = &check.file;
    let mut faults = Vec::new();
    for id in file.get_pages().into_values() {
        let page = file.get_dictionary(id).unwrap();
        if name(file, page, "Tabs") != "S" {
            faults.push((
                "UA 7.18.3",
                "a page's tabs do not follow the structure".to_owned(),
            ));
        }
        for size in array(file, page, "MediaBox").iter().skip(2) {
            let points = size.as_float().unwrap_or(0.0);
            if !(3.0..=14_400.0).contains(&points) {
                faults.push(("A 6.1.13", format!("a page of {points} points")));
            }
        }
        for annotation in array(file, page, "Annots") {
            let Some(annotation) = as_dictionary(follow(file, annotation)) else {
                continue;
            };
            if name(file, annotation, "Subtype") != "Widget" {
                faults.push(("A 6.3.1", "an annotation that is no field".to_owned()));
            }
            // Printed; not invisible, hidden, or seen on paper or screen alone.
            let flags = integer(file, annotation, "F").unwrap_or(0);
            if flags & 4 == 0 || flags & (1 | 2 | 32 | 256) != 0 {
                faults.push(("A 6.3.2", format!("a field with the flags {flags}")));
            }
            let looks = dictionary(file, annotation, "AP");
            if looks.is_none_or(|looks| looks.len() != 1 || !looks.has(b"N")) {
                faults.push(("A 6.3.3", "a field without one look".to_owned()));
            }
            if annotation.has(b"A") {
                faults.push(("A 6.4.1", "a field that acts".to_owned()));
            }
            if at(file, annotation, "TU")
                .and_then(text)
                .is_none_or(|words| words.is_empty())
            {
                faults.push(("UA 7.18.1", "a field without words".to_owned()));
            }
            if integer(file, annotation, "StructParent").is_none() {
                faults.push(("UA 7.18.1", "a field outside of the structure".to_owned()));
            }
        }
    }
    for (clause, what) in faults {
        check.fault(clause, what);
    }
}
