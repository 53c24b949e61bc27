/** Numbers as bars, and the same numbers as a table for whoever does not see bars or wants to copy them. */
import { fill } from "../texts.js";
import { el, svg } from "./dom.js";

/** Lengths in the text's own size and in hundredths of the width, so that words stay readable on a phone. */
const ROW = 2.9;
const MOST_BARS = 24;

/** {type: "chart", title, unit, source, rows: [{label, value}]}; null without a number to show. */
export function chart(card, words) {
  const rows = (card.rows ?? []).filter((row) => Number.isFinite(row?.value)).slice(0, MOST_BARS);
  if (!rows.length) return null;
  const title = String(card.title ?? words.chart);
  const write = writer(words, card.unit);
  return el("figure", { class: "card chart", part: "card", "data-testid": "card", "aria-label": title },
    el("figcaption", { class: "card-title", dir: "auto" }, title),
    bars(rows, title, write),
    el("details", { "data-testid": "table" }, el("summary", {}, words.asTable), table(rows, title, write, words)),
    card.source && el("p", { class: "quiet", dir: "auto" }, fill(words.source, { source: String(card.source) })));
}

/** A drawing only; it is named by its highest and lowest, the table has the rest. */
function bars(rows, title, write) {
  const values = rows.map(({ value }) => value);
  const lowest = Math.min(0, ...values);
  const span = Math.max(0, ...values) - lowest || 1;
  const x = (value) => ((value - lowest) / span) * 100;
  const summary = rows.map(({ label, value }) => `${label}: ${write(value)}`).join(", ");
  const drawn = rows.flatMap(({ label, value }, index) => [
    svg("text", { x: 0, y: `${index * ROW + 1.1}em` }, String(label)),
    svg("text", { x: "100%", y: `${index * ROW + 1.1}em`, "text-anchor": "end" }, write(value)),
    svg("rect", {
      x: `${Math.min(x(0), x(value))}%`, y: `${index * ROW + 1.5}em`,
      width: `${Math.max(0.5, Math.abs(x(value) - x(0)))}%`, height: "0.8em", class: "bar",
    }),
  ]);
  return svg("svg", {
    width: "100%", height: `${rows.length * ROW}em`, role: "img", class: "bars", "aria-label": `${title}. ${summary}`,
  }, ...drawn);
}

function table(rows, title, write, words) {
  return el("table", {},
    el("caption", { class: "unseen" }, title),
    el("thead", {}, el("tr", {}, el("th", { scope: "col" }, words.chartLabel), el("th", { scope: "col" }, words.chartValue))),
    el("tbody", {}, ...rows.map(({ label, value }) =>
      el("tr", {}, el("th", { scope: "row", dir: "auto" }, String(label)), el("td", {}, write(value))))));
}

function writer(words, unit) {
  const numbers = new Intl.NumberFormat(words.numbers);
  return (value) => (unit ? `${numbers.format(value)} ${unit}` : numbers.format(value));
}
