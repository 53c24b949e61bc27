/** The widget's frame: launcher and panel, what stands in it, and where the focus goes. */
import { notices } from "../options.js";
import { texts } from "../texts.js";
import { Acts } from "./acts.js";
import { Composer } from "./composer.js";
import { el, said, translate } from "./dom.js";
import { keepWithin } from "./focus.js";
import { footer } from "./footer.js";
import { Header } from "./header.js";
import { Launcher } from "./launcher.js";
import { Log } from "./log.js";
import { followLooks } from "./looks.js";
import { Sheet } from "./sheet.js";
import { Status } from "./status.js";

const LONGEST_TYPING = 30000;

export class View {
  #host;
  #conversation;
  #connection;
  #preferences;
  #typingEnds = null;

  constructor({ host, root, styles, server, conversation, connection, preferences, service, storage }) {
    this.#host = host;
    this.#conversation = conversation;
    this.#connection = connection;
    this.#preferences = preferences;
    this.log = new Log(conversation, { server, site: host }, {
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
    this.acts = new Acts({
      conversation, service, storage, sheet: this.sheet, notify: (text) => this.status.notify(text), back: () => this.#leftSheet(),
    });
    this.#listen();
    this.restyle = followLooks(this.frame, preferences, () => host.getAttribute("theme"));
    this.ready = show(root, styles, this.frame);
    this.#speak();
  }

  setOpen(open) {
    this.panel.hidden = !open;
    this.launcher.node.hidden = open;
    if (!open) return;
    this.launcher.clear();
    this.#read();
  }

  focusInput() {
    if (this.sheet.isOpen) this.sheet.close();
    this.composer.focus();
  }

  focusLauncher() {
    this.launcher.focus();
  }

  #build() {
    const conversation = this.#conversation;
    this.launcher = new Launcher(() => this.#host.show());
    this.launcher.speak(texts[conversation.language]);
    this.header = new Header(this.#host, {
      toggleLanguage: () => conversation.changeLanguage(conversation.language === "de" ? "en" : "de"),
      toggleMenu: () => this.#toggleMenu(),
      hide: () => this.#host.hide(),
    });
    this.status = new Status({
      reconnect: (event) => {
        this.#moveOn(event);
        this.#connection.retryNow();
      },
      leaveStaff: (event) => {
        this.#moveOn(event);
        conversation.handover.leave();
      },
    });
    this.composer = new Composer({ send: (text) => conversation.send(text), typed: () => conversation.handover.type() });
    this.talk = el("div", { class: "talk" }, this.log.node, this.#typing(), this.composer.node);
    this.sheet = new Sheet([this.talk]);
    this.panel = el("section", {
      class: "panel", part: "panel", "aria-labelledby": "title", hidden: true, "data-testid": "panel",
      role: this.#embedded ? "region" : "dialog",
    }, this.header.node, this.status.node, this.talk, this.sheet.node, footer(notices(this.#host)));
    this.frame = el("div", { class: "frame" }, this.launcher.node, this.panel);
  }

  #typing() {
    const dots = el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i"));
    this.typingText = said("span", "typing", { class: "unseen" });
    this.typing = el("div", { class: "typing", "data-testid": "typing", hidden: true }, dots, this.typingText);
    return this.typing;
  }

  #listen() {
    const conversation = this.#conversation;
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      if (this.sheet.isOpen) this.sheet.close();
      else this.#host.hide();
    });
    keepWithin(this.panel, () => !this.#embedded && matchMedia("(max-width: 30rem)").matches);
    this.#connection.addEventListener("state", ({ detail }) => this.#showState(detail));
    conversation.addEventListener("language", () => this.#speak());
    conversation.addEventListener("typing", ({ detail }) => this.#showTyping(detail));
    conversation.addEventListener("notice", ({ detail }) => this.status.notify(detail));
    conversation.addEventListener("answer", () => (this.panel.hidden ? this.launcher.countOne() : this.#read()));
    conversation.handover.addEventListener("changed", ({ detail }) => this.#stand(detail));
    document.addEventListener("visibilitychange", () => this.#read());
  }

  get #embedded() {
    return this.#host.hasAttribute("embedded");
  }

  #toggleMenu() {
    if (this.sheet.isOpen) {
      this.sheet.close();
      return;
    }
    this.header.menu.setAttribute("aria-expanded", "true");
    this.acts.openMenu({ preferences: this.#preferences, notices: notices(this.#host) });
  }

  #leftSheet() {
    this.header.menu.setAttribute("aria-expanded", "false");
    this.header.menu.focus({ preventScroll: true });
    this.log.settle();
  }

  /** After people of the city have answered, the person is asked how that was. */
  #stand({ standing, told, over }) {
    this.status.stand(standing, told);
    if (over && !this.sheet.isOpen && !this.panel.hidden) this.acts.openRating();
  }

  /** A button in the log goes with its press, so the focus moves: by key to the input, by touch no keyboard pops up. */
  #moveOn(event) {
    const byKey = event.detail === 0;
    (byKey ? this.composer.input : this.log.node).focus({ preventScroll: true });
  }

  #read() {
    if (!this.panel.hidden && !document.hidden) this.#conversation.handover.read(this.#conversation.transcript.lastSeq);
  }

  #showState(state) {
    if (state === "connecting") return; // the banner stays as it is until the server has said welcome
    this.status.offline(state === "waiting");
  }

  #showTyping(who) {
    clearTimeout(this.#typingEnds);
    if (who) this.#typingEnds = setTimeout(() => this.#showTyping(null), LONGEST_TYPING);
    this.typing.hidden = !who;
    this.typingText.dataset.text = who === "staff" ? "staffTyping" : "typing";
    this.typingText.textContent = texts[this.#conversation.language][this.typingText.dataset.text];
  }

  #speak() {
    const { language } = this.#conversation;
    this.frame.lang = language;
    translate(this.frame, language);
    this.header.speak(language, texts[language]);
    this.status.speak(language);
    this.launcher.speak(texts[language]);
  }
}

/** Resolves when the styles are there: unstyled parts would flash up. */
function show(root, styles, frame) {
  frame.hidden = true;
  const links = styles.map((href) => el("link", { rel: "stylesheet", href }));
  const loaded = links.map((link) => new Promise((done) => { link.onload = link.onerror = done; }));
  root.append(...links, frame);
  return Promise.all(loaded).then(() => { frame.hidden = false; });
}
