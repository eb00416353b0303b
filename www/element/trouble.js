/** Why there is no panel; `reason` is that of the `nutgraf-error` event. */
export class Trouble extends Error {
  /**
   * @param {"article" | "selector" | "length"} reason
   * @param {string} message
   */
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}
