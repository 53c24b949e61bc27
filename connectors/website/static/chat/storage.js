/**
 * What the browser keeps between pages: the conversation's token, the last number seen, the language
 * and messages not yet answered. The transcript itself stays on the server.
 * Where the browser refuses storage, everything lives until the page is left.
 */
export class ChatStorage {
  #prefix;
  #memory = new Map();
  #tabs;

  constructor(server) {
    this.#prefix = `front-door-chat ${server} `;
    this.#tabs = new BroadcastChannel(this.#prefix);
  }

  get token() {
    return this.#read("token") ?? null;
  }

  set token(token) {
    this.#write("token", token);
  }

  get lastSeq() {
    return this.#read("last-seq") ?? 0;
  }

  set lastSeq(seq) {
    this.#write("last-seq", seq || null);
  }

  get language() {
    return this.#read("language") ?? null;
  }

  set language(language) {
    this.#write("language", language);
  }

  get outbox() {
    const items = this.#read("outbox");
    return Array.isArray(items) ? items : [];
  }

  set outbox(items) {
    this.#write("outbox", items.length ? items : null);
  }

  get preferences() {
    const kept = this.#read("preferences");
    return kept && typeof kept === "object" ? kept : {};
  }

  set preferences(preferences) {
    this.#write("preferences", preferences);
  }

  /** Kept for this tab only: a reload leaves the panel as it was, a new tab begins closed. */
  get panelOpen() {
    return this.#read("open", "sessionStorage") === true;
  }

  set panelOpen(open) {
    this.#write("open", open || null, "sessionStorage");
  }

  /** Calls back when another tab of this browser got a new conversation. */
  onTokenElsewhere(callback) {
    this.#onElsewhere("token", () => this.token && callback(this.token));
  }

  /** The conversation of a token was deleted; `message` is what the server said of it. */
  tellErased(token, message) {
    this.#tabs.postMessage({ token, message });
  }

  onErasedElsewhere(callback) {
    this.#tabs.addEventListener("message", ({ data }) => callback(data.message, data.token));
  }

  onPreferencesElsewhere(callback) {
    this.#onElsewhere("preferences", callback);
  }

  #onElsewhere(name, callback) {
    addEventListener("storage", ({ key }) => key === this.#prefix + name && callback());
  }

  #read(name, area = "localStorage") {
    try {
      return JSON.parse(globalThis[area].getItem(this.#prefix + name));
    } catch {
      return this.#memory.get(name);
    }
  }

  #write(name, value, area = "localStorage") {
    this.#memory.set(name, value);
    try {
      if (value === null) globalThis[area].removeItem(this.#prefix + name);
      else globalThis[area].setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      // Blocked or full storage: the memory copy serves this page.
    }
  }
}
