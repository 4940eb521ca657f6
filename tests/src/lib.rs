//! See the folders beside this file.
