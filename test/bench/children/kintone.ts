/** A local kintone by itself; any message asks for its memory. */
import { createSite, startServer } from "local-kintone";

const site = createSite({ deployDelayMs: 0 });

startServer({ site, port: 0 }).then(
  ({ baseUrl }) => {
    process.on("message", () => {
      globalThis.gc?.();
      const { heapUsed, rss } = process.memoryUsage();
      process.send?.({ heapUsed, rss });
    });
    process.send?.({ baseUrl });
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
