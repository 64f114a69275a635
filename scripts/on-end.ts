/** Closes what a command has started when a signal ends it. */
export const onEnd = (close: () => Promise<void>): void => {
  const end = (): void => {
    void close().finally(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
};
