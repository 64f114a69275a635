import type { BrowserContext, CDPSession } from "playwright-core";

/** A page that knows only its own address and script. */
export type PlainPage = {
  goto(url: string): Promise<void>;
  /** Runs a function without arguments in the page. */
  evaluate<T>(work: () => Promise<T>): Promise<T>;
};

type Reply = {
  readonly id?: number;
  readonly result?: { readonly result?: { readonly value?: unknown } };
  readonly error?: { readonly message: string };
};

const createSend = (cdp: CDPSession, sessionId: string) => {
  const waiting = new Map<number, (reply: Reply) => void>();
  cdp.on("Target.receivedMessageFromTarget", ({ message }) => {
    const reply = JSON.parse(message) as Reply; // the protocol's own shape
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
  });
  let lastId = 0;
  return async (method: string, params: object): Promise<Reply> => {
    lastId += 1;
    const id = lastId;
    const replied = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    await cdp.send("Target.sendMessageToTarget", {
      sessionId,
      message: JSON.stringify({ id, method, params }),
    });
    const reply = await replied;
    waiting.delete(id);
    if (reply.error) throw new Error(`${method}: ${reply.error.message}`);
    return reply;
  };
};

/**
 * Opens a page with the session of a context, but without its inspection of the network: with
 * that, Chromium keeps every answer and decodes it a second time, which no user's page does.
 *
 * @see https://chromedevtools.github.io/devtools-protocol/tot/Target/
 */
export const openPlainPage = async (
  context: BrowserContext,
): Promise<PlainPage> => {
  const browser = context.browser();
  if (browser === null) throw new Error("The context has no browser");
  const cdp = await browser.newBrowserCDPSession();
  const { browserContextId } = await cdp.send("Target.createBrowserContext");
  const cookies = (await context.cookies()).map(
    ({ name, value, domain, path }) => ({ name, value, domain, path }),
  );
  await cdp.send("Storage.setCookies", { cookies, browserContextId });
  const { targetId } = await cdp.send("Target.createTarget", {
    url: "about:blank",
    width: 1280,
    height: 900,
    browserContextId,
  });
  const { sessionId } = await cdp.send("Target.attachToTarget", { targetId });
  const send = createSend(cdp, sessionId);
  return {
    goto: async (url) => {
      await send("Page.navigate", { url });
    },
    evaluate: async <T>(work: () => Promise<T>): Promise<T> => {
      const { result } = await send("Runtime.evaluate", {
        expression: `(${work.toString()})()`,
        awaitPromise: true,
        returnByValue: true,
      });
      return result?.result?.value as T; // what the given function returned
    },
  };
};
