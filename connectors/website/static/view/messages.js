/** One message as nodes: who says it, the text, a card, buttons, and how far an own message got. */
import { knownLanguage, texts } from "../texts.js";
import { renderButtons, setUsable } from "./buttons.js";
import { renderCard } from "./cards.js";
import { el, said, translate } from "./dom.js";
import { withMarkdown } from "./markdown.js";

const FROM = { person: "fromPerson", bot: "fromBot", staff: "fromStaff" };

/** `actions`: press(button, event) and retry(id, event); `server` is the base of relative addresses. */
export function renderMessage(entry, { language, server, actions }) {
  const spoken = knownLanguage(entry.language) ? entry.language : language;
  const role = FROM[entry.role] ? entry.role : "bot";
  const kind = entry.kind === "state" ? "state-change" : role;
  const node = el("div", { class: `message ${kind}`, part: `message ${role}`, "data-role": role });
  node.append(sender(entry, role));
  if (entry.text) node.append(bubble(entry, role, spoken));
  const card = entry.card && renderCard(entry.card, spoken, server);
  if (card) {
    card.lang = spoken;
    node.append(card);
  }
  if (entry.buttons.length) {
    const buttons = renderButtons(entry.buttons, actions.press);
    buttons.lang = spoken;
    node.append(buttons);
  }
  if (role === "person") node.append(stateLine(entry, actions));
  translate(node, language);
  showState(node, entry, language);
  return node;
}

/** "Sending" and "sent" change silently for screen readers; only a failure is announced. */
export function showState(node, entry, language) {
  const line = node.querySelector(".state");
  if (!line || !entry.state) return;
  const failed = entry.state === "failed";
  node.dataset.state = entry.state;
  line.setAttribute("aria-live", failed ? "polite" : "off");
  if (entry.state === "sending") line.setAttribute("aria-hidden", "true");
  else line.removeAttribute("aria-hidden");
  const words = line.querySelector(".how-far");
  words.dataset.text = entry.state;
  words.textContent = texts[language][entry.state];
  line.querySelector(".reason").textContent = failed && entry.reason ? entry.reason : "";
  words.hidden = Boolean(failed && entry.reason);
  line.querySelector("button").hidden = !failed;
}

/** The buttons of the last answer can be pressed; older ones show what was chosen from them. */
export function showUsable(node, usable, chosen) {
  const group = node.querySelector(".replies");
  if (group) setUsable(group, usable, chosen);
}

/** Seen when a person of the city writes; heard always. */
function sender({ sender: name }, role) {
  if (role !== "staff") return said("span", FROM[role], { class: "unseen" });
  return said("span", name ? "fromNamedStaff" : FROM.staff, { class: "sender", dir: "auto", "data-name": name });
}

function bubble(entry, role, language) {
  const attributes = { class: "bubble", part: "bubble", dir: "auto", "data-testid": "text" };
  if (role === "person") return el("div", attributes, entry.text);
  return el("div", { ...attributes, lang: language }, ...withMarkdown(entry.text));
}

function stateLine(entry, actions) {
  const retry = said("button", "retry", { type: "button", class: "retry", "data-testid": "retry", hidden: true });
  retry.addEventListener("click", (event) => actions.retry(entry.id, event));
  return el(
    "div",
    { class: "state", "data-testid": "state", "aria-live": "off" },
    said("span", "sending", { class: "how-far" }),
    el("span", { class: "reason", dir: "auto" }),
    retry,
  );
}
