//! From approved work to lines of pay (Lohnzeilen), each with its explanation.

pub mod line;
