/** Name, language, menu and close. */
import { ownWords } from "../options.js";
import { el, icon } from "./dom.js";

export class Header {
  #site;

  /** `site` is the element, whose attributes may name the assistant. */
  constructor(site, { toggleLanguage, toggleMenu, hide }) {
    this.#site = site;
    this.title = el("h2", { id: "title" });
    this.subtitle = el("p", { id: "subtitle" });
    this.language = press("language", { "data-label": "language" }, toggleLanguage,
      el("span", { "data-language": "de" }, "DE"), " ", el("span", { "data-language": "en" }, "EN"));
    this.menu = press("menu-button", { "data-label": "menu", "aria-expanded": "false" }, toggleMenu, icon("menu"));
    this.close = press("close", { "data-label": "close" }, hide, icon("close"));
    this.node = el("header", { part: "header" },
      el("div", { class: "names" }, this.title, this.subtitle), this.language, this.menu, this.close);
  }

  speak(language, words) {
    this.title.textContent = ownWords(this.#site, "name", language) ?? words.title;
    this.subtitle.textContent = ownWords(this.#site, "line", language) ?? words.subtitle;
    for (const name of this.language.children) name.toggleAttribute("data-current", name.dataset.language === language);
  }
}

function press(name, attributes, act, ...children) {
  const node = el("button", { type: "button", class: name, part: name, "data-testid": name, ...attributes }, ...children);
  node.addEventListener("click", act);
  return node;
}
