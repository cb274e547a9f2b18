//! A file as its revisions: which object stands where in each, and the objects themselves.

use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::Range,
    rc::Rc,
};

use super::{
    Dict, LARGEST, ReadError, Value,
    unpack::unpack,
    value::{Parser, is_white},
};

/// No file is written in more steps.
const MOST_SECTIONS: usize = 64;
/// All that is unpacked from one file together, in bytes.
const MOST_UNPACKED: usize = 2 * LARGEST;
/// All that the tables of one file say together.
const MOST_ENTRIES: usize = 1_000_000;
/// The last words of a file are looked for in so many bytes.
const LAST_WORDS: usize = 2_048;

/// A file that is being read.
pub(crate) struct File<'a> {
    pub(crate) bytes: &'a [u8],
    /// The revisions, oldest first; at least one.
    pub(crate) sections: Vec<Section>,
    /// How many more bytes may be unpacked.
    room: Cell<usize>,
    /// Containers that were unpacked, by where they stand.
    containers: RefCell<HashMap<usize, Rc<Container>>>,
}

/// What one revision wrote: its table of objects.
pub(crate) struct Section {
    /// Where the table begins.
    pub(crate) at: usize,
    /// Where the revision ends, if it ends as it should: behind `%%EOF` and its line's end.
    pub(crate) end: Option<usize>,
    pub(crate) entries: BTreeMap<u32, Entry>,
    pub(crate) trailer: Dict,
    /// Whether the table is a stream.
    pub(crate) stream: bool,
}

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    Free,
    At { offset: usize, generation: u16 },
    In { container: u32, index: usize },
}

/// An object.
#[derive(Debug, Clone)]
pub(crate) struct Object {
    pub(crate) value: Value,
    /// Its stream as it stands in the file.
    pub(crate) stream: Option<Range<usize>>,
    /// The bytes that it takes; nothing for an object inside a container.
    pub(crate) span: Range<usize>,
    /// Where its `Contents` string stands.
    pub(crate) contents: Option<Range<usize>>,
}

struct Container {
    content: Vec<u8>,
    /// Number and place of each object.
    index: Vec<(u32, usize)>,
}

impl<'a> File<'a> {
    /// Reads the chain of revisions.
    ///
    /// # Errors
    /// [`ReadError`]; size, beginning and end are looked at first.
    pub(crate) fn read(bytes: &'a [u8]) -> Result<Self, ReadError> {
        if bytes.len() > LARGEST {
            return Err(ReadError::TooLarge(bytes.len()));
        }
        if !bytes.starts_with(b"%PDF-") {
            return Err(ReadError::NotPdf);
        }
        let mut file = Self {
            bytes,
            sections: Vec::new(),
            room: Cell::new(MOST_UNPACKED),
            containers: RefCell::new(HashMap::new()),
        };
        let mut next = Some(last_section(bytes).ok_or(ReadError::CutOff)?);
        let mut seen = BTreeSet::new();
        let mut entries = 0;
        while let Some(at) = next {
            if !seen.insert(at) || seen.len() > MOST_SECTIONS {
                return Err(ReadError::Damaged("its revisions go round in circles"));
            }
            let section = file.section(at)?;
            if section.trailer.contains_key(b"Encrypt".as_slice()) {
                return Err(ReadError::Encrypted);
            }
            next = match section.trailer.get(b"Prev".as_slice()) {
                None => None,
                Some(value) => Some(
                    value
                        .as_count()
                        .ok_or(ReadError::Damaged("a revision cannot be found"))?,
                ),
            };
            entries += section.entries.len();
            if entries > MOST_ENTRIES {
                return Err(ReadError::Damaged("it has too many objects"));
            }
            file.sections.push(section);
        }
        file.sections.reverse();
        Ok(file)
    }

    /// The number of the newest revision.
    pub(crate) fn newest(&self) -> usize {
        self.sections.len().saturating_sub(1)
    }

    /// How many bytes follow the newest revision's end; all of them if it has none.
    pub(crate) fn tail(&self) -> usize {
        let end = self.sections.last().and_then(|section| section.end);
        self.bytes.len() - end.unwrap_or(0)
    }

