// The test id or class of what has the focus in the widget; null outside.
() => {
  const node = document.activeElement.shadowRoot?.activeElement;
  return node ? (node.dataset.testid ?? node.className) : null;
}
