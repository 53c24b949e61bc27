/** A page over the conversation: the menu, the rating. One at a time; leaving it puts the focus back. */
import { button, el, translate } from "./dom.js";

export class Sheet {
  #covered;
  #back = null;

  /** `covered` are the nodes it hides while it is open. */
  constructor(covered) {
    this.#covered = covered;
    this.title = el("h3", { id: "sheet-title", tabindex: "-1" });
    const close = button("back", () => this.close(), { class: "plain" });
    this.body = el("div", { class: "sheet-body" });
    this.node = el("section", { class: "sheet", part: "sheet", "aria-labelledby": "sheet-title", "data-testid": "sheet", hidden: true },
      el("div", { class: "sheet-head" }, this.title, close), this.body);
  }

  get isOpen() {
    return !this.node.hidden;
  }

  /** `title` is a key of texts.js; `back()` puts the focus where it belongs afterwards. */
  open(title, content, language, back) {
    this.title.dataset.text = title;
    this.body.replaceChildren(content);
    translate(this.node, language);
    for (const node of this.#covered) node.hidden = true;
    this.node.hidden = false;
    this.#back = back;
    this.title.focus({ preventScroll: true });
    this.node.scrollTop = 0;
  }

  close() {
    if (!this.isOpen) return;
    this.node.hidden = true;
    for (const node of this.#covered) node.hidden = false;
    this.body.replaceChildren();
    const back = this.#back;
    this.#back = null;
    back?.();
  }
}