    fn section(&self, at: usize) -> Result<Section, ReadError> {
        let mut parser = Parser::new(self.bytes, at);
        let (entries, trailer, stream) = if parser.word(b"xref") {
            let entries = table(&mut parser)?;
            let trailer = parser.value()?;
            (entries, trailer, false)
        } else {
            let object = self.parse(at, None)?;
            let range = object
                .stream
                .ok_or(ReadError::Damaged("a table of objects cannot be read"))?;
            parser.at = object.span.end;
            let Value::Dict(dict) = object.value else {
                return Err(ReadError::Damaged("a table of objects cannot be read"));
            };
            let content = self.unpack(&dict, &range)?;
            (packed_table(&dict, &content)?, Value::Dict(dict), true)
        };
        let Value::Dict(trailer) = trailer else {
            return Err(ReadError::Damaged("a table of objects cannot be read"));
        };
        parser.skip();
        let closed = parser.word(b"startxref") && parser.number() == Some(at);
        let end = closed.then(|| after_end(self.bytes, parser.at)).flatten();
        Ok(Section {
            at,
            end,
            entries,
            trailer,
            stream,
        })
    }

    /// Where an object stands in a revision.
    pub(crate) fn entry(&self, number: u32, revision: usize) -> Option<Entry> {
        self.sections
            .iter()
            .take(revision + 1)
            .rev()
            .find_map(|section| section.entries.get(&number))
            .copied()
    }

    /// An object as it is in a revision; nothing if there is none of this number.
    ///
    /// # Errors
    /// [`ReadError::Damaged`]
    pub(crate) fn object(
        &self,
        (number, generation): (u32, u16),
        revision: usize,
    ) -> Result<Option<Object>, ReadError> {
        match self.entry(number, revision) {
            None | Some(Entry::Free) => Ok(None),
            Some(Entry::At {
                offset,
                generation: own,
            }) if own == generation => self
                .parse(offset, Some((number, generation, revision)))
                .map(Some),
            Some(Entry::In { container, index }) if generation == 0 => {
                self.contained(number, container, index, revision).map(Some)
            }
            Some(Entry::At { .. } | Entry::In { .. }) => Ok(None),
        }
    }

    /// A value with its reference followed.
    ///
    /// # Errors
    /// [`ReadError::Damaged`]
    pub(crate) fn follow(
        &self,
        value: Option<&Value>,
        revision: usize,
    ) -> Result<Value, ReadError> {
        match value {
            None => Ok(Value::Null),
            Some(Value::Reference(number, generation)) => Ok(self
                .object((*number, *generation), revision)?
                .map_or(Value::Null, |object| object.value)),
            Some(value) => Ok(value.clone()),
        }
    }

    /// What a stream holds.
    ///
    /// # Errors
    /// [`ReadError::Damaged`]
    pub(crate) fn unpack(&self, dict: &Dict, range: &Range<usize>) -> Result<Vec<u8>, ReadError> {
        let raw = self.bytes.get(range.clone()).unwrap_or_default();
        let mut room = self.room.get();
        let content = unpack(dict, raw, &mut room);
        self.room.set(room);
        content
    }

    /// The object at a place. Without an identity any will do, and lengths must stand in it.
    fn parse(&self, at: usize, identity: Option<(u32, u16, usize)>) -> Result<Object, ReadError> {
        let fault = ReadError::Damaged("an object is not where it should be");
        let mut parser = Parser::object(self.bytes, at);
        let (number, generation) = (parser.number(), parser.number());
        parser.skip();
        let named = match identity {
            None => number.is_some() && generation.is_some(),
            Some((own, own_generation, _)) => {
                number == usize::try_from(own).ok() && generation == Some(own_generation.into())
            }
        };
        if !named || !parser.word(b"obj") {
            return Err(fault);
        }
        let value = parser.value()?;
        let contents = parser.contents.take();
        parser.skip();
        let mut stream = None;
        if parser.word(b"stream") {
            let start = parser.at
                + match self.bytes.get(parser.at..) {
                    Some([b'\r', b'\n', ..]) => 2,
                    Some([b'\n', ..]) => 1,
                    _ => return Err(fault),
                };
            let length = match value
                .as_dict()
                .and_then(|dict| dict.get(b"Length".as_slice()))
            {
                Some(Value::Reference(number, generation)) => {
                    self.length((*number, *generation), identity)
                }
                Some(value) => value.as_count(),
                None => None,
            };
            let end = length
                .and_then(|length| start.checked_add(length))
                .filter(|end| *end <= self.bytes.len())
                .ok_or(ReadError::Damaged("a stream has no length"))?;
            stream = Some(start..end);
            parser = Parser::object(self.bytes, end);
            parser.skip();
            if !parser.word(b"endstream") {
                return Err(ReadError::Damaged(
                    "a stream has another length than it says",
                ));
            }
            parser.skip();
        }
        if !parser.word(b"endobj") {
            return Err(ReadError::Damaged("an object has no end"));
        }
        Ok(Object {
            value,
            stream,
            span: at..parser.at,
            contents,
        })
    }

