//! Keys, fingerprints, canonical bytes, signing and checking (B4).
//!
//! What is signed is bytes: the canonical JSON of the text of record, and of the statements about it.
//! Nothing here reads a store or a clock, so that anybody with the two files can check them again.

pub mod canonical;
pub mod check;
pub mod fingerprint;
pub mod key;
pub mod seal;

pub use fingerprint::Fingerprint;
