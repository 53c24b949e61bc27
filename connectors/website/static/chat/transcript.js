/**
 * The messages in the server's order, each once. Entries without a number (not yet accepted) stand last.
 * Events: "placed" (detail {entry, next}), "changed" (detail {entry}), "cleared".
 */
export class Transcript extends EventTarget {
  #entries = [];
  #seqs = new Set();

  get entries() {
    return this.#entries;
  }

  get hasServerMessages() {
    return this.#seqs.size > 0;
  }

  get lastSeq() {
    return Math.max(0, ...this.#seqs);
  }

  /** The highest number without a gap below it: asking from here can miss nothing. */
  get completeSeq() {
    if (!this.#seqs.size) return 0;
    let seq = Math.min(...this.#seqs);
    while (this.#seqs.has(seq + 1)) seq += 1;
    return seq;
  }

  /** Adds a message; one that is known by number or id is not added again. */
  put(message) {
    const { seq = null, id } = message;
    const known = id ? this.find(id) : null;
    if (known) return this.number(known, seq);
    if (seq !== null) {
      if (this.#seqs.has(seq)) return null;
      this.#seqs.add(seq);
    }
    const entry = { buttons: [], card: null, state: null, ...message, seq };
    this.#place(entry);
    return entry;
  }

  /** The server gave an own message its number: it moves to its place. */
  number(entry, seq) {
    if (seq !== null && seq !== undefined && entry.seq === null) {
      entry.seq = seq;
      this.#seqs.add(seq);
      this.#entries.splice(this.#entries.indexOf(entry), 1);
      this.#place(entry);
    }
    return entry;
  }

  change(entry, values) {
    Object.assign(entry, values);
    this.dispatchEvent(new CustomEvent("changed", { detail: { entry } }));
  }

  find(id) {
    return this.#entries.find((entry) => entry.id === id);
  }

  /** Another conversation begins; what `keep` chooses goes along without its number. */
  clear(keep) {
    const kept = this.#entries.filter(keep);
    this.#entries = [];
    this.#seqs.clear();
    this.dispatchEvent(new CustomEvent("cleared"));
    for (const entry of kept) {
      entry.seq = null;
      this.#place(entry);
    }
  }

  /** Buttons count only under the last answer that has some, until the person sends something. */
  get answerable() {
    for (let at = this.#entries.length - 1; at >= 0; at -= 1) {
      const entry = this.#entries[at];
      if (entry.role === "person") return null;
      if (entry.buttons.length) return entry;
    }
    return null;
  }

  #place(entry) {
    let at = this.#entries.length;
    if (entry.seq !== null) {
      const later = (other) => other.seq === null || other.seq > entry.seq;
      while (at > 0 && later(this.#entries[at - 1])) at -= 1;
    }
    this.#entries.splice(at, 0, entry);
    const next = this.#entries[at + 1] ?? null;
    this.dispatchEvent(new CustomEvent("placed", { detail: { entry, next } }));
  }
}
