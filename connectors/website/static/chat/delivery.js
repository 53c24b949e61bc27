/**
 * Brings the person's messages to the server: sends, repeats after a cut line, shows how far each one got.
 * A shown message is "sending", "sent" (stored by the server) or "failed" (with a reason, if the server gave one).
 */
import { newId } from "./outbox.js";

/** After so long without the server's word a message shows as not delivered. */
const PATIENCE = 15000;

export class Delivery {
  #connection;
  #outbox;
  #transcript;
  #timers = new Map();

  constructor({ connection, outbox, transcript }) {
    this.#connection = connection;
    this.#outbox = outbox;
    this.#transcript = transcript;
  }

  get pending() {
    return this.#outbox.items.length > 0;
  }

  get languageAsked() {
    return this.#outbox.items.some((item) => item.frame.type === "language");
  }

  isPending(id) {
    return this.#outbox.get(id) !== undefined;
  }

  /** Shows what an earlier page had sent without getting its answer. */
  restore() {
    for (const item of this.#outbox.restore()) {
      this.#show(item);
      this.#await(item.id);
    }
  }

  /** `more` are further fields of the frame: a pressed button's payload. */
  message(text, more) {
    const frame = { type: "message", id: newId(), text, ...more };
    this.#dispatch(this.#outbox.add(frame));
  }

  /** Only the latest wish for a language counts. */
  language(language) {
    for (const { id, frame } of this.#outbox.items) {
      if (frame.type === "language") this.#outbox.remove(id);
    }
    this.#dispatch(this.#outbox.add({ type: "language", id: newId(), language }));
  }

  /** The person pressed "send again". */
  retry(id) {
    const item = this.#outbox.get(id);
    if (!item) return;
    this.#outbox.hold(id, false);
    this.#dispatch(item);
    this.#connection.retryNow();
  }

  /** The line is back: whatever has no answer yet goes out once more. */
  repeat() {
    for (const item of this.#outbox.items) {
      if (!item.held) this.#dispatch(item);
    }
  }

  /** The server has stored the message. */
  stored(id, seq) {
    const entry = this.#transcript.find(id);
    if (!entry) return;
    this.#transcript.number(entry, seq);
    this.#mark(id, "sent");
  }

  answered(id) {
    this.#outbox.remove(id);
    this.#mark(id, "sent");
  }

  /** The server refused the message; false when there is no message to show that at. */
  refused(id, reason) {
    if (!this.#transcript.find(id)) {
      this.#outbox.remove(id);
      return false;
    }
    this.#outbox.hold(id, true);
    this.#mark(id, "failed", reason);
    return true;
  }

  /** Everything unanswered belongs to a new conversation now. */
  beginAgain() {
    this.#transcript.clear((entry) => this.isPending(entry.id));
    for (const { id, held } of this.#outbox.items) {
      if (!held) this.#mark(id, "sending");
    }
  }

  /** The conversation was deleted, and what is unanswered with it. */
  forget() {
    for (const { id } of this.#outbox.items) this.answered(id);
    this.#transcript.clear(() => false);
  }

  #dispatch(item) {
    this.#show(item);
    this.#await(item.id);
    if (this.#connection.online) this.#connection.send(item.frame);
  }

  #show({ id, frame, held }) {
    if (frame.type !== "message") return;
    const state = held ? "failed" : "sending";
    const shown = this.#transcript.find(id);
    if (!shown) this.#transcript.put({ id, role: "person", text: frame.text, state });
    else if (shown.state === "failed") this.#transcript.change(shown, { state, reason: null });
  }

  #await(id) {
    clearTimeout(this.#timers.get(id));
    const giveUp = () => this.#transcript.find(id)?.state === "sending" && this.#mark(id, "failed");
    this.#timers.set(id, setTimeout(giveUp, PATIENCE));
  }

  #mark(id, state, reason = null) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const entry = this.#transcript.find(id);
    if (entry) this.#transcript.change(entry, { state, reason });
  }
}
