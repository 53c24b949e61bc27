/** Finds addresses in a text and builds nodes: text stays text, links lead to http(s), mailto or tel only. */
import { el } from "./dom.js";

const SAFE = new Set(["http:", "https:", "mailto:", "tel:"]);
const FOUND = new RegExp(
  [
    String.raw`\b(?:https?:\/\/|mailto:|tel:)[^\s<>"'‘’“”„«»\u0000-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069]+`,
    String.raw`\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b`,
    String.raw`(?:\+49[ -]?|\b0)[1-9]\d{1,4}[ \/-]{1,3}\d[\d -]{3,12}\d\b`,
  ].join("|"),
  "giu",
);

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

function target(shown) {
  if (/^(https?:\/\/|mailto:|tel:)/i.test(shown)) return shown;
  return shown.includes("@") ? `mailto:${shown}` : `tel:${shown.replace(/[^\d+]/g, "")}`;
}
