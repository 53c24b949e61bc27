/** Everything the widget itself says. German and English have the same keys and placeholders. */
import { cards } from "./texts/cards.js";
import { chat } from "./texts/chat.js";
import { menu } from "./texts/menu.js";

export const texts = Object.fromEntries(
  ["de", "en"].map((language) => [language, { ...chat[language], ...cards[language], ...menu[language] }]),
);

export function knownLanguage(language) {
  return Object.hasOwn(texts, language ?? "");
}

/** The text with its {placeholders} filled in. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
