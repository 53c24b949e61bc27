/** Five answers from "not at all" to "very good", and words if the person likes. */
import { button, el, said } from "./dom.js";

const LONGEST_WORDS = 2000;

/** `send(stars, words)` and `skip()` are called by a press. */
export function ratingForm({ send, skip }) {
  const problem = said("p", "chooseStars", { class: "problem", role: "alert", hidden: true });
  const options = [1, 2, 3, 4, 5].map((stars) =>
    el("label", { class: "option" },
      el("input", { type: "radio", name: "stars", value: String(stars), "data-testid": `stars-${stars}` }),
      said("span", `star${stars}`)));
  const stars = el("fieldset", {}, said("legend", "ratingTitle", { class: "unseen" }), ...options, problem);
  const words = el("textarea", { id: "words", rows: "3", maxlength: LONGEST_WORDS, "aria-describedby": "words-hint", "data-testid": "words" });
  const form = el("form", { class: "rating", novalidate: true, "data-testid": "rating" },
    stars,
    said("label", "words", { for: "words" }), words, said("p", "wordsHint", { id: "words-hint", class: "quiet" }),
    el("div", { class: "options" },
      said("button", "sendRating", { type: "submit", class: "primary", "data-testid": "send-rating" }),
      button("noRating", skip, { class: "secondary", "data-testid": "no-rating" })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = form.querySelector("input:checked");
    if (chosen) send(Number(chosen.value), words.value);
    else form.querySelector("input").focus();
    problem.hidden = Boolean(chosen);
  });
  return form;
}
