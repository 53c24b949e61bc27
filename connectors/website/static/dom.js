/** Builds nodes. Text goes in as text only, so nothing that a person or a server says becomes markup. */
import { texts } from "./texts.js";

const SVG = "http://www.w3.org/2000/svg";

/** `el("button", { class: "send", type: "button" }, child, "text")`; false and null attributes are left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children);
  return node;
}

/** An element whose text is a key of texts.js; `translate` fills it in. */
export function said(name, key, attributes = {}) {
  return el(name, { "data-text": key, ...attributes });
}

/** Puts the words of a language into everything marked with data-text, data-label or data-placeholder. */
export function translate(root, language) {
  const words = texts[language];
  for (const node of root.querySelectorAll("[data-text]")) node.textContent = words[node.dataset.text];
  for (const node of root.querySelectorAll("[data-label]")) node.setAttribute("aria-label", words[node.dataset.label]);
  for (const node of root.querySelectorAll("[data-placeholder]")) node.placeholder = words[node.dataset.placeholder];
}

const SHAPES = {
  chat: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z",
  close: "M6 6l12 12M18 6L6 18",
  send: "M4 12h15M13 6l6 6-6 6",
  calendar: "M4 6h16v14H4ZM4 10h16M8 3v5M16 3v5",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}
