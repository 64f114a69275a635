import type { IncomingMessage, ServerResponse } from "node:http";

/** Set by the Node server; absent when a handler is called without one. */
export type Bindings = {
  incoming?: IncomingMessage;
  outgoing?: ServerResponse;
};

/** The wire of a request, as far as the REST API uses it. */
export type Connection = {
  /** Ends the connection. */
  drop: () => void;
  /** Settles when the answer has left or the connection is gone. */
  closed: Promise<void>;
};

/** Without a server a request is gone as soon as it is answered. */
export const noConnection: Connection = {
  drop: () => undefined,
  closed: Promise.resolve(),
};

export const connectionOf = (bindings: Bindings | undefined): Connection => {
  const { incoming, outgoing } = bindings ?? {};
  return {
    drop: () => {
      incoming?.socket.destroy();
    },
    closed: new Promise((resolve) => {
      if (!outgoing || outgoing.closed) resolve();
      else outgoing.once("close", resolve);
    }),
  };
};
