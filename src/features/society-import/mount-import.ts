import { toMessage } from "../../errors/to-message.ts";
import { readListFile } from "../../feature-kit/list-file.ts";
import type { SettingsSectionContext } from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { parseDelimited } from "../../domain/imports/parse-delimited.ts";
import { draw } from "../../ui/root.ts";
import { applyImport } from "./apply-import.ts";
import type { ImportProgress } from "./apply-import.ts";
import {
  chooseList,
  chooseOrganizations,
  chooseSheet,
  planList,
} from "./choose-list.ts";
import type { PreviewState } from "./import-page.ts";
import type { ChosenList, ImportState } from "./import-state.ts";
import { listSocieties, loadKnown } from "./load-known.ts";
import type { Known } from "./load-known.ts";
import { messages } from "./messages.ts";
import { renderImport } from "./view.ts";

/** Codes keep their zeros. */
const READING = { numbers: "shown" } as const;

/** The import as a part of the settings page. */
export const mountImport = (
  space: HTMLElement,
  context: SettingsSectionContext,
): void => {
  const { gateway, language } = context;
  const t = createTranslator(messages, language);
  let state: ImportState = { kind: "closed" };
  let isStopped = false;

  const become = (next: ImportState): void => {
    state = next;
    show();
  };
  const explain = (error: unknown): string => {
    console.error("suisen: import", error);
    return toMessage(error, language);
  };
  const preview = (list: ChosenList, known: Known): void =>
    become({ kind: "preview", list, known, plan: planList(list, known) });

  /** Reads the list and everything to compare it with. */
  const read = async (
    toList: (known: Known) => Promise<ChosenList | null> | ChosenList | null,
    whenEmpty: string,
  ): Promise<void> => {
    become({ kind: "reading" });
    try {
      const known = await loadKnown(context);
      const list = await toList(known);
      if (list === null) become({ kind: "choosing", error: whenEmpty });
      else preview(list, known);
    } catch (error) {
      become({ kind: "choosing", error: explain(error) });
    }
  };

  const apply = async ({ plan, list }: PreviewState): Promise<void> => {
    let progress: ImportProgress = {
      done: 0,
      total: plan.steps.length,
      next: "",
    };
    isStopped = false;
    const stop = (error: string | null): void =>
      become({ kind: "stopped", progress, error, list });
    try {
      await applyImport(gateway, plan.steps, {
        isStopped: () => isStopped,
        onProgress: (now) => {
          progress = now;
          become({ kind: "applying", progress });
        },
      });
      if (progress.done < progress.total) {
        stop(null);
        return;
      }
      const present = await listSocieties(context);
      become({
        kind: "finished",
        total: progress.total,
        present: present.length,
      });
      context.onChanged();
    } catch (error) {
      stop(explain(error));
    }
  };

  const isPreview = (one: ImportState): one is PreviewState =>
    one.kind === "preview";
  const replan = (list: ChosenList): void => {
    if (isPreview(state)) preview(list, state.known);
  };

  const show = (): void =>
    draw(
      space,
      renderImport({
        t,
        language,
        state,
        onOpen: () => become({ kind: "choosing", error: null }),
        onClose: () => become({ kind: "closed" }),
        onFile: (file) =>
          void read(async () => {
            const bytes = new Uint8Array(await file.arrayBuffer());
            const sheets = readListFile({ name: file.name, bytes }, READING);
            return chooseList(file.name, sheets);
          }, t("empty")),
        onPaste: (text) =>
          void read(() => {
            const table = parseDelimited(text);
            return table.rows.length === 0
              ? null
              : chooseList(t("pasted"), [{ name: t("pasted"), table }]);
          }, t("empty")),
        onSite: () =>
          void read(
            ({ directory }) =>
              chooseOrganizations(t("fromSiteName"), directory.organizations),
            t("noOrganizations"),
          ),
        onSheet: (list, sheet) => replan(chooseSheet(list, sheet)),
        onProposal: (list, proposal) => replan({ ...list, proposal }),
        onApply: () => {
          if (isPreview(state)) void apply(state);
        },
        onStop: () => {
          isStopped = true;
        },
        onGoOn: (list) => void read(() => list, t("empty")),
      }),
    );
  show();
};
