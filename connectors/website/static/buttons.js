/** The buttons under an answer: short suggestions side by side, free times as a list. */
import { el } from "./dom.js";

const TIME = /\b\d{1,2}[:.]\d{2}(?!\.?\d)(?:\s?(?:Uhr|[ap]\.?m\.?))?/i;

/** `press(button)` is called with what was pressed. */
export function renderButtons(buttons, press) {
  const times = buttons.filter(({ title }) => TIME.test(title));
  const others = buttons.filter(({ title }) => !TIME.test(title));
  const group = el("div", { class: "replies" });
  if (times.length) group.append(slotList(times, press));
  if (others.length) {
    const suggestions = others.map((button) => quickReply(button, press, el("bdi", {}, button.title)));
    group.append(el("div", { class: "suggestions", role: "group", "data-label": "replies" }, ...suggestions));
  }
  return group;
}

function slotList(buttons, press) {
  const short = buttons.every(({ title }) => title.length <= 12);
  const items = buttons.map((button) => el("li", {}, quickReply(button, press, slotTitle(button.title))));
  return el("ul", { class: short ? "slots short" : "slots", role: "list", "data-label": "slots" }, ...items);
}

/** The time of day is what people compare, so it stands out. */
function slotTitle(title) {
  const [time] = title.match(TIME);
  const at = title.indexOf(time);
  return el("bdi", {}, title.slice(0, at), el("strong", {}, time), title.slice(at + time.length));
}

function quickReply(button, press, label) {
  const node = el("button", { type: "button", class: "reply", part: "reply", "data-testid": "quick-reply" }, label);
  node.addEventListener("click", (event) => press(button, event));
  return node;
}

/** Only the buttons of the last answer can be pressed; `chosen` is the title the person picked, if any. */
export function setUsable(group, usable, chosen) {
  for (const node of group.querySelectorAll(".reply")) {
    node.disabled = !usable;
    node.toggleAttribute("data-chosen", !usable && node.textContent === chosen);
  }
}
