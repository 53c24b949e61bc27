/** The button that opens the chat, and how many answers wait behind it. */
import { fill } from "../texts.js";
import { el, icon } from "./dom.js";

export class Launcher {
  #unread = 0;
  #words = null;

  constructor(open) {
    this.text = el("span", { class: "launcher-text" });
    this.badge = el("span", { class: "badge", "aria-hidden": "true", hidden: true });
    this.node = el("button", {
      type: "button", class: "launcher", part: "launcher", "aria-haspopup": "dialog", "data-testid": "launcher",
    }, icon("chat"), this.text, this.badge);
    this.node.addEventListener("click", open);
  }

  focus() {
    this.node.focus({ preventScroll: true });
  }

  /** One more answer that nobody has seen. */
  countOne() {
    this.#count(this.#unread + 1);
  }

  clear() {
    this.#count(0);
  }

  speak(words) {
    this.#words = words;
    this.#name();
  }

  #count(unread) {
    this.#unread = unread;
    this.badge.hidden = unread === 0;
    this.badge.textContent = String(unread);
    this.#name();
  }

  #name() {
    this.text.textContent = this.#words.launcher;
    if (this.#unread) this.node.setAttribute("aria-label", fill(this.#words.launcherUnread, { count: this.#unread }));
    else this.node.removeAttribute("aria-label");
  }
}
