//! The signature fields of a file.

use super::{Dict, File, ReadError, Value, text};

/// No form of ours has more than two fields; a form of any program may have so many.
const MOST_FIELDS: usize = 256;
/// Groups of fields may stand in each other this deep.
const DEEPEST: usize = 8;

/// A signature field.
pub(crate) struct Field {
    /// Its number, if it stands on its own.
    pub(crate) id: Option<(u32, u16)>,
    /// Its full name.
    pub(crate) name: String,
    pub(crate) dict: Dict,
    /// What it holds.
    pub(crate) signature: Option<Value>,
}

impl File<'_> {
    /// The catalog of a revision.
    ///
    /// # Errors
    /// [`ReadError::Damaged`]
    pub(crate) fn catalog(&self, revision: usize) -> Result<Dict, ReadError> {
        let trailer = self.sections.get(revision).map(|section| &section.trailer);
        let root = trailer.and_then(|trailer| trailer.get(b"Root".as_slice()));
        let catalog = self.follow(root, revision)?;
        catalog
            .as_dict()
            .cloned()
            .ok_or(ReadError::Damaged("it has no catalog"))
    }

    /// The signature fields of a revision, in the form's order.
    ///
    /// # Errors
    /// [`ReadError::Damaged`]
    pub(crate) fn fields(&self, revision: usize) -> Result<Vec<Field>, ReadError> {
        let catalog = self.catalog(revision)?;
        let form = self.follow(catalog.get(b"AcroForm".as_slice()), revision)?;
        let list = form
            .as_dict()
            .and_then(|form| form.get(b"Fields".as_slice()));
        let list = self.follow(list, revision)?;
        // From the end, so that the first is taken first.
        let mut open: Vec<(Value, String, bool, usize)> = Vec::new();
        for value in list.as_array().unwrap_or_default().iter().rev() {
            open.push((value.clone(), String::new(), false, 0));
        }
        let mut fields = Vec::new();
        let mut seen = 0;
        while let Some((value, above, sign_above, depth)) = open.pop() {
            seen += 1;
            if seen > MOST_FIELDS || open.len() > MOST_FIELDS || depth > DEEPEST {
                return Err(ReadError::Damaged("it has too many fields"));
            }
            let Value::Dict(dict) = self.follow(Some(&value), revision)? else {
                continue;
            };
            let own = self.follow(dict.get(b"T".as_slice()), revision)?;
            let name = match own.as_text().map(text) {
                Some(own) if above.is_empty() => own,
                Some(own) => format!("{above}.{own}"),
                None => above,
            };
            let kind = dict.get(b"FT".as_slice()).and_then(Value::as_name);
            let signs = kind.map_or(sign_above, |kind| kind == b"Sig");
            let kids = self.follow(dict.get(b"Kids".as_slice()), revision)?;
            match kids.as_array().filter(|_| !signs) {
                Some(kids) => {
                    for kid in kids.iter().rev() {
                        open.push((kid.clone(), name.clone(), signs, depth + 1));
                    }
                }
                None if signs => fields.push(Field {
                    id: value.as_reference(),
                    name,
                    signature: dict
                        .get(b"V".as_slice())
                        .filter(|value| **value != Value::Null)
                        .cloned(),
                    dict,
                }),
                None => {}
            }
        }
        Ok(fields)
    }
}
