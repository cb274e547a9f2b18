//! What printpdf leaves out: metadata, language, outline, structure tree, colour profile, attachments, and an identity that follows from the content.

use std::fmt::Write as _;

use lopdf::{Dictionary, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary};
use printpdf::PdfSaveOptions;
use sha2::{Digest, Sha256};

use crate::{
    Attachment, Block, Document, PressError, Relation, SignatureField,
    clean::clean_line,
    compose::Entry,
    forms::{add_fields, form},
    icc, language,
    looks::Sheet,
    structure::{outline, structure},
    tags::Tree,
    write::{Written, utf16},
    xmp::{PRODUCER, packet},
};

/// Everything but the pages.
pub(crate) struct Rest<'a> {
    pub(crate) document: &'a Document,
    pub(crate) sheet: Sheet,
    pub(crate) tree: &'a Tree,
    pub(crate) entries: &'a [Entry],
    pub(crate) fields: &'a [SignatureField],
    /// Page from 0 and points from the top, for each entry.
    pub(crate) places: &'a [(usize, f32)],
}

/// The finished file.
///
/// # Errors
/// [`PressError::Write`] and [`PressError::Bytes`].
pub(crate) fn finish(pages: &Written, rest: &Rest<'_>) -> Result<Vec<u8>, PressError> {
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        ..PdfSaveOptions::default()
    };
    let mut file = pages.document.to_lopdf_document(&options, &mut Vec::new());
    file.version = "1.7".to_owned();
    let ids: Vec<ObjectId> = file.get_pages().into_values().collect();
    let metadata = &rest.document.metadata;
    let language = language::tag(&metadata.language);
    let title = title(rest.document);

    for (number, id) in ids.iter().enumerate() {
        let page = file.get_dictionary_mut(*id)?;
        page.remove(b"Annots");
        page.set("Tabs", "S");
        page.set("StructParents", integer(number));
    }
    let widgets = add_fields(&mut file, rest.fields, &pages.fields, &ids)?;
    let structure = structure(&mut file, rest.tree, &ids, &widgets);
    let outline = outline(&mut file, rest, &ids);
    let output = output_intent(&mut file);
    let files = attachments(&mut file, rest.document);
    let xmp = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        packet(metadata, &title, &language).into_bytes(),
    );
    let xmp = file.add_object(xmp.with_compression(false));

    let rtl = language::is_rtl(&language);
    let catalog = file.catalog_mut()?;
    catalog.set(
        "PageMode",
        if outline.is_some() {
            "UseOutlines"
        } else {
            "UseNone"
        },
    );
    catalog.set(
        "Lang",
        Object::String(language.clone().into_bytes(), StringFormat::Literal),
    );
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", xmp);
    catalog.set("OutputIntents", vec![Object::Reference(output)]);
    let mut viewer = dictionary! { "DisplayDocTitle" => true };
    if rtl {
        viewer.set("Direction", "R2L");
    }
    catalog.set("ViewerPreferences", viewer);
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    if let Some(form) = form(&widgets) {
        catalog.set("AcroForm", form);
    }
    if let Some((names, list)) = files {
        catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
        catalog.set("AF", list);
    }

    let date = date(&metadata.created);
    let mut info = dictionary! {
        "Title" => string(&title), "Creator" => string(PRODUCER), "Producer" => string(PRODUCER),
        "CreationDate" => Object::string_literal(date.clone()), "ModDate" => Object::string_literal(date),
    };
    for (key, text) in [
        ("Author", short(&metadata.author)),
        ("Subject", short(&metadata.subject)),
    ] {
        if !text.is_empty() {
            info.set(key, string(&text));
        }
    }
    let info_id = file.add_object(info);
    if let Ok(old) = file.trailer.get(b"Info").and_then(Object::as_reference) {
        file.objects.remove(&old);
    }
    file.trailer.set("Info", info_id);
    let id = Object::String(identity(&file), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![id.clone(), id]);

    file.compress();
    let mut bytes = Vec::new();
    file.save_with_options(
        &mut bytes,
        SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .compression_level(6)
            .build(),
    )?;
    // A signature's addition begins on a line of its own; so the file must end with one to stay as it is.
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// PDF/A allows a string 32,767 bytes; what says what the file is needs far fewer.
const LONGEST: usize = 2_000;

pub(crate) fn short(text: &str) -> String {
    let mut line = clean_line(text);
    if let Some((at, _)) = line.char_indices().nth(LONGEST) {
        line.truncate(at);
        line.push('…');
    }
    line
}

