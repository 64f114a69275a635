import type { Site } from "../../model/site.ts";
import {
  boolean,
  integer,
  object,
  oneOf,
  optional,
  text,
  withDefault,
} from "../../ground/shape.ts";
import type { Shape } from "../../ground/shape.ts";

const anything: Shape<unknown> = { read: (value) => value };

/** Body of `POST /_local/faults`. */
export const faultShape = object({
  /** Pattern of the path with `*` as wildcard; absent for every path. */
  path: optional(text({ min: 1 })),
  method: optional(oneOf(["GET", "POST", "PUT", "DELETE"])),
  /** Matching requests that pass before the fault begins. */
  skip: withDefault(integer({ min: 0 }), 0),
  /** Number of requests it hits; 0 for all from then on. */
  count: withDefault(integer({ min: 0 }), 1),
  status: optional(integer({ min: 200, max: 599 })),
  body: optional(anything),
  contentType: optional(text({ min: 1 })),
  /** Waiting time before the request goes on, or before the answer of the fault. */
  delayMs: withDefault(integer({ min: 0, max: 600_000 }), 0),
  /** Ends the connection before the request is carried out, or after: then it was, and the client does not know. */
  drop: optional(oneOf(["before", "after"])),
  /** Carries the request out first, then answers with the fault. */
  afterwards: withDefault(boolean(), false),
});
export type FaultSettings = ReturnType<typeof faultShape.read>;
export type Fault = FaultSettings & { id: number; hits: number };

const faultsOf = (site: Site): Fault[] => {
  const known = site.volatile.get("faults");
  // The key is ours: nobody else puts anything there.
  if (known) return known as Fault[];
  const created: Fault[] = [];
  site.volatile.set("faults", created);
  return created;
};

export const listFaults = (site: Site): readonly Fault[] => faultsOf(site);

export const addFault = (site: Site, settings: FaultSettings): number => {
  const faults = faultsOf(site);
  const id = (faults.at(-1)?.id ?? 0) + 1;
  faults.push({ ...settings, id, hits: 0 });
  return id;
};

export const clearFaults = (site: Site): void => {
  faultsOf(site).length = 0;
};

const toPattern = (path: string): RegExp => {
  const parts = path
    .split("*")
    .map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`);
};

const matches = (fault: Fault, request: Request): boolean => {
  const { pathname } = new URL(request.url);
  const isPath =
    fault.path === undefined || toPattern(fault.path).test(pathname);
  return (
    isPath && (fault.method === undefined || fault.method === request.method)
  );
};

/** The fault that hits this request, if any; counts every fault it matches. */
const takeMatchingFault = (site: Site, request: Request): Fault | null => {
  let hit: Fault | null = null;
  for (const fault of faultsOf(site)) {
    if (!matches(fault, request)) continue;
    fault.hits += 1;
    const isOver = fault.count > 0 && fault.hits > fault.skip + fault.count;
    if (!hit && fault.hits > fault.skip && !isOver) hit = fault;
  }
  return hit;
};

const answerOf = (fault: Fault): Response => {
  const { status = 500, body, contentType } = fault;
  const isText = typeof body === "string";
  const type =
    contentType ??
    (isText ? "text/html;charset=utf-8" : "application/json;charset=utf-8");
  const hasBody = body !== undefined && status !== 204 && status !== 304;
  const content = isText ? body : JSON.stringify(body);
  return new Response(hasBody ? content : null, {
    status,
    headers: { "Content-Type": type },
  });
};

const wait = (ms: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Answers a request whose connection should be dropped but has no socket. */
const dropped = () => new Response("connection dropped", { status: 502 });

/**
 * Carries a request out under whatever fault has been set for it.
 *
 * @param drop - ends the connection of this request
 */
export const applyFaults = async (
  site: Site,
  request: Request,
  drop: () => void,
  next: () => Promise<Response>,
): Promise<Response> => {
  const fault = takeMatchingFault(site, request);
  if (!fault) return next();
  if (fault.delayMs > 0) await wait(fault.delayMs);
  if (fault.drop === "after" || fault.afterwards) await next();
  if (fault.drop) {
    drop();
    return dropped();
  }
  const answers = fault.status !== undefined || fault.body !== undefined;
  return answers ? answerOf(fault) : next();
};
