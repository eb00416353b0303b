//! Reads an element of a page into blocks of text.
