/** The style of a panel that its page was published with; it is linked from inside of the panel, not imported. */
export {};
