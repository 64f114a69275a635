import { boot, c, uid } from "../boot.ts";
import { t } from "../words.ts";
import { button, element } from "../dom.ts";

export type CloseAction = "OK" | "CANCEL" | "CLOSE";
type CloseReason = CloseAction | "FUNCTION";
export type DialogConfig = {
  title?: string;
  body?: Element;
  showOkButton?: boolean;
  okButtonText?: string;
  showCancelButton?: boolean;
  cancelButtonText?: string;
  showCloseButton?: boolean;
  beforeClose?: (action: CloseAction) => unknown;
};
export type Dialog = { show(): Promise<CloseReason>; close(): void };

const focusable =
  "a[href],button:not([disabled]),input:not([disabled]),select:not([disabled]),textarea:not([disabled]),[tabindex]:not([tabindex='-1'])";

const keepFocusInside = (box: HTMLElement, event: KeyboardEvent): void => {
  const stops = [...box.querySelectorAll<HTMLElement>(focusable)];
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (event.key !== "Tab" || !first || !last) return;
  const isAtEdge = document.activeElement === (event.shiftKey ? first : last);
  if (!isAtEdge) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
};

const footer = (
  config: DialogConfig,
  end: (action: CloseAction) => void,
): HTMLElement => {
  const bar = element("div", "dialog-buttons");
  const { showOkButton = true, showCancelButton = false } = config;
  if (showCancelButton)
    bar.append(
      button(config.cancelButtonText ?? t("cancel"), "button-plain", () =>
        end("CANCEL"),
      ),
    );
  if (showOkButton)
    bar.append(
      button(config.okButtonText ?? t("ok"), "button-primary", () => end("OK")),
    );
  return bar;
};

const header = (
  config: DialogConfig,
  end: () => void,
  id: string,
): HTMLElement => {
  const bar = element("div", "dialog-header");
  if (config.title !== undefined) {
    const title = element("h2", "dialog-title", String(config.title));
    title.id = id;
    bar.append(title);
  }
  if (config.showCloseButton) {
    const cross = button("×", "dialog-close", end);
    cross.setAttribute("aria-label", t("close"));
    bar.append(cross);
  }
  return bar;
};

const build = (
  config: DialogConfig,
  end: (action: CloseAction) => void,
): { layer: HTMLElement; box: HTMLElement } => {
  const layer = element("div", "layer");
  const box = element("div", boot.mobile ? "sheet" : "dialog");
  const titleId = uid();
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-modal", "true");
  if (config.title !== undefined) box.setAttribute("aria-labelledby", titleId);
  box.tabIndex = -1;
  const body = element("div", "dialog-body");
  if (config.body) body.append(config.body);
  box.append(
    header(config, () => end("CLOSE"), titleId),
    body,
    footer(config, end),
  );
  layer.append(box);
  return { layer, box };
};

/**
 * A dialog (a bottom sheet on mobile). Without a close button Esc does nothing either.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/kintone/create-dialog/
 */
export const createDialog = (config: DialogConfig): Dialog => {
  let finish: ((reason: CloseReason) => void) | null = null;
  /** The way of closing that `beforeClose` is thinking about. */
  const asking = new Set<CloseAction>();

  const end = async (action: CloseAction): Promise<void> => {
    if (asking.size > 0) return;
    asking.add(action);
    try {
      if ((await config.beforeClose?.(action)) !== false) finish?.(action);
    } finally {
      asking.clear();
    }
  };
  const endSafely = (action: CloseAction) => {
    end(action).catch((error: unknown) => window.reportError(error));
  };
  const { layer, box } = build(config, endSafely);
  box.addEventListener("keydown", (event) => {
    keepFocusInside(box, event);
    if (event.key === "Escape" && config.showCloseButton) endSafely("CLOSE");
  });

  return {
    show: () =>
      new Promise((resolve) => {
        const before = document.activeElement;
        document.body.append(layer);
        document.documentElement.classList.add(c("has-dialog"));
        (box.querySelector<HTMLElement>(focusable) ?? box).focus();
        finish = (reason) => {
          finish = null;
          layer.remove();
          document.documentElement.classList.remove(c("has-dialog"));
          if (before instanceof HTMLElement) before.focus();
          resolve(reason);
        };
      }),
    close: () => finish?.("FUNCTION"),
  };
};

/** A question with OK and cancel. */
export const confirmDialog = async (
  text: string,
  okButtonText: string,
  title?: string,
): Promise<boolean> => {
  const body = element("p", "dialog-text", text);
  const dialog = createDialog({
    ...(title === undefined ? {} : { title }),
    body,
    okButtonText,
    showCancelButton: true,
    showCloseButton: true,
  });
  return (await dialog.show()) === "OK";
};
