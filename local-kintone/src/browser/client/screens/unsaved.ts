import type { RecordForm } from "../record/form.ts";
import { takeSnapshot } from "../record/payload.ts";
import { confirmDialog } from "../ui/dialog.ts";
import { t } from "../words.ts";

export type Unsaved = {
  /** Marks the current content as saved, or as no work of the user. */
  settle(): void;
  /** Leaves at once when nothing would be lost, and asks otherwise. */
  leave(go: () => void): void;
};

/** Keeps a form from being left by mistake, for as long as it is shown. */
export const watchUnsaved = (
  form: RecordForm,
  isCurrent: () => boolean,
): Unsaved => {
  const content = (): string => JSON.stringify(takeSnapshot(form));
  let settled = content();
  const isDirty = (): boolean => isCurrent() && content() !== settled;
  const settle = (): void => {
    settled = content();
  };
  const ask = (event: BeforeUnloadEvent): void => {
    // The browser asks in its own words.
    if (isDirty()) event.preventDefault();
    if (!isCurrent()) window.removeEventListener("beforeunload", ask);
  };
  window.addEventListener("beforeunload", ask);
  const leave = (go: () => void): void => {
    if (!isDirty()) {
      go();
      return;
    }
    confirmDialog(t("leaveUnsaved"), t("leave"))
      .then((isSure) => {
        if (!isSure) return;
        settle();
        go();
      })
      .catch((error: unknown) => window.reportError(error));
  };
  return { settle, leave };
};