    /// A length that stands in an object of its own, which is no stream itself.
    fn length(&self, id: (u32, u16), identity: Option<(u32, u16, usize)>) -> Option<usize> {
        let (_, _, revision) = identity?;
        let Entry::At { offset, generation } = self.entry(id.0, revision)? else {
            return None;
        };
        let mut parser = Parser::object(self.bytes, offset);
        let own = (parser.number()?, parser.number()?);
        parser.skip();
        let named = own == (usize::try_from(id.0).ok()?, generation.into());
        if !named || generation != id.1 || !parser.word(b"obj") {
            return None;
        }
        parser.number()
    }

    fn contained(
        &self,
        number: u32,
        container: u32,
        index: usize,
        revision: usize,
    ) -> Result<Object, ReadError> {
        let fault = ReadError::Damaged("an object is not where it should be");
        let Some(Entry::At {
            offset,
            generation: 0,
        }) = self.entry(container, revision)
        else {
            return Err(fault);
        };
        let known = self.containers.borrow().get(&offset).cloned();
        let opened = match known {
            Some(opened) => opened,
            None => {
                let opened = Rc::new(self.open(offset, (container, 0, revision))?);
                self.containers
                    .borrow_mut()
                    .insert(offset, Rc::clone(&opened));
                opened
            }
        };
        match opened.index.get(index) {
            Some((own, at)) if *own == number => Ok(Object {
                value: Parser::object(&opened.content, *at).value()?,
                stream: None,
                span: 0..0,
                contents: None,
            }),
            _ => Err(fault),
        }
    }

    fn open(&self, offset: usize, identity: (u32, u16, usize)) -> Result<Container, ReadError> {
        let fault = ReadError::Damaged("a container of objects cannot be read");
        let object = self.parse(offset, Some(identity))?;
        let (Value::Dict(dict), Some(range)) = (object.value, object.stream) else {
            return Err(fault);
        };
        let number = |key: &[u8]| dict.get(key).and_then(Value::as_count);
        let named = dict.get(b"Type".as_slice()).and_then(Value::as_name) == Some(b"ObjStm");
        let (Some(count), Some(first), true) = (number(b"N"), number(b"First"), named) else {
            return Err(fault);
        };
        let content = self.unpack(&dict, &range)?;
        let mut parser = Parser::new(&content, 0);
        let mut index = Vec::new();
        for _ in 0..count {
            let (Some(number), Some(at)) = (
                parser
                    .number()
                    .and_then(|number| u32::try_from(number).ok()),
                parser.number().and_then(|at| at.checked_add(first)),
            ) else {
                return Err(fault);
            };
            index.push((number, at));
        }
        Ok(Container { content, index })
    }
}

/// Where the last words of a file say that its newest table is.
fn last_section(bytes: &[u8]) -> Option<usize> {
    let begin = bytes.len().saturating_sub(LAST_WORDS);
    let last = bytes.get(begin..)?;
    let word = last.windows(9).rposition(|window| window == b"startxref")?;
    let mut parser = Parser::new(bytes, begin + word + 9);
    let at = parser.number().filter(|at| *at < bytes.len())?;
    after_end(bytes, parser.at).map(|_| at)
}

