//! Papers: forms and texts of the course as files for Word and Excel, to be filled in and read back.
//!
//! [`form`] is a form as papers show it, [`prose`] a text as papers show it, [`address`] names what is filled in.

pub mod address;
pub mod form;
pub mod prose;
