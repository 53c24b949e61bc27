/** Cards: answers with a shape of their own. A new kind is one function and one line in CARDS. */
import { el, icon } from "./dom.js";
import { link, safeUrl } from "./links.js";
import { texts } from "./texts.js";

const CARDS = { appointment, office };

/** The node for a card, or null for a kind this widget does not know: the text of the answer is enough then. */
export function renderCard(card, language, server) {
  return Object.hasOwn(CARDS, card.type) ? CARDS[card.type](card, texts[language], server) : null;
}

function appointment(card, words, server) {
  const rows = ["when", "office", "address", "code"].filter((name) => card[name]);
  const details = rows.flatMap((name) => [
    el("dt", {}, words[name]),
    el("dd", { class: name, dir: "auto" }, String(card[name])),
  ]);
  const node = el(
    "section",
    { class: "card", part: "card", "data-testid": "card", "aria-label": words.appointment },
    el("p", { class: "kind" }, words.appointment),
    el("p", { class: "card-title", dir: "auto" }, String(card.title ?? "")),
    el("dl", {}, ...details),
  );
  const address = card.ics_url && safeUrl(card.ics_url, server);
  if (address?.startsWith("http")) {
    const calendar = link(address, icon("calendar"), words.calendar);
    calendar.removeAttribute("target");
    calendar.setAttribute("download", "");
    calendar.setAttribute("data-testid", "ics");
    calendar.className = "action";
    node.append(calendar);
  }
  return node;
}

function office(card, words, server) {
  const node = el(
    "section",
    { class: "card", part: "card", "data-testid": "card", "aria-label": words.place },
    el("p", { class: "kind" }, words.place),
    el("p", { class: "card-title", dir: "auto" }, String(card.office ?? "")),
    el("p", { class: "address", dir: "auto" }, String(card.address ?? "")),
  );
  const map = card.map_url && safeUrl(card.map_url, server);
  if (map?.startsWith("http")) {
    const address = link(map, words.map);
    address.setAttribute("data-testid", "map");
    address.className = "action";
    node.append(address);
  }
  return node;
}
