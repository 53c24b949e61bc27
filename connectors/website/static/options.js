/**
 * How a site sets the chat up: data- attributes of the script tag become attributes of
 * <front-door-chat> (data-primary-color → primary-color). docs/website.md lists them.
 */
import { safeUrl } from "./view/links.js";

const COLOURS = {
  "primary-color": "--front-door-primary",
  "on-primary-color": "--front-door-on-primary",
  "accent-color": "--front-door-accent",
};
const NOTICES = ["privacy", "imprint", "accessibility"];

/** The tag that loaded `address`, or null when something else imported it. */
export function scriptOf(address) {
  return Array.from(document.scripts).find((script) => script.src === address) ?? null;
}

/** What the element says itself counts more. */
export function takeOver(script, element) {
  for (const { name, value } of script?.attributes ?? []) {
    const own = name.startsWith("data-") ? name.slice(5) : "";
    if (own && !element.hasAttribute(own)) element.setAttribute(own, value);
  }
}

/** Colours go in as custom properties, so that nothing but a colour can. */
export function applyColours(element) {
  for (const [name, property] of Object.entries(COLOURS)) {
    const colour = element.getAttribute(name);
    if (colour && CSS.supports("color", colour)) element.style.setProperty(property, colour);
  }
}

/** The notices a site has: [["privacy", "https://…"], …]. */
export function notices(element) {
  return NOTICES.map((name) => [name, element.getAttribute(`${name}-url`)])
    .map(([name, address]) => [name, address && safeUrl(address, document.baseURI)])
    .filter(([, address]) => address);
}

/** A site's own first sentence, name and line below it; null for the widget's. */
export function ownWords(element, name, language) {
  return element.getAttribute(`${name}-${language}`) ?? element.getAttribute(name);
}
