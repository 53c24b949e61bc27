/** What the menu does with a whole conversation. Each act ends with words in the notice line. */
import { ServiceError } from "../chat/service.js";
import { texts } from "../texts.js";
import { menu } from "./menu.js";
import { ratingForm } from "./rating.js";

export class Acts {
  #conversation;
  #service;
  #storage;
  #sheet;
  #notify;
  #back;

  /** `back()` puts the focus where it belongs when a sheet closes. */
  constructor({ conversation, service, storage, sheet, notify, back }) {
    this.#conversation = conversation;
    this.#service = service;
    this.#storage = storage;
    this.#sheet = sheet;
    this.#notify = notify;
    this.#back = back;
  }

  openMenu({ preferences, notices }) {
    const acts = {
      save: (format) => this.#doing(() => this.#save(format)),
      rate: () => this.openRating(),
      leave: () => this.#leave(),
      erase: () => this.#doing(() => this.#erase()),
    };
    const { hasWords } = this.#conversation;
    this.#open("menu", menu({ preferences, notices, hasWords, acts }));
  }

  /** `then()` is called when the person has rated, or does not want to. */
  openRating(then = () => {}) {
    this.#open("ratingTitle", ratingForm({
      send: (stars, words) => {
        const rated = this.#conversation.rate(stars, words);
        if (rated) then();
        this.#end(texts[this.#conversation.language][rated ? "thanks" : "error"]);
      },
      skip: () => {
        this.#sheet.close();
        then();
      },
    }));
  }

  /** Who leaves is asked once how it was. */
  #leave() {
    this.openRating(() => {
      this.#conversation.handover.leave();
      this.#conversation.leave();
    });
  }

  async #save(format) {
    const { name, blob } = await this.#service.transcript(format);
    const address = URL.createObjectURL(blob);
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.#end(texts[this.#conversation.language].saved);
  }

  async #erase() {
    const { token } = this.#storage;
    const message = await this.#service.erase();
    this.#sheet.close();
    this.#conversation.erased(message, token);
  }

  #open(title, content) {
    this.#sheet.open(title, content, this.#conversation.language, this.#back);
  }

  #end(words) {
    this.#sheet.close();
    this.#notify(words);
  }

  async #doing(act) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      this.#end(error.message || texts[this.#conversation.language].error);
    }
  }
}
