/** The message log: keeps nodes in the transcript's order and the newest exchange in sight. */
import { notices, ownWords } from "../options.js";
import { texts } from "../texts.js";
import { el, said, translate } from "./dom.js";
import { link } from "./links.js";
import { renderMessage, showState, showUsable } from "./messages.js";

/** Who has scrolled back further than this is reading and is not pulled away. */
const READING = 60;

export class Log {
  #conversation;
  #context;
  #site;
  #nodes = new Map();
  #welcome = null;
  #restingAt = 0;

  /** `actions` as in messages.js; `site` is the element, which may bring a first sentence of its own. */
  constructor(conversation, { server, site }, actions) {
    this.#conversation = conversation;
    this.#site = site;
    this.#context = { server, actions };
    this.node = el("div", {
      class: "log", part: "log", role: "log", "aria-live": "polite", tabindex: "0",
      "data-label": "log", "data-testid": "log",
    });
    const transcript = conversation.transcript;
    transcript.addEventListener("placed", ({ detail }) => this.#place(detail.entry, detail.next));
    transcript.addEventListener("changed", ({ detail }) => this.#change(detail.entry));
    transcript.addEventListener("cleared", () => this.#clear());
    conversation.addEventListener("language", () => this.#speak());
    conversation.addEventListener("history", ({ detail }) => this.#quiet(detail));
    new ResizeObserver(() => this.settle(true)).observe(this.node);
    this.#greet();
  }

  #place(entry, next) {
    const ownNews = entry.role === "person" && entry.state === "sending";
    const known = this.#nodes.get(entry);
    const node = known ?? renderMessage(entry, this.#renderContext());
    this.#nodes.set(entry, node);
    const before = next ? this.#nodes.get(next) : null;
    if (!known || node.nextSibling !== before) this.node.insertBefore(node, before);
    this.#refreshButtons();
    this.settle(ownNews);
  }

  #change(entry) {
    const node = this.#nodes.get(entry);
    if (node) showState(node, entry, this.#conversation.language);
    this.settle();
  }

  #clear() {
    for (const node of this.#nodes.values()) node.remove();
    this.#nodes.clear();
    this.#greet();
  }

  #speak() {
    translate(this.node, this.#conversation.language);
    if (!this.#conversation.hasWords) this.#greet();
  }

  /** The welcome is the widget's own: it stands before the first word and needs no server. */
  #greet() {
    const { language } = this.#conversation;
    const { welcome, welcomeReplies } = texts[language];
    const text = ownWords(this.#site, "start", language) ?? welcome;
    const entry = { role: "bot", text, language, buttons: welcomeReplies.map((title) => ({ title })) };
    const node = renderMessage(entry, this.#renderContext());
    node.dataset.testid = "welcome";
    node.prepend(firstUse(notices(this.#site)));
    translate(node, language);
    if (this.#welcome) this.#welcome.replaceWith(node);
    else this.node.prepend(node);
    this.#welcome = node;
    this.#refreshButtons();
  }

  #renderContext() {
    return { ...this.#context, language: this.#conversation.language };
  }

  #refreshButtons() {
    const { entries, answerable } = this.#conversation.transcript;
    const firstWords = entries.find((entry) => entry.role === "person")?.text;
    showUsable(this.#welcome, !answerable && !firstWords, firstWords);
    let chosen;
    for (const entry of [...entries].reverse()) {
      if (entry.role === "person") chosen = entry.text;
      else if (entry.buttons.length) showUsable(this.#nodes.get(entry), entry === answerable, chosen);
    }
  }

  /** A whole transcript that is filled in after a reload is not read aloud again. */
  #quiet(filling) {
    if (filling) this.node.setAttribute("aria-live", "off");
    else setTimeout(() => this.node.setAttribute("aria-live", "polite"), 500);
    this.settle(!filling);
  }

  /** Shows the newest exchange from its question on; a long answer is read from its beginning. */
  settle(always = false) {
    const log = this.node;
    if (!always && log.scrollTop < this.#restingAt - READING) return;
    const { entries } = this.#conversation.transcript;
    const question = this.#nodes.get(entries.findLast((entry) => entry.role === "person"));
    const newest = this.#nodes.get(entries.at(-1));
    const from = question ?? newest ?? this.#welcome;
    const top = from === this.#welcome ? 0 : from.offsetTop - 12;
    const latest = newest ? newest.offsetTop - log.clientHeight / 2 : 0;
    log.scrollTop = Math.max(top, latest);
    this.#restingAt = log.scrollTop;
  }
}

/** Before the first word everybody learns that a machine answers and what happens with the words. */
function firstUse(notices) {
  const privacy = notices.find(([name]) => name === "privacy");
  return el("p", { class: "first-use", "data-testid": "first-use" },
    said("strong", "machine"), " ", said("span", "storing"), privacy && " ", privacy && link(privacy[1], said("span", "privacy")));
}
