// As if another tab's menu had chosen.
(chosen) => {
  const key = `front-door-chat ${location.origin}/ preferences`;
  localStorage.setItem(key, JSON.stringify(chosen));
  dispatchEvent(new StorageEvent("storage", { key }));
}
