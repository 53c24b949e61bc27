/**
 * The chat protocol as the person's side sees it: what each frame means. No DOM here.
 * Events: "language", "typing" (detail: who types, "bot" or "staff", or null), "notice" (detail: text or null),
 * "history" (detail: boolean, true while an earlier transcript is filled in), "answer" (detail: entry).
 */
import { knownLanguage, texts } from "../texts.js";
import { Handover } from "./handover.js";

export const LONGEST_TEXT = 2000;

export class Conversation extends EventTarget {
  #connection;
  #storage;
  #delivery;
  /** The token of the last hello or welcome; null while a new conversation is being asked for. */
  #token = null;
  #joining = false;
  #lastErased = null;

  constructor({ connection, storage, delivery, transcript, language }) {
    super();
    this.#connection = connection;
    this.#storage = storage;
    this.#delivery = delivery;
    this.handover = new Handover(connection);
    this.transcript = transcript;
    this.language = language;
    connection.addEventListener("frame", ({ detail }) => this.#receive(detail));
    connection.addEventListener("state", ({ detail }) => detail === "waiting" && this.#tell("typing", null));
    storage.onTokenElsewhere((token) => this.#joinOtherTab(token));
    storage.onErasedElsewhere((message, token) => this.erased(message, token));
  }

  hello() {
    this.#token = this.#storage.token;
    return {
      type: "hello",
      conversation_id: this.#token,
      language: this.language,
      after: this.#token ? this.transcript.completeSeq : 0,
    };
  }

  /** Sends a typed text, or a pressed button with its payload. */
  send(text, payload) {
    const trimmed = text.trim().slice(0, LONGEST_TEXT);
    if (!trimmed) return false;
    this.#tell("notice", null);
    const more = payload === undefined ? {} : { payload };
    this.#delivery.message(trimmed, more);
    return true;
  }

  retry(id) {
    this.#tell("notice", null);
    this.#delivery.retry(id);
  }

  get hasWords() {
    return this.transcript.entries.some((entry) => entry.role === "person");
  }

  changeLanguage(language) {
    this.#speak(language);
    // Before the first hello nobody needs to be told: hello carries the language.
    if (this.#connection.state !== "idle") this.#delivery.language(language);
  }

  /** Stars from 1 to 5 and words, which may be empty; false while there is no connection. */
  rate(stars, words) {
    if (!this.#connection.online) return false;
    this.#connection.tell({ type: "rate", stars, words: words.trim() });
    return true;
  }

  /** The person is done: the next words begin a new conversation. */
  leave() {
    this.#forget();
    this.#tell("notice", texts[this.language].left);
  }

  /** The server has deleted the conversation `token`; several ways tell it, `message` is shown once. */
  erased(message, token = this.#token) {
    if (!token || sameConversation(token, this.#lastErased)) return;
    this.#lastErased = token;
    this.#storage.tellErased(token, message);
    if (sameConversation(token, this.#token)) this.#forget();
    this.#tell("notice", message);
  }

  #receive(frame) {
    if (frame.type === "welcome") this.#welcome(frame);
    else if (frame.type === "accepted") this.#delivery.stored(frame.id, frame.seq);
    else if (frame.type === "typing") this.#tell("typing", frame.role ?? "bot");
    else if (frame.type === "reply") this.#reply(frame);
    else if (frame.type === "done") this.#done(frame);
    else if (frame.type === "state") this.handover.stand(frame.standing, false);
    else if (frame.type === "erased") this.erased(frame.message);
    else if (frame.type === "error") this.#error(frame);
  }

  #welcome({ conversation_id: token, language, standing, messages = [] }) {
    const other = this.#storage.token;
    if (this.#token === null && other && !sameConversation(other, token)) {
      this.#connection.sayHello(); // another tab was quicker: one conversation for all tabs
      return;
    }
    // A tab that joins another's conversation does not write, or two tabs could chase each other.
    if (!this.#joining) this.#storage.token = token;
    this.#joining = false;
    this.#token = token;
    this.#follow(language);
    const history = messages.length > 0 && !this.transcript.hasServerMessages;
    if (history) this.#tell("history", true);
    for (const message of messages) this.#add(message);
    if (history) this.#tell("history", false);
    this.handover.stand(standing, true);
    this.#delivery.repeat();
  }

  #reply(frame) {
    this.#tell("typing", null);
    this.#add({ role: "bot", ...frame });
    if (frame.standing) this.handover.stand(frame.standing, true);
    this.#follow(frame.language);
  }

  #done(frame) {
    this.#tell("typing", null);
    this.#delivery.answered(frame.in_reply_to);
  }

  #add(message) {
    const entry = this.transcript.put({ ...message, buttons: message.buttons ?? [] });
    if (!entry) return;
    const unread = !(message.seq <= this.#storage.lastSeq);
    this.#storage.lastSeq = Math.max(this.#storage.lastSeq, this.transcript.lastSeq);
    if (entry.role === "person") this.#delivery.stored(entry.id, entry.seq);
    else if (unread) this.#tell("answer", entry);
  }

  #error({ id, code, message }) {
    this.#tell("typing", null);
    if (code === "conversation_unknown") {
      this.#switchTo(null);
      this.#tell("notice", texts[this.language].newConversation);
    } else if (!id || !this.#delivery.refused(id, message)) {
      this.#tell("notice", message || texts[this.language].error);
    }
  }

  #joinOtherTab(token) {
    if (!this.#connection.online) return;
    if (sameConversation(token, this.#token)) {
      this.#token = token; // renewed there
      return;
    }
    this.#joining = true;
    this.#switchTo(token);
  }

  #forget() {
    if (sameConversation(this.#storage.token, this.#token)) this.#storage.token = null;
    this.#storage.lastSeq = 0;
    this.#token = null;
    this.#delivery.forget();
    this.handover.reset();
    if (this.#connection.online) this.#connection.sayHello();
  }

  #switchTo(token) {
    this.#storage.token = token;
    this.#storage.lastSeq = 0;
    this.#delivery.beginAgain();
    this.#connection.sayHello();
  }

  /** The surface follows the answers, unless the person has just asked for the other language. */
  #follow(language) {
    if (!this.#delivery.languageAsked && knownLanguage(language)) this.#speak(language);
  }

  #speak(language) {
    this.#storage.language = language;
    if (language === this.language) return;
    this.language = language;
    this.#tell("language", language);
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** A token is renewed daily; its part before the first full stop names the conversation. */
function sameConversation(one, other) {
  return Boolean(one && other) && one.split(".")[0] === other.split(".")[0];
}
