/** How a person likes to read. Kept in this browser; every tab follows. Event: "changed". */
export const CHOICES = {
  size: ["normal", "large", "largest"],
  scheme: ["auto", "light", "dark"],
  contrast: [false, true],
};

export class Preferences extends EventTarget {
  #storage;

  constructor(storage) {
    super();
    this.#storage = storage;
    storage.onPreferencesElsewhere(() => this.dispatchEvent(new Event("changed")));
  }

  get(name) {
    const chosen = this.#storage.preferences[name];
    return CHOICES[name].includes(chosen) ? chosen : CHOICES[name][0];
  }

  set(name, value) {
    this.#storage.preferences = { ...this.#storage.preferences, [name]: value };
    this.dispatchEvent(new Event("changed"));
  }
}
