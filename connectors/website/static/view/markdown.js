/**
 * The little of Markdown that answers need: **bold**, [links](https://…) and lists. Everything else stays
 * the text it is, its line breaks too; there is no way from here to markup.
 */
import { el } from "./dom.js";
import { link, safeUrl, withLinks } from "./links.js";

const INLINE = /\*\*(?=\S)([^*\n]{1,500}?\S|\S)\*\*|\[([^[\]\n]{1,200})\]\(([^()\s]{1,2000})\)/g;
const ITEM = /^ {0,3}(?:[-*•]|(\d{1,3})[.)]) +(.+)$/;

/** Nodes for a text of the assistant or of staff. */
export function withMarkdown(text) {
  const nodes = [];
  let list = null;
  for (const line of text.split(/(?<=\n)/)) {
    const item = ITEM.exec(line.replace(/\n$/, ""));
    if (!item) {
      list = null;
      nodes.push(...inline(line));
      continue;
    }
    if (!list) nodes.push((list = el("span", { role: "list", class: "list" })));
    const [, number, words] = item;
    const mark = number ? `${number}. ` : "• ";
    list.append(el("span", { role: "listitem" }, mark, ...inline(words), line.endsWith("\n") ? "\n" : ""));
  }
  return nodes;
}

function inline(text) {
  const nodes = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, bold, label, address] = match;
    const node = bold ? el("strong", {}, ...withLinks(bold)) : named(label, address);
    if (!node) continue;
    nodes.push(...withLinks(text.slice(end, match.index)), node);
    end = match.index + whole.length;
  }
  return [...nodes, ...withLinks(text.slice(end))];
}

/** A name may claim anything, so the host stands beside it; a host with letters of other scripts shows as xn--…. */
function named(label, address) {
  const href = safeUrl(address);
  if (!href) return null;
  const { protocol, host } = new URL(href);
  const told = protocol.startsWith("http") && label !== host ? ` (${host})` : "";
  return link(href, el("bdi", {}, label), told);
}
