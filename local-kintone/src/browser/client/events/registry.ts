export type KintoneEvent = { type: string; [key: string]: unknown };
export type Handler = (event: KintoneEvent) => unknown;

const list = (types: unknown): string[] =>
  (Array.isArray(types) ? types : [types]).map(String);

/** Handlers by event type, in the order of registration. */
class EventRegistry {
  #handlers = new Map<string, Handler[]>();
  /** Types whose display is under way: who comes now comes too late for it. */
  #underWay = new Set<string>();

  on(types: string | string[], handler: Handler): void {
    if (typeof handler !== "function")
      throw new TypeError("kintone.events.on: the handler is not a function");
    for (const type of list(types)) {
      this.#warnLate(type);
      this.#handlers.set(type, [...this.handlersOf(type), handler]);
    }
  }

  /** Without a handler all of a type, without a type all there are. */
  off(types?: string | string[], handler?: Handler): boolean {
    const wanted =
      types === undefined ? [...this.#handlers.keys()] : list(types);
    const removed = wanted.map((type) => this.#remove(type, handler));
    return removed.includes(true);
  }

  handlersOf(type: string): Handler[] {
    return this.#handlers.get(type) ?? [];
  }

  /**
   * Fixes who will be called for a display that begins now.
   *
   * @see https://github.com/akika/docs/blob/main/en/JSAPI/events/best-practices-for-registering-event-handlers.md
   */
  prepare(type: string): Handler[] {
    this.#underWay.add(type);
    return this.handlersOf(type);
  }

  done(type: string): void {
    this.#underWay.delete(type);
  }

  #remove(type: string, handler?: Handler): boolean {
    const known = this.handlersOf(type);
    const kept = handler ? known.filter((it) => it !== handler) : [];
    this.#handlers.set(type, kept);
    return kept.length < known.length;
  }

  #warnLate(type: string): void {
    if (!this.#underWay.has(type)) return;
    console.warn(
      `kintone.events.on("${type}") came after the page had begun to load; this display does not call it. Register handlers synchronously, outside DOMContentLoaded and before any await.`,
    );
  }
}

export const registry = new EventRegistry();
