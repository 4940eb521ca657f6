//! Time sheets, plans and cover sheets as PDF: the only room that names the heavy crates.
