/**
 * What the person sent and the server has not finished answering. An item leaves only when it is
 * answered, so that a reload or a cut line loses nothing; its id makes a repeat harmless.
 */
const STALE = 60 * 60 * 1000;

export class Outbox {
  #storage;
  #items = new Map();

  constructor(storage) {
    this.#storage = storage;
  }

  get items() {
    return [...this.#items.values()];
  }

  /** Brings back what an earlier page left behind. */
  restore(now = Date.now()) {
    for (const item of this.#storage.outbox) {
      // An old "yes" must not confirm anything by itself; the person may send it again.
      this.#items.set(item.id, { ...item, held: item.held || now - item.at > STALE });
    }
    return this.items;
  }

  add(frame, now = Date.now()) {
    const item = { id: frame.id, frame, at: now, held: false };
    this.#items.set(item.id, item);
    this.#save(item);
    return item;
  }

  get(id) {
    return this.#items.get(id);
  }

  /** A held item waits for the person to press "send again". */
  hold(id, held) {
    const item = this.#items.get(id);
    if (!item) return;
    item.held = held;
    this.#save(item);
  }

  remove(id) {
    if (!this.#items.delete(id)) return;
    this.#storage.outbox = this.#storage.outbox.filter((kept) => kept.id !== id);
  }

  /** Other tabs keep their items in the same place, so only the own one is exchanged. */
  #save(item) {
    const kept = this.#storage.outbox;
    const at = kept.findIndex((other) => other.id === item.id);
    if (at < 0) kept.push(item);
    else kept[at] = item;
    this.#storage.outbox = kept;
  }
}

/** `crypto.randomUUID` exists on https and localhost only; a town hall's test server may be neither. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
