import { toMessage } from "../../errors/to-message.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { draw } from "../../ui/root.ts";
import type {
  SettingsSection,
  SettingsSectionContext,
} from "../settings-section.ts";
import { applyImport } from "./apply-import.ts";
import type { ImportProgress } from "./apply-import.ts";
import { listFromFile, listFromText, rowsOf } from "./chosen-list.ts";
import type { ChosenList } from "./chosen-list.ts";
import type { ImportKind, ImportStep } from "./import-kind.ts";
import type { ImportState, PreviewState } from "./import-state.ts";
import { importMessages } from "./messages.ts";
import { renderImport } from "./view.ts";

const mount = <F extends string, K, S extends ImportStep<F>>(
  kind: ImportKind<F, K, S>,
  space: HTMLElement,
  context: SettingsSectionContext,
): void => {
  const { gateway, language } = context;
  const t = createTranslator(importMessages, language);
  let state: ImportState<F, K, S> = { kind: "closed" };
  let isStopped = false;

  const become = (next: ImportState<F, K, S>): void => {
    state = next;
    show();
  };
  const explain = (error: unknown): string => {
    console.error("suisen: import", error);
    return toMessage(error, language);
  };
  const preview = (list: ChosenList<F>, known: K): void => {
    const { columns } = list.proposal;
    const plan = kind.plan(rowsOf(kind, list), columns, known);
    become({ kind: "preview", list, known, plan });
  };

  /** Reads the list and everything to compare it with. */
  const read = async (
    toList: (known: K) => Promise<ChosenList<F> | null> | ChosenList<F> | null,
    whenEmpty = kind.texts.empty[language],
  ): Promise<void> => {
    become({ kind: "reading" });
    try {
      const known = await kind.load(context);
      const list = await toList(known);
      if (list === null) become({ kind: "choosing", error: whenEmpty });
      else preview(list, known);
    } catch (error) {
      become({ kind: "choosing", error: explain(error) });
    }
  };

  const apply = async ({
    plan: { steps },
    list,
  }: PreviewState<F, K, S>): Promise<void> => {
    let progress: ImportProgress = { done: 0, total: steps.length, next: "" };
    isStopped = false;
    const stop = (error: string | null): void =>
      become({ kind: "stopped", progress, error, list });
    try {
      await applyImport(gateway, steps, {
        toChanges: kind.toChanges,
        isStopped: () => isStopped,
        onProgress: (now) => {
          progress = now;
          become({ kind: "applying", progress });
        },
      });
      const { done, total } = progress;
      if (done < total) {
        stop(null);
        return;
      }
      const present = await kind.countPresent(context);
      become({ kind: "finished", total, present });
      context.onChanged();
    } catch (error) {
      stop(explain(error));
    }
  };

  const show = (): void =>
    draw(
      space,
      renderImport({
        t,
        language,
        kind,
        state,
        onOpen: () => become({ kind: "choosing", error: null }),
        onClose: () => become({ kind: "closed" }),
        onFile: (file) => void read(() => listFromFile(kind, file)),
        onPaste: (text) =>
          void read(() => listFromText(kind, t("pasted"), text)),
        onOther: () => {
          const other = kind.otherSource;
          if (other !== undefined)
            void read(
              (known) => other.toList(known),
              other.whenEmpty[language],
            );
        },
        onList: (list) => {
          if (state.kind === "preview") preview(list, state.known);
        },
        onApply: () => {
          if (state.kind === "preview") void apply(state);
        },
        onStop: () => {
          isStopped = true;
        },
        onGoOn: (list) => void read(() => list),
      }),
    );
  show();
};

/** An import of lists of this kind as a part of the settings page. */
export const defineImport = <F extends string, K, S extends ImportStep<F>>(
  kind: ImportKind<F, K, S>,
): SettingsSection => ({
  id: kind.id,
  mount: (space, context) => mount(kind, space, context),
});
