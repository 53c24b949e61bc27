/** The menu's content: appearance, what to do with the conversation, the site's notices. */
import { CHOICES } from "../chat/preferences.js";
import { button, el, said } from "./dom.js";
import { link } from "./links.js";

const LABELS = {
  size: { normal: "sizeNormal", large: "sizeLarge", largest: "sizeLargest" },
  scheme: { auto: "schemeAuto", light: "schemeLight", dark: "schemeDark" },
};

/**
 * `acts`: save(format), rate(), leave(), erase(), each called by a press; `notices` as options.js gives them;
 * `hasWords` is whether there is a conversation.
 */
export function menu({ preferences, notices, hasWords, acts }) {
  const looks = section("looks",
    choice("size", "textSize", preferences), choice("scheme", "scheme", preferences),
    tick("contrast", preferences));
  const talk = section("talk", ...(hasWords ? talkActs(acts) : [said("p", "nothingYet")]));
  const about = notices.length > 0 && section("about",
    el("ul", { role: "list" }, ...notices.map(([name, address]) => el("li", {}, link(address, said("span", name))))));
  return el("div", { class: "menu" }, talk, looks, about);
}

function talkActs(acts) {
  const sure = el("div", { class: "sure", hidden: true, "data-testid": "sure" },
    said("p", "eraseSure", { id: "sure", tabindex: "-1" }),
    button("eraseYes", acts.erase, { class: "danger-button", "data-testid": "erase-yes" }),
    button("no", () => {
      sure.hidden = true;
      ask.focus();
    }, { class: "secondary" }));
  const ask = button("erase", () => {
    sure.hidden = false;
    sure.firstChild.focus();
  }, { class: "secondary", "data-testid": "erase" });
  return [
    button("saveText", () => acts.save("text"), { class: "secondary", "data-testid": "save-text" }),
    button("saveHtml", () => acts.save("html"), { class: "secondary", "data-testid": "save-html" }),
    button("rate", acts.rate, { class: "secondary", "data-testid": "rate" }),
    button("leave", acts.leave, { class: "secondary", "data-testid": "leave" }),
    ask,
    sure,
  ];
}

function section(title, ...content) {
  return el("section", {}, said("h4", title), ...content);
}

/** One of several; the choice shows at once. */
function choice(name, legend, preferences) {
  const options = CHOICES[name].map((value) => {
    const input = el("input", { type: "radio", name, value, "data-testid": `${name}-${value}` });
    input.checked = preferences.get(name) === value;
    input.addEventListener("change", () => preferences.set(name, value));
    return el("label", { class: "option" }, input, said("span", LABELS[name][value]));
  });
  return el("fieldset", {}, said("legend", legend), el("div", { class: "options" }, ...options));
}

function tick(name, preferences) {
  const input = el("input", { type: "checkbox", "data-testid": name });
  input.checked = preferences.get(name);
  input.addEventListener("change", () => preferences.set(name, input.checked));
  return el("label", { class: "option" }, input, said("span", name));
}