/// The place behind `%%EOF` and its line's end, where these come next.
fn after_end(bytes: &[u8], mut at: usize) -> Option<usize> {
    while bytes.get(at).is_some_and(|byte| is_white(*byte)) {
        at += 1;
    }
    let rest = bytes.get(at..)?.strip_prefix(b"%%EOF")?;
    Some(
        at + 5
            + match rest {
                [b'\r', b'\n', ..] => 2,
                [b'\r' | b'\n', ..] => 1,
                _ => 0,
            },
    )
}

/// A table of objects in its old form, up to its trailer.
fn table(parser: &mut Parser<'_>) -> Result<BTreeMap<u32, Entry>, ReadError> {
    let fault = ReadError::Damaged("a table of objects cannot be read");
    let mut entries = BTreeMap::new();
    loop {
        parser.skip();
        if parser.word(b"trailer") {
            return Ok(entries);
        }
        let (Some(first), Some(count)) = (parser.number(), parser.number()) else {
            return Err(fault);
        };
        for number in first..first.saturating_add(count) {
            let (Some(offset), Some(generation)) = (parser.number(), parser.number()) else {
                return Err(fault);
            };
            parser.skip();
            let entry = if parser.word(b"n") {
                let generation = u16::try_from(generation).map_err(|_| fault.clone())?;
                Entry::At { offset, generation }
            } else if parser.word(b"f") {
                Entry::Free
            } else {
                return Err(fault);
            };
            let number = u32::try_from(number).map_err(|_| fault.clone())?;
            entries.insert(number, entry);
            if entries.len() > MOST_ENTRIES {
                return Err(fault);
            }
        }
    }
}

/// A table of objects in its new form: rows of three numbers.
fn packed_table(dict: &Dict, content: &[u8]) -> Result<BTreeMap<u32, Entry>, ReadError> {
    let fault = || ReadError::Damaged("a table of objects cannot be read");
    let numbers = |key: &[u8]| -> Option<Vec<usize>> {
        dict.get(key)?
            .as_array()?
            .iter()
            .map(Value::as_count)
            .collect()
    };
    if dict.get(b"Type".as_slice()).and_then(Value::as_name) != Some(b"XRef") {
        return Err(fault());
    }
    let widths = numbers(b"W").ok_or_else(fault)?;
    let [kind_width, first_width, second_width] = *widths.as_slice() else {
        return Err(fault());
    };
    if kind_width > 1 || !(1..=8).contains(&first_width) || second_width > 4 {
        return Err(fault());
    }
    let size = dict.get(b"Size".as_slice()).and_then(Value::as_count);
    let index = match dict.get(b"Index".as_slice()) {
        Some(_) => numbers(b"Index").ok_or_else(fault)?,
        None => vec![0, size.ok_or_else(fault)?],
    };
    let mut rows = content.chunks_exact(kind_width + first_width + second_width);
    let mut entries = BTreeMap::new();
    for part in index.chunks(2) {
        let [start, count] = *part else {
            return Err(fault());
        };
        for number in start..start.saturating_add(count) {
            let row = rows.next().ok_or_else(fault)?;
            let (kind, rest) = row.split_at_checked(kind_width).ok_or_else(fault)?;
            let (first, second) = rest.split_at_checked(first_width).ok_or_else(fault)?;
            let first = usize::try_from(big_endian(first)).map_err(|_| fault())?;
            let second = big_endian(second);
            let entry = match kind.first().copied().unwrap_or(1) {
                0 => Entry::Free,
                1 => Entry::At {
                    offset: first,
                    generation: u16::try_from(second).map_err(|_| fault())?,
                },
                2 => Entry::In {
                    container: u32::try_from(first).map_err(|_| fault())?,
                    index: usize::try_from(second).map_err(|_| fault())?,
                },
                _ => return Err(fault()),
            };
            entries.insert(u32::try_from(number).map_err(|_| fault())?, entry);
            if entries.len() > MOST_ENTRIES {
                return Err(fault());
            }
        }
    }
    Ok(entries)
}

fn big_endian(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, byte| number << 8 | u64::from(*byte))
}
