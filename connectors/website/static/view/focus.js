/** Where the keyboard may go. */
const REACHABLE = "a[href], button, textarea, input, summary, [tabindex='0']";

/** On a phone the panel covers the page, so Tab goes round in it instead of behind it. */
export function keepWithin(panel, covers) {
  panel.addEventListener("keydown", (event) => {
    if (event.key !== "Tab" || !covers()) return;
    const stops = Array.from(panel.querySelectorAll(REACHABLE)).filter(
      (node) => !node.disabled && node.getClientRects().length > 0,
    );
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    if (panel.getRootNode().activeElement !== from) return;
    event.preventDefault();
    to.focus();
  });
}