/// A media type as a name; PDF/A allows a name 127 bytes.
fn media_type(mime: &str) -> Object {
    let plain =
        mime.len() <= 100 && mime.contains('/') && mime.bytes().all(|byte| byte.is_ascii_graphic());
    Object::Name(
        if plain {
            mime
        } else {
            "application/octet-stream"
        }
        .as_bytes()
        .to_vec(),
    )
}

/// The title that readers show. A PDF for all readers must have one.
fn title(document: &Document) -> String {
    let own = short(&document.metadata.title);
    let shown = document.blocks.iter().find_map(|block| {
        if let Block::Title { text, .. } = block {
            Some(short(text))
        } else {
            None
        }
    });
    [Some(own), shown]
        .into_iter()
        .flatten()
        .find(|title| !title.is_empty())
        .unwrap_or_else(|| PRODUCER.to_owned())
}

/// Sixteen bytes from all that the file holds: the same content has the same identity, any other another.
fn identity(file: &lopdf::Document) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut described = String::new();
    for (id, object) in &file.objects {
        if let Ok(stream) = object.as_stream() {
            hash.update(stream.content.len().to_be_bytes());
            hash.update(&stream.content);
            continue;
        }
        described.clear();
        if write!(described, "{id:?}{object:?}").is_ok() {
            hash.update(described.as_bytes());
        }
    }
    hash.finalize().iter().take(16).copied().collect()
}

fn output_intent(file: &mut lopdf::Document) -> ObjectId {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, icc::srgb()));
    file.add_object(dictionary! {
        "Type" => "OutputIntent", "S" => "GTS_PDFA1", "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB"), "DestOutputProfile" => profile,
    })
}

/// The name of an attached file, which must have one.
fn file_name(attachment: &Attachment) -> String {
    let name = short(&attachment.name);
    if name.is_empty() {
        "attachment".to_owned()
    } else {
        name
    }
}

/// Files inside the file: the name tree, and the list that says what they are to the document.
fn attachments(
    file: &mut lopdf::Document,
    document: &Document,
) -> Option<(Dictionary, Vec<Object>)> {
    let mut list: Vec<&Attachment> = document.attachments.iter().collect();
    // A name tree is sorted by the bytes of its names; two files of one name keep their order.
    list.sort_by_cached_key(|attachment| {
        let name = string(&file_name(attachment));
        name.as_str().map(<[u8]>::to_vec).unwrap_or_default()
    });
    let mut names = Vec::new();
    let mut all = Vec::new();
    for attachment in list {
        let name = file_name(attachment);
        let date = date(&document.metadata.created);
        let stream = Stream::new(
            dictionary! {
                "Type" => "EmbeddedFile", "Subtype" => media_type(&attachment.mime),
                "Params" => dictionary! { "Size" => integer(attachment.bytes.len()), "ModDate" => Object::string_literal(date) },
            },
            attachment.bytes.clone(),
        );
        let stream = file.add_object(stream);
        let relation = match attachment.relation {
            Relation::Source => "Source",
            Relation::Data => "Data",
            Relation::Alternative => "Alternative",
            Relation::Supplement => "Supplement",
        };
        let specification = file.add_object(dictionary! {
            "Type" => "Filespec", "F" => string(&name), "UF" => string(&name), "Desc" => string(&short(&attachment.description)),
            "AFRelationship" => relation, "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        names.push(string(&name));
        names.push(Object::Reference(specification));
        all.push(Object::Reference(specification));
    }
    (!all.is_empty()).then(|| (dictionary! { "Names" => names }, all))
}

pub(crate) fn integer(number: usize) -> Object {
    Object::Integer(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Words outside the pages: plain where they are plain, UTF-16 otherwise.
pub(crate) fn string(text: &str) -> Object {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        Object::string_literal(text)
    } else {
        Object::String(utf16(text), StringFormat::Hexadecimal)
    }
}

fn date(at: &chrono::DateTime<chrono::FixedOffset>) -> String {
    let offset = at.offset().local_minus_utc();
    let (sign, offset) = if offset < 0 {
        ('-', -offset)
    } else {
        ('+', offset)
    };
    format!(
        "{}{sign}{:02}'{:02}'",
        at.format("D:%Y%m%d%H%M%S"),
        offset / 3600,
        offset / 60 % 60
    )
}
