/** Importing this holds the space of the element before its script is there. */
export {};
