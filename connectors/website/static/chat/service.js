/** What the server does with a whole conversation: hand it out, forget it. */
export class Service {
  #server;
  #storage;
  #language;

  constructor(server, storage, language) {
    this.#server = server;
    this.#storage = storage;
    this.#language = language;
  }

  /** What has been forgotten, in words. Raises ServiceError. */
  async erase() {
    const answer = await this.#post("chat/deletion", {});
    return (await answer.json()).message;
  }

  /** {name, blob} of the conversation as "text" or "html". Raises ServiceError. */
  async transcript(format) {
    const answer = await this.#post("chat/transcript", { format });
    const named = /filename="([\w.-]+)"/.exec(answer.headers.get("Content-Disposition") ?? "");
    return { name: named?.[1] ?? (format === "html" ? "chat.html" : "chat.txt"), blob: await answer.blob() };
  }

  async #post(path, fields) {
    let answer;
    try {
      answer = await fetch(new URL(path, this.#server), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        credentials: "omit",
        body: JSON.stringify({ conversation_id: this.#storage.token, language: this.#language(), ...fields }),
      });
    } catch {
      throw new ServiceError("");
    }
    if (!answer.ok) throw new ServiceError(await reason(answer));
    return answer;
  }
}

/** `message` is in the person's language, or empty when the server could not be asked. */
export class ServiceError extends Error {}

async function reason(answer) {
  try {
    return (await answer.json()).error?.message ?? "";
  } catch {
    return "";
  }
}
