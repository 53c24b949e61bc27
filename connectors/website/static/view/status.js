/** Lines above the conversation: no connection, a notice, who answers. Each change is said once. */
import { fill, texts } from "../texts.js";
import { button, el, said } from "./dom.js";

export class Status {
  #language = "de";
  #standing = null;

  /** `reconnect(event)` and `leaveStaff()` are called by a press. */
  constructor({ reconnect, leaveStaff }) {
    this.banner = el("div", { class: "banner", part: "banner", "data-testid": "banner", hidden: true },
      said("span", "offline"), " ", button("reconnect", reconnect, { class: "plain" }));
    this.notice = el("div", { class: "notice", part: "notice", "data-testid": "notice", dir: "auto", hidden: true });
    this.words = el("span", { dir: "auto", "data-testid": "standing", "aria-live": "off" });
    this.leave = button("noLongerWait", leaveStaff, { class: "plain", "data-testid": "leave-staff" });
    this.people = el("div", { class: "people", part: "people", hidden: true }, this.words, " ", this.leave);
    this.node = el("div", { class: "status" },
      el("div", { role: "status" }, this.banner, this.notice), el("div", {}, this.people));
  }

  offline(offline) {
    this.banner.hidden = !offline;
  }

  notify(text) {
    this.notice.textContent = text ?? "";
    this.notice.hidden = !text;
  }

  /** `told`: a message in the conversation says it already, so this line stays silent. */
  stand(standing, told) {
    this.#standing = standing;
    this.words.setAttribute("aria-live", told ? "off" : "polite");
    this.#write();
  }

  speak(language) {
    this.#language = language;
    this.#write();
  }

  #write() {
    const { state } = this.#standing ?? {};
    this.people.hidden = state !== "waiting" && state !== "staff";
    if (this.people.hidden) return;
    const words = texts[this.#language];
    this.words.textContent = state === "staff" ? withStaff(this.#standing, words) : waiting(this.#standing, words);
    this.leave.dataset.text = state === "staff" ? "endStaff" : "noLongerWait";
    this.leave.textContent = words[this.leave.dataset.text];
  }
}

function withStaff({ staff: name }, words) {
  return name ? fill(words.withNamedStaff, { name }) : words.withStaff;
}

function waiting({ position, wait_minutes: minutes }, words) {
  const place = position ? fill(words.waitingAt, { position }) : words.waiting;
  if (!minutes) return place;
  return `${place} ${minutes === 1 ? words.waitingMinute : fill(words.waitingMinutes, { minutes })}`;
}
