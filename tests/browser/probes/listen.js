// Each time something appears in a live region, or changes there, browsers hand it to the
// screen reader once: window.heard collects what that is.
() => {
  const root = document.querySelector("front-door-chat").shadowRoot;
  window.heard = [];
  const politeness = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const live = at.getAttribute?.("aria-live")
        ?? { log: "polite", status: "polite", alert: "assertive" }[at.getAttribute?.("role")];
      if (live) return live;
    }
    return "off";
  };
  const shown = (node) => (node.nodeType === 3 ? node.parentElement : node)?.checkVisibility?.() ?? false;
  const words = (node) => {
    if (node.nodeType === 3) return node.textContent;
    if (node.hidden || node.getAttribute("aria-hidden") === "true") return "";
    const inside = node.getAttribute("role") === "img" ? [] : Array.from(node.childNodes, words);
    return [node.getAttribute("aria-label") ?? "", ...inside].join(" ");
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      const nodes = type === "childList" ? Array.from(addedNodes) : target.hidden ? [] : [target];
      for (const node of nodes) {
        const element = node.nodeType === 3 ? node.parentElement : node;
        const how = element ? politeness(element) : "off";
        const text = words(node).replace(/\s+/g, " ").trim();
        if (how !== "off" && text && shown(node)) window.heard.push(text);
      }
    }
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"] });
}
