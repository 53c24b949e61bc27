/**
 * The chat protocol as the person's side sees it: what each frame means. No DOM here.
 * Events: "language", "typing" (detail: boolean), "notice" (detail: text or null),
 * "history" (detail: boolean, true while an earlier transcript is filled in), "answer" (detail: entry).
 */
import { knownLanguage, texts } from "./texts.js";

export const LONGEST_TEXT = 2000;

export class Conversation extends EventTarget {
  #connection;
  #storage;
  #delivery;
  /** The token of the last hello or welcome; null while a new conversation is being asked for. */
  #token = null;
  #joining = false;

  constructor({ connection, storage, delivery, transcript, language }) {
    super();
    this.#connection = connection;
    this.#storage = storage;
    this.#delivery = delivery;
    this.transcript = transcript;
    this.language = language;
    connection.addEventListener("frame", ({ detail }) => this.#receive(detail));
    connection.addEventListener("state", ({ detail }) => detail === "waiting" && this.#tell("typing", false));
    storage.onTokenElsewhere((token) => this.#joinOtherTab(token));
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
    this.#delivery.message(trimmed, payload);
    return true;
  }

  retry(id) {
    this.#tell("notice", null);
    this.#delivery.retry(id);
  }

  changeLanguage(language) {
    this.#speak(language);
    // Before the first hello nobody needs to be told: hello carries the language.
    if (this.#connection.state !== "idle") this.#delivery.language(language);
  }

  #receive(frame) {
    if (frame.type === "welcome") this.#welcome(frame);
    else if (frame.type === "accepted") this.#delivery.stored(frame.id, frame.seq);
    else if (frame.type === "typing") this.#tell("typing", true);
    else if (frame.type === "reply") this.#reply(frame);
    else if (frame.type === "done") this.#done(frame);
    else if (frame.type === "error") this.#error(frame);
  }

  #welcome({ conversation_id: token, language, messages = [] }) {
    const other = this.#storage.token;
    if (this.#token === null && other && other !== token) {
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
    this.#delivery.repeat();
  }

  #reply(frame) {
    this.#tell("typing", false);
    this.#add({ role: "bot", ...frame });
    this.#follow(frame.language);
  }

  #done(frame) {
    this.#tell("typing", false);
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
    this.#tell("typing", false);
    if (code === "conversation_unknown") {
      this.#switchTo(null);
      this.#tell("notice", texts[this.language].newConversation);
    } else if (!id || !this.#delivery.refused(id, message)) {
      this.#tell("notice", message || texts[this.language].error);
    }
  }

  #joinOtherTab(token) {
    if (!this.#connection.online || token === this.#token) return;
    this.#joining = true;
    this.#switchTo(token);
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
