/** Finds addresses in a text and builds nodes: text stays text, links lead to http(s), mailto or tel only. */
import { el } from "./dom.js";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);
const FOUND = new RegExp(
  [
    String.raw`\b(?:https?:\/\/|mailto:|tel:)[^\s<>"'‘’“”„«»\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]+`,
    String.raw`\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b`,
    String.raw`(?:\+49[ -]?|\b0)[1-9]\d{1,4}[ \/-]{1,3}\d[\d -]{3,12}\d\b`,
    String.raw`\b11[025]\b`,
  ].join("|"),
  "giu",
);

const NO_CALL_AFTER = /^(?:[.,:/-]?\d| ?(?:€|euro|eur|%|uhr|k?m\b))/i;
const NO_CALL_BEFORE = /(?:[\d.,:/-]|(?:straße|str\.|weg|allee|platz|ring|damm|nr\.|no\.) ?)$/i;

/** The address as a URL when it is one of the allowed kinds, else null. */
export function safeUrl(address, base) {
  try {
    const url = new URL(address, base);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function withLinks(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(FOUND)) {
    const shown = withoutTail(match[0]);
    if (shown.length === 3 && !isCall(text, match.index)) continue;
    const href = safeUrl(target(shown));
    if (!href) continue;
    nodes.push(text.slice(end, match.index), link(href, shown));
    end = match.index + shown.length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

export function link(href, ...children) {
  const outside = href.startsWith("http");
  return el("a", { href, target: outside ? "_blank" : null, rel: outside ? "noopener noreferrer" : null }, ...children);
}

/** A full stop or bracket after an address belongs to the sentence. */
function withoutTail(found) {
  const tail = found.includes("(") ? /[.,;:!?\]}]+$/ : /[.,;:!?)\]}]+$/;
  return found.replace(tail, "");
}

/** 112, 110 and 115 are numbers to call unless they count money or houses. */
function isCall(text, at) {
  return !NO_CALL_BEFORE.test(text.slice(0, at)) && !NO_CALL_AFTER.test(text.slice(at + 3));
}

function target(shown) {
  if (/^(https?:\/\/|mailto:|tel:)/i.test(shown)) return shown;
  return shown.includes("@") ? `mailto:${shown}` : `tel:${shown.replace(/[^\d+]/g, "")}`;
}
