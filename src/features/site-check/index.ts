import type { Inspect } from "../../feature-kit/inspect.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { wordsOf } from "../../words/programme-words.ts";
import { messages } from "./messages.ts";
import { openPage } from "./page-access.ts";
import { readFacts } from "./read-facts.ts";
import { toFindings } from "./to-findings.ts";

/** 点検: everything an administrator wants to know. */
export const inspect: Inspect = async (context, { hrefs, ...rest }) => {
  const t = createTranslator(
    messages,
    context.language,
    wordsOf(context.programme),
  );
  const facts = await readFacts(
    openPage(),
    { ...context, user: context.page.user.code },
    rest.overrides,
  );
  return {
    editions: facts.set.editions,
    checks: toFindings({
      t,
      hrefs,
      facts,
      programme: context.programme,
      ...rest,
    }),
  };
};
