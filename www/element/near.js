const MARGIN = "600px 0px";

/**
 * Holds when `element` is near the viewport, or will never be because `signal` came first.
 *
 * @param {Element} element
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function near(element, signal) {
  return new Promise((resolve) => {
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && end(),
      { rootMargin: MARGIN },
    );
    const end = () => {
      observer.disconnect();
      resolve();
    };
    observer.observe(element);
    signal.addEventListener("abort", end, { once: true });
  });
}
