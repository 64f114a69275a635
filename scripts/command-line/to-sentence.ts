import { toTerminalMessage } from "../../src/errors/terminal.ts";
import { isUserError } from "../../src/errors/user-error.ts";

type SystemError = Error & {
  readonly code: string;
  readonly path?: string;
  readonly port?: number;
};

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && "code" in error && typeof error.code === "string";

const SYSTEM_SENTENCES: Readonly<
  Record<string, (error: SystemError) => string>
> = {
  EADDRINUSE: ({ port = 0 }) =>
    `Port ${port} is taken: end what uses it, or name another one with --port (0 takes any free one).`,
  EACCES: ({ path, port }) =>
    path === undefined
      ? `Port ${port ?? 0} may not be used: name one above 1023 with --port.`
      : `“${path}” may not be read or written: check its permissions.`,
  ENOENT: ({ path = "" }) => `“${path}” does not exist: check the path.`,
  ENOTDIR: ({ path = "" }) => `“${path}” is not in a folder: check the path.`,
  EEXIST: ({ path = "" }) => `“${path}” exists already.`,
  EISDIR: ({ path = "" }) =>
    `“${path}” is a folder, where a file is needed: check the path.`,
  EROFS: ({ path = "" }) =>
    `“${path}” is on a read-only disk: name another place.`,
};

const wordsOf = (error: unknown): string => {
  if (isUserError(error)) return toTerminalMessage(error, "en");
  if (isSystemError(error)) {
    return SYSTEM_SENTENCES[error.code]?.(error) ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
};

/** One line about what went wrong, whatever was thrown. */
export const toSentence = (error: unknown): string =>
  wordsOf(error).split("\n", 1)[0] ?? "";
