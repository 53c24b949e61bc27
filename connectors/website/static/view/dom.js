/** Builds nodes. Text goes in as text only, so nothing that a person or a server says becomes markup. */
import { fill, texts } from "../texts.js";

const SVG = "http://www.w3.org/2000/svg";

/** `el("button", { class: "send", type: "button" }, child, "text")`; false and null attributes are left out. */
export function el(name, attributes = {}, ...children) {
  return built(document.createElement(name), attributes, children);
}

/** The same for parts of a drawing. */
export function svg(name, attributes = {}, ...children) {
  return built(document.createElementNS(SVG, name), attributes, children);
}

/** An element whose text is a key of texts.js; `translate` fills it in, {placeholders} from its data- attributes. */
export function said(name, key, attributes = {}) {
  return el(name, { "data-text": key, ...attributes });
}

/** A button that only has a text. */
export function button(key, act, attributes = {}) {
  const node = said("button", key, { type: "button", ...attributes });
  node.addEventListener("click", act);
  return node;
}

/** Puts the words of a language into everything marked with data-text, data-label or data-placeholder. */
export function translate(root, language) {
  const words = texts[language];
  const each = (name, put) => {
    for (const node of root.querySelectorAll(`[data-${name}]`)) put(node, fill(words[node.dataset[name]], node.dataset));
  };
  each("text", (node, text) => { if (node.textContent !== text) node.textContent = text; });
  each("label", (node, text) => node.setAttribute("aria-label", text));
  each("placeholder", (node, text) => { node.placeholder = text; });
}

const SHAPES = {
  chat: "M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2Z",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M4 6h16M4 12h16M4 18h16",
  send: "M4 12h15M13 6l6 6-6 6",
  calendar: "M4 6h16v14H4ZM4 10h16M8 3v5M16 3v5",
  phone: "M5 3h4l2 5-3 2a12 12 0 0 0 6 6l2-3 5 2v4a2 2 0 0 1-2 2A17 17 0 0 1 3 5a2 2 0 0 1 2-2Z",
  place: "M12 22s7-7 7-12a7 7 0 1 0-14 0c0 5 7 12 7 12ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z",
  out: "M14 4h6v6M20 4l-9 9M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5",
};

export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true", class: "icon" }, svg("path", { d: SHAPES[name] }));
}

function built(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}
