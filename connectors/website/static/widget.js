/**
 * Entry point. One tag puts the chat on any page:
 *   <script type="module" src="https://…/static/website/widget.js" data-position="left"></script>
 * docs/website.md lists the attributes.
 */
import { Connection } from "./chat/connection.js";
import { Conversation } from "./chat/conversation.js";
import { Delivery } from "./chat/delivery.js";
import { Outbox } from "./chat/outbox.js";
import { Preferences } from "./chat/preferences.js";
import { Service } from "./chat/service.js";
import { ChatStorage } from "./chat/storage.js";
import { Transcript } from "./chat/transcript.js";
import { applyColours, scriptOf, takeOver } from "./options.js";
import { knownLanguage } from "./texts.js";
import { View } from "./view/view.js";

const NAME = "front-door-chat";
const STYLES = ["../kern/tokens.css", "widget.css"];

class FrontDoorChat extends HTMLElement {
  static observedAttributes = ["open", "theme"];

  #view = null;
  #conversation = null;
  #connection = null;
  #storage = null;
  #delivery = null;

  connectedCallback() {
    applyColours(this);
    if (!this.#view) this.#build();
    if (this.#storage.panelOpen && this.#floats) this.setAttribute("open", "");
    this.#apply();
    // Whoever has written before may have an answer waiting, so the chat connects at once;
    // everyone else connects only when they open the panel.
    if (this.#storage.token || this.#delivery.pending) this.#connection.start();
  }

  disconnectedCallback() {
    this.#connection.stop();
  }

  attributeChangedCallback() {
    if (this.#view) this.#apply();
  }

  get server() {
    const base = new URL(this.getAttribute("server") || new URL(import.meta.url).origin, document.baseURI);
    if (!base.pathname.endsWith("/")) base.pathname += "/";
    return base;
  }

  get language() {
    return this.#conversation?.language ?? this.#firstLanguage();
  }

  set language(language) {
    if (knownLanguage(language) && language !== this.language) this.#conversation?.changeLanguage(language);
  }

  /** Opens the panel and puts the cursor into the input. */
  show() {
    this.setAttribute("open", "");
    this.#view.focusInput();
  }

  /** Closes the panel and hands the focus back to the launcher. */
  hide() {
    this.removeAttribute("open");
    this.#view.focusLauncher();
  }

  /** Sends a text as if the person had typed it. */
  send(text) {
    this.#connection.start();
    return this.#conversation.send(text);
  }

  #build() {
    const server = this.server;
    const socket = new URL("chat/ws", server);
    socket.protocol = server.protocol === "https:" ? "wss:" : "ws:";
    const storage = new ChatStorage(server.href);
    const transcript = new Transcript();
    const connection = new Connection(socket.href, () => this.#conversation.hello());
    const preferences = new Preferences(storage);
    const delivery = new Delivery({ connection, transcript, outbox: new Outbox(storage) });
    this.#storage = storage;
    this.#connection = connection;
    this.#delivery = delivery;
    const language = this.#firstLanguage();
    this.#conversation = new Conversation({ connection, storage, delivery, transcript, language });
    this.#view = new View({
      host: this,
      root: this.attachShadow({ mode: "open" }),
      styles: STYLES.map((path) => new URL(path, import.meta.url).href),
      server,
      conversation: this.#conversation,
      connection,
      preferences,
      service: new Service(server, storage, () => this.language),
      storage,
    });
    this.#view.ready.then(() => performance.mark(`${NAME} ready`));
    delivery.restore();
  }

  #apply() {
    const open = this.hasAttribute("open");
    this.#view.setOpen(open);
    this.#view.restyle();
    if (this.#floats) this.#storage.panelOpen = open;
    if (open) this.#connection.start();
  }

  /** On a phone the panel covers the page, so there it never opens unasked. */
  get #floats() {
    return !this.hasAttribute("embedded") && matchMedia("(min-width: 30.01rem)").matches;
  }

  #firstLanguage() {
    const page = this.closest("[lang]")?.lang ?? "";
    const before = this.#storage?.token ? this.#storage.language : null;
    return [before, this.getAttribute("language"), page, navigator.language]
      .map((tag) => (tag ?? "").slice(0, 2).toLowerCase())
      .find(knownLanguage) ?? "de";
  }
}

function addToPage() {
  const chat = document.querySelector(NAME) ?? document.createElement(NAME);
  takeOver(scriptOf(import.meta.url), chat);
  if (!chat.isConnected) document.body.append(chat);
}

/** The element takes the tag's attributes over before it comes to life. */
function begin() {
  addToPage();
  if (!customElements.get(NAME)) customElements.define(NAME, FrontDoorChat);
}

if (document.body) begin();
else addEventListener("DOMContentLoaded", begin);
