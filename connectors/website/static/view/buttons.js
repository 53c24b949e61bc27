/** The buttons under an answer: short suggestions side by side, free times by day. */
import { el } from "./dom.js";

/** 9:00, 9:15 a.m., 9.30 Uhr; 7.12. is a date. */
const TIME = /\b\d{1,2}(?::\d{2}(?!\d)|\.\d{2}(?=\s?(?:Uhr|[ap]\.?m)))(?:\s?(?:Uhr|[ap]\.?m\.?))?/i;
/** More days than this are folded, the first one open. */
const DAYS_SHOWN = 4;

/** `press(button, event)` is called with what was pressed. */
export function renderButtons(buttons, press) {
  const times = buttons.filter(({ title }) => TIME.test(title));
  const others = buttons.filter(({ title }) => !TIME.test(title));
  const group = el("div", { class: "replies" });
  if (times.length) group.append(slotPicker(times, press));
  if (others.length) {
    const suggestions = others.map((button) => quickReply(button, press, el("bdi", {}, button.title)));
    group.append(el("div", { class: "suggestions", role: "group", "data-label": "replies" }, ...suggestions));
  }
  return group;
}

function slotPicker(buttons, press) {
  const days = groupedBy(buttons, dayOf);
  const folded = days.size > DAYS_SHOWN;
  const nodes = Array.from(days, ([day, slots], index) => {
    const items = slots.map((button) => el("li", {}, quickReply(button, press, slotTitle(button.title, day))));
    const list = el("ul", { class: "times", role: "list", "aria-label": day || null }, ...items);
    if (!day) return list;
    if (!folded) return el("div", { class: "day" }, el("p", { class: "day-name", "aria-hidden": "true" }, day), list);
    return el("details", { class: "day", open: index === 0 },
      el("summary", { class: "day-name" }, day), list);
  });
  return el("div", { class: "slots", role: "group", "data-label": "slots", "data-testid": "slots" }, ...nodes);
}

/** What stands before the time: "Di., 1.12." of "Di., 1.12., 9:00 Uhr, Walsum". */
function dayOf({ title }) {
  return title.slice(0, title.search(TIME)).replace(/[\s,]+$/, "");
}

/** The day is seen above, and heard with each time. */
function slotTitle(title, day) {
  const [time] = title.match(TIME);
  const at = title.indexOf(time);
  const before = day ? el("span", { class: "unseen" }, title.slice(0, at)) : title.slice(0, at);
  const after = title.slice(at + time.length);
  return el("bdi", {}, before, el("strong", {}, time), after);
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

function groupedBy(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
