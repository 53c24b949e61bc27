/**
 * Who answers: the bot, or people of the city. What staff is told of the person.
 * Event: "changed" (detail: {standing, told, over}: who answers now, whether a message says so already,
 * whether that ends the talk with staff: who is given back to the bot is in the middle of something). A standing is {state, position, wait_minutes, staff}.
 */
const WITH_BOT = { state: "bot", position: null, wait_minutes: null, staff: null };
/** Whoever reads along hears of typing at most this often. */
const TYPING_EVERY = 3000;

export class Handover extends EventTarget {
  #connection;
  #typedAt = 0;
  #readUpTo = 0;
  #left = false;

  constructor(connection) {
    super();
    this.#connection = connection;
    this.standing = WITH_BOT;
  }

  get withPeople() {
    return this.standing.state === "waiting" || this.standing.state === "staff";
  }

  /** `standing` is null with the bot; it comes again with every welcome, only what is new is told. */
  stand(standing, told) {
    const now = standing ?? WITH_BOT;
    const before = this.standing;
    if (Object.keys(WITH_BOT).every((key) => (now[key] ?? null) === (before[key] ?? null))) return;
    this.standing = now;
    const over = before.state === "staff" && (now.state === "closed" || this.#left);
    this.#left = false;
    this.dispatchEvent(new CustomEvent("changed", { detail: { standing: now, told, over } }));
  }

  /** Another conversation. */
  reset() {
    this.#readUpTo = 0;
    this.standing = { ...WITH_BOT, state: null }; // nobody was there before, so nothing is over
    this.stand(null, true);
  }

  /** Staff sees that the person is writing. */
  type(now = Date.now()) {
    if (!this.withPeople || now - this.#typedAt < TYPING_EVERY) return;
    this.#typedAt = now;
    this.#connection.tell({ type: "typing" });
  }

  /** Everything up to the message `seq` has been seen. */
  read(seq) {
    if (!this.withPeople || !this.#connection.online || seq <= this.#readUpTo) return;
    this.#readUpTo = seq;
    this.#connection.tell({ type: "read", seq });
  }

  /** No longer wait for staff, or no longer write with them: back to the bot. */
  leave() {
    if (!this.withPeople) return;
    this.#left = true;
    this.#connection.tell({ type: "leave" });
  }
}
