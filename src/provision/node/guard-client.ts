import type { KintoneRestAPIClient } from "@kintone/rest-api-client";
import { AnswerTrouble, parseAnswer } from "../../errors/trouble.ts";

/** A page in place of JSON makes the official client answer a text, or fail on it. */
const checked = async (answer: Promise<unknown>): Promise<unknown> => {
  const value = await answer.catch((error: unknown) => {
    // The client reads members of an answer that has none.
    if (error instanceof TypeError) throw new AnswerTrouble("not-kintone", 200);
    throw error;
  });
  return typeof value === "string" ? parseAnswer(200, value) : value;
};

const guard = <Part extends object>(part: Part): Part =>
  new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function")
        return typeof value === "object" && value !== null && isPart(name)
          ? guard(value)
          : value;
      return (...given: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, given);
        return answer instanceof Promise ? checked(answer) : answer;
      };
    },
  });

const PARTS = ["app", "record", "space", "file", "plugin"];

const isPart = (name: string | symbol): boolean =>
  PARTS.some((part) => part === name);

/** The client, which tells an answer that is not kintone's as such. */
export const guardClient = (
  client: KintoneRestAPIClient,
): KintoneRestAPIClient => guard(client);
