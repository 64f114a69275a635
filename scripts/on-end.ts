/** Closes what a command has started when it is told to end. */
export const onEnd = (close: () => Promise<void>): void => {
  const end = (): void => {
    void close().finally(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
};
