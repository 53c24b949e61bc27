/** Where the person writes: Enter sends, Shift+Enter breaks the line, the field grows with its text. */
import { LONGEST_TEXT } from "../chat/conversation.js";
import { el, icon, said } from "./dom.js";

export class Composer {
  /** `send(text)` tells whether it took the text; `typed()` is called with each change. */
  constructor({ send, typed }) {
    this.input = el("textarea", {
      id: "input", part: "input", rows: "1", maxlength: LONGEST_TEXT, enterkeyhint: "send", dir: "auto",
      "data-placeholder": "input", "data-testid": "input",
    });
    const press = el("button", { type: "submit", class: "send", part: "send", "data-label": "send", "data-testid": "send" }, icon("send"));
    this.node = el("form", { class: "composer" }, said("label", "input", { class: "unseen", for: "input" }), this.input, press);
    const submit = (event) => {
      event.preventDefault();
      if (send(this.input.value)) this.input.value = "";
      this.#grow();
      this.focus();
    };
    this.node.addEventListener("submit", submit);
    this.input.addEventListener("input", () => {
      this.#grow();
      typed();
    });
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
    });
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + this.input.offsetHeight - this.input.clientHeight}px`;
  }
}
