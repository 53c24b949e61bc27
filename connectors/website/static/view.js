/** The widget's frame: launcher, panel, header, input, banner; where the focus goes and what each key does. */
import { LONGEST_TEXT } from "./conversation.js";
import { el, icon, said, translate } from "./dom.js";
import { Log } from "./log.js";
import { texts } from "./texts.js";

const LONGEST_TYPING = 30000;

export class View {
  #host;
  #conversation;
  #connection;
  #unread = 0;
  #typingEnds = null;

  constructor({ host, root, styles, server, conversation, connection }) {
    this.#host = host;
    this.#conversation = conversation;
    this.#connection = connection;
    this.log = new Log(conversation, server, {
      press: ({ title, payload }, event) => {
        this.#moveOn(event);
        conversation.send(title, payload);
      },
      retry: (id, event) => {
        this.#moveOn(event);
        conversation.retry(id);
      },
    });
    this.#build();
    this.#listen();
    const link = el("link", { rel: "stylesheet", href: styles });
    this.frame.hidden = true; // unstyled parts would flash up
    link.onload = link.onerror = () => { this.frame.hidden = false; };
    root.append(link, this.frame);
    this.#speak();
  }

  setOpen(open) {
    this.panel.hidden = !open;
    this.launcher.hidden = open;
    if (open) this.#count(0);
  }

  focusInput() {
    this.input.focus({ preventScroll: true });
  }

  focusLauncher() {
    this.launcher.focus({ preventScroll: true });
  }

  #build() {
    this.launcherText = el("span", { class: "launcher-text" });
    this.badge = el("span", { class: "badge", "aria-hidden": "true", hidden: true });
    this.launcher = el("button", {
      type: "button", class: "launcher", part: "launcher", "aria-haspopup": "dialog", "data-testid": "launcher",
    }, icon("chat"), this.launcherText, this.badge);
    this.panel = el("section", {
      class: "panel", part: "panel", "aria-labelledby": "title", hidden: true, "data-testid": "panel",
      role: this.#host.hasAttribute("embedded") ? "region" : "dialog",
    }, this.#header(), this.#status(), this.log.node, this.#typing(), this.#composer(), this.#footer());
    this.frame = el("div", { class: "frame" }, this.launcher, this.panel);
  }

  #header() {
    this.toggle = el("button", {
      type: "button", class: "language", part: "language", "data-label": "language", "data-testid": "language",
    }, el("span", { "data-language": "de" }, "DE"), el("span", { "data-language": "en" }, "EN"));
    this.close = el("button", {
      type: "button", class: "close", part: "close", "data-label": "close", "data-testid": "close",
    }, icon("close"));
    return el("header", { part: "header" },
      el("div", { class: "names" }, said("h2", "title", { id: "title" }), said("p", "subtitle")), this.toggle, this.close);
  }

  #status() {
    this.reconnect = said("button", "reconnect", { type: "button", class: "reconnect" });
    this.banner = el("div", { class: "banner", part: "banner", "data-testid": "banner", hidden: true },
      said("span", "offline"), this.reconnect);
    this.notice = el("div", { class: "notice", part: "notice", "data-testid": "notice", dir: "auto", hidden: true });
    return el("div", { class: "status", role: "status" }, this.banner, this.notice);
  }

  #typing() {
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.typing = el("div", { class: "typing", "data-testid": "typing", hidden: true }, dots,
      said("span", "typing", { class: "unseen" }));
    return this.typing;
  }

  #composer() {
    this.input = el("textarea", {
      id: "input", part: "input", rows: "1", maxlength: LONGEST_TEXT, enterkeyhint: "send", dir: "auto",
      "data-placeholder": "input", "data-testid": "input",
    });
    const send = el("button", {
      type: "submit", class: "send", part: "send", "data-label": "send", "data-testid": "send",
    }, icon("send"));
    this.form = el("form", { class: "composer" }, said("label", "input", { class: "unseen", for: "input" }), this.input, send);
    return this.form;
  }

  #footer() {
    return el("footer", {}, said("span", "emergency"), " ", el("a", { href: "tel:112" }, "112"));
  }

  #listen() {
    const conversation = this.#conversation;
    this.launcher.addEventListener("click", () => this.#host.show());
    this.close.addEventListener("click", () => this.#host.hide());
    this.toggle.addEventListener("click", () => conversation.changeLanguage(conversation.language === "de" ? "en" : "de"));
    this.reconnect.addEventListener("click", (event) => {
      this.#moveOn(event);
      this.#connection.retryNow();
    });
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.#host.hide();
    });
    this.form.addEventListener("submit", (event) => this.#submit(event));
    this.input.addEventListener("input", () => this.#grow());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.#submit(event);
    });
    this.#connection.addEventListener("state", ({ detail }) => this.#showState(detail));
    conversation.addEventListener("language", () => this.#speak());
    conversation.addEventListener("typing", ({ detail }) => this.#showTyping(detail));
    conversation.addEventListener("notice", ({ detail }) => this.#notify(detail));
    conversation.addEventListener("answer", () => this.panel.hidden && this.#count(this.#unread + 1));
  }

  #submit(event) {
    event.preventDefault();
    if (this.#conversation.send(this.input.value)) this.input.value = "";
    this.#grow();
    this.focusInput();
  }

  /** A button in the log goes with its press, so the focus moves: by key to the input, by touch no keyboard pops up. */
  #moveOn(event) {
    const byKey = event.detail === 0;
    (byKey ? this.input : this.log.node).focus({ preventScroll: true });
  }

  #grow() {
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + this.input.offsetHeight - this.input.clientHeight}px`;
  }

  #showState(state) {
    if (state === "connecting") return; // the banner stays as it is until the server has said welcome
    this.banner.hidden = state !== "waiting";
  }

  #showTyping(typing) {
    clearTimeout(this.#typingEnds);
    if (typing) this.#typingEnds = setTimeout(() => this.#showTyping(false), LONGEST_TYPING);
    this.typing.hidden = !typing;
  }

  #notify(text) {
    this.notice.textContent = text ?? "";
    this.notice.hidden = !text;
  }

  #count(unread) {
    this.#unread = unread;
    this.badge.hidden = unread === 0;
    this.badge.textContent = String(unread);
    this.#nameLauncher();
  }

  #nameLauncher() {
    const words = texts[this.#conversation.language];
    this.launcherText.textContent = words.launcher;
    if (this.#unread) this.launcher.setAttribute("aria-label", words.launcherUnread.replace("{count}", this.#unread));
    else this.launcher.removeAttribute("aria-label");
  }

  #speak() {
    const { language } = this.#conversation;
    this.frame.lang = language;
    translate(this.frame, language);
    this.#nameLauncher();
    for (const name of this.toggle.children) name.toggleAttribute("data-current", name.dataset.language === language);
  }
}
