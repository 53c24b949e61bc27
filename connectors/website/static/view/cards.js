/** Cards: answers with a shape of their own. A new kind is one function and one line in CARDS. */
import { fill, texts } from "../texts.js";
import { chart } from "./chart.js";
import { el, icon } from "./dom.js";
import { link, safeUrl, withLinks } from "./links.js";

const CARDS = { appointment, office, link: page, chart, emergency };
const EMERGENCY_NUMBERS = new Set(["112", "110"]);

/** The node for a card, or null for a kind this widget does not know: the text of the answer is enough then. */
export function renderCard(card, language, server) {
  return Object.hasOwn(CARDS, card.type) ? CARDS[card.type](card, texts[language], server) : null;
}

function appointment(card, words, server) {
  const node = frame(words.appointment, card.title);
  node.append(details(card, ["when", "office", "address", "code"], words));
  const address = webAddress(card.ics_url, server);
  if (address) {
    const calendar = action(address, "ics", icon("calendar"), words.calendar);
    calendar.removeAttribute("target");
    calendar.setAttribute("download", "");
    node.append(calendar);
  }
  return node;
}

function office(card, words, server) {
  const node = frame(words.place, card.office);
  node.append(el("p", { class: "address", dir: "auto" }, String(card.address ?? "")));
  if (card.hours || card.phone) node.append(details(card, ["hours", "phone"], words));
  const map = webAddress(card.map_url, server);
  if (map) node.append(action(map, "map", icon("place"), words.map, elsewhere(words)));
  return node;
}

/** {type: "link", title, text, url, source} */
function page(card, words, server) {
  const address = webAddress(card.url, server);
  if (!address) return null;
  const node = frame(words.page, null);
  node.append(action(address, "link", icon("out"), el("bdi", {}, String(card.title ?? card.url)), elsewhere(words)));
  if (card.text) node.append(el("p", { dir: "auto" }, String(card.text)));
  node.append(el("p", { class: "quiet" }, new URL(address).host));
  return node;
}

/** {type: "emergency", numbers: ["112", "110"]}: a tap calls. */
function emergency(card, words) {
  const numbers = (card.numbers ?? []).filter((number) => EMERGENCY_NUMBERS.has(number));
  const calls = numbers.map((number) => el("a", { class: "call", href: `tel:${number}`, "data-testid": `call-${number}` },
    icon("phone"), el("span", {}, el("strong", {}, fill(words.callNow, { number })), " ", words[`call${number}`])));
  return el("section", { class: "card danger", part: "card", "data-testid": "card", "aria-label": words.danger }, ...calls);
}

function frame(kind, title) {
  return el("section", { class: "card", part: "card", "data-testid": "card", "aria-label": kind },
    el("p", { class: "kind" }, kind),
    title && el("p", { class: "card-title", dir: "auto" }, String(title)));
}

function details(card, names, words) {
  const rows = names.filter((name) => card[name]).flatMap((name) => [
    el("dt", {}, words[name]),
    el("dd", { class: name, dir: "auto" }, ...withLinks(String(card[name]))),
  ]);
  return el("dl", {}, ...rows);
}

function action(address, testId, ...children) {
  const node = link(address, ...children);
  node.setAttribute("data-testid", testId);
  node.className = "action";
  return node;
}

function elsewhere(words) {
  return el("span", { class: "unseen" }, ` ${words.newWindow}`);
}

function webAddress(address, server) {
  const url = address && safeUrl(address, server);
  return url?.startsWith("http") ? url : null;
}
