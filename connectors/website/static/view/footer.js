/** The emergency number, and the notices a site has to offer. */
import { el, said } from "./dom.js";
import { link } from "./links.js";

export function footer(notices) {
  return el("footer", {},
    el("p", {}, said("span", "emergency"), " ", el("a", { href: "tel:112" }, "112"), " · ", el("a", { href: "tel:110" }, "110")),
    notices.length > 0 && el("ul", { role: "list" },
      ...notices.map(([name, address]) => el("li", {}, link(address, said("span", name))))));
}
