import type { ErrorCatalogue } from "../errors/catalogue.ts";
import { toTerminalMessage } from "../errors/terminal.ts";
import type { Language } from "../i18n/message.ts";
import { commandErrors } from "./command-errors.ts";
import { provisionErrors } from "./errors.ts";

/** Failures of provisioning in the words of a terminal. */
export const terminalProvisionErrors = {
  ...provisionErrors,
  ...commandErrors,
  // A terminal has no session, only a login.
  "provision/signed-out": provisionErrors["provision/login-refused"],
} as const satisfies ErrorCatalogue;

/** The sentence for any failure of provisioning, for a terminal. */
export const toProvisionMessage = (
  error: unknown,
  language: Language,
): string => toTerminalMessage(error, language, terminalProvisionErrors);
