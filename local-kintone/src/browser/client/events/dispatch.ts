import { enterHandler } from "./inside-handler.ts";
import { abilitiesOf } from "./matrix.ts";
import { registry } from "./registry.ts";
import type { Handler, KintoneEvent } from "./registry.ts";
import { documentReady } from "./document-ready.ts";

/** Result of an event's handlers. The last one decides. */
export type Outcome =
  | { kind: "unhandled" }
  | { kind: "nothing" }
  | { kind: "false" }
  | { kind: "event"; event: KintoneEvent }
  /** Something that is neither the event nor nothing nor false. */
  | { kind: "other" }
  /** A handler threw or its Promise was rejected; those after it did not run. */
  | { kind: "failed"; error: unknown };

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === "object" &&
  value !== null &&
  typeof Reflect.get(value, "then") === "function";

const isEvent = (value: unknown): value is KintoneEvent =>
  typeof value === "object" && value !== null && "type" in value;

const toOutcome = (value: unknown): Outcome => {
  if (value === undefined || value === null) return { kind: "nothing" };
  if (value === false) return { kind: "false" };
  return isEvent(value) ? { kind: "event", event: value } : { kind: "other" };
};

/** Failures reach `window.onerror` as they would without us. */
const toFailedOutcome = (error: unknown): Outcome => {
  window.reportError(error);
  return { kind: "failed", error };
};

/** Calls the handlers one after the other, waiting for the Promise of each. */
export const dispatch = async (
  event: KintoneEvent,
  handlers: Handler[] = registry.handlersOf(event.type),
): Promise<Outcome> => {
  let outcome: Outcome = { kind: "unhandled" };
  for (const handler of handlers) {
    const leave = enterHandler();
    try {
      outcome = toOutcome(await handler(event));
    } catch (error) {
      return toFailedOutcome(error);
    } finally {
      leave();
    }
  }
  return outcome;
};

const dropPromise = (type: string, value: unknown): unknown => {
  if (!isThenable(value)) return value;
  console.warn(
    `${type} does not support Promises: what the handler returned is ignored`,
  );
  // The promise is not awaited, so its failure is reported here.
  Promise.resolve(value).catch((error: unknown) => window.reportError(error));
  return undefined;
};

/** For events that do not wait: a returned Promise is ignored, loudly. */
export const dispatchNow = (event: KintoneEvent): Outcome => {
  let outcome: Outcome = { kind: "unhandled" };
  for (const handler of registry.handlersOf(event.type)) {
    const leave = enterHandler();
    try {
      outcome = toOutcome(dropPromise(event.type, handler(event)));
    } catch (error) {
      return toFailedOutcome(error);
    } finally {
      leave();
    }
  }
  return outcome;
};

/** Waits where the table says so. */
export const fire = (event: KintoneEvent): Promise<Outcome> =>
  abilitiesOf(event.type).waits
    ? dispatch(event)
    : Promise.resolve(dispatchNow(event));

/**
 * Displays that may begin before late handlers come: these three and no others.
 *
 * @see https://github.com/akika/docs/blob/main/en/JSAPI/events/best-practices-for-registering-event-handlers.md
 */
const missable = /^(mobile\.)?app\.record\.(create|edit|detail)\.show$/;

/** A display that begins now; call the answer when there is something to show. */
export const prepareShow = (
  type: string,
): ((event: Omit<KintoneEvent, "type">) => Promise<Outcome>) => {
  const early = missable.test(type) ? registry.prepare(type) : null;
  return async (event) => {
    try {
      if (!early) await documentReady();
      return await dispatch({ ...event, type }, early ?? undefined);
    } finally {
      registry.done(type);
    }
  };
};
