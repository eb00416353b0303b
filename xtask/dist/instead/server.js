/** What a server lacks that renders pages, so that it may import the element too; it registers nothing there. */

export const HTMLElement = globalThis.HTMLElement ?? class {};
export const customElements = globalThis.customElements ?? { get: () => HTMLElement };
