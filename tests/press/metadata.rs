//! What the file says about itself.

use fairlead_press::{Block, TextStyle};

use crate::tools::{assert_sound, info, objects, outline, paper, press};

#[test]
fn readers_see_title_author_subject_and_date() {
    let mut document = paper();
    document.metadata.title = "Agreement of Åsa & João".into();
    document.metadata.author = "Åsa Öberg".into();
    document.metadata.subject = "What we agreed".into();
    let bytes = press(&document).bytes;
    assert_sound(&bytes);
    let said = info(&bytes, "-isodates");
    for line in [
        "Agreement of Åsa & João",
        "Åsa Öberg",
        "What we agreed",
        "2026-11-26T10:15:00+01",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(said.contains("Tagged:          yes"), "{said}");
    assert!(said.contains("PDF version:     1.7"), "{said}");
}

#[test]
fn markup_in_metadata_stays_text() {
    let mut document = paper();
    document.metadata.title = "</rdf:li><x a=\"1\">&amp;' \u{0}\u{fffe}\u{202e}]]>".into();
    document.metadata.author = "(unbalanced \\ ( name <img onerror=alert(1)>".into();
    document.metadata.subject = "\u{1f389}\nsecond line\u{7}".into();
    document.metadata.language = "not a language <tag>".into();
    let bytes = press(&document).bytes;
    assert_sound(&bytes);
    let packet = info(&bytes, "-meta");
    assert!(
        packet.contains("&lt;/rdf:li&gt;&lt;x a=&quot;1&quot;&gt;&amp;amp;&apos; ]]&gt;"),
        "{packet}"
    );
    assert!(
        packet.contains("&lt;img onerror=alert(1)&gt;") && packet.contains("\u{1f389} second line"),
        "{packet}"
    );
    // Well formed: each element is closed, in order.
    let mut open = Vec::new();
    for tag in packet
        .split('<')
        .skip(1)
        .filter_map(|part| part.split('>').next())
        .filter(|tag| !tag.starts_with('?'))
    {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{packet}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty());
    assert!(objects(&bytes).contains("/Lang (und)"));
    assert!(info(&bytes, "-isodates").contains("(unbalanced \\ ( name <img onerror=alert(1)>"));
}

#[test]
fn the_packet_says_pdf_a_3a_and_pdf_ua_1() {
    let packet = info(&press(&paper()).bytes, "-meta");
    for part in [
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(packet.contains(part), "{packet}");
    }
}

#[test]
fn the_outline_follows_the_headings_in_order() {
    let mut document = paper();
    for (level, text) in [
        (1, "Zebra"),
        (2, "Beta"),
        (2, "Alpha"),
        (4, "Deep"),
        (1, "Ant"),
        (3, "Skipped"),
    ] {
        document.blocks.push(Block::heading(level, text));
        document.blocks.push(Block::text(TextStyle::Body, "text"));
    }
    let bytes = press(&document).bytes;
    assert_sound(&bytes);
    let outline: Vec<_> = outline(&bytes);
    let wanted = [
        (0, "Zebra"),
        (1, "Beta"),
        (1, "Alpha"),
        (2, "Deep"),
        (0, "Ant"),
        (1, "Skipped"),
    ];
    assert_eq!(
        outline,
        wanted.map(|(depth, title)| (depth, title.to_owned()))
    );
    let objects = objects(&bytes);
    assert!(objects.contains("/PageMode /UseOutlines"));
    // No level is skipped on the way down.
    let tree = info(&bytes, "-struct-text");
    assert!(tree.contains("H3") && !tree.contains("H4"), "{tree}");
}

#[test]
fn an_empty_title_is_replaced() {
    let mut document = paper();
    document.metadata.title = " \n".into();
    document.blocks = vec![Block::Title {
        text: "Session summary".into(),
        under: String::new(),
    }];
    assert!(
        info(&press(&document).bytes, "-isodates").contains("Title:           Session summary")
    );
}
