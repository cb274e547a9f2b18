//! What the pages may ask the program to do. Everything Fairlead knows goes through [`call::call`];
//! the other commands are what only a program on a desktop can do.

pub mod attachment;
pub mod background;
pub mod call;
pub mod mail;
pub mod paper;
pub mod programme;
pub mod session;
pub mod signing;
pub mod template;
pub mod text;
pub mod verify;
