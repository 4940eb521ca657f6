//! What people show to be let in from a browser: a passkey, or a password with
//! a one-time code, or a recovery code. What is kept of them lies in the door.

pub mod passkey;
pub mod password;
pub mod recovery;
