const nextTask = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve));

const parsed = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else
      document.addEventListener("DOMContentLoaded", () => resolve(), {
        once: true,
      });
  });

/**
 * After everybody who waited for the document has run. jQuery calls its `ready` functions a
 * task after DOMContentLoaded.
 */
export const documentReady = async (): Promise<void> => {
  await parsed();
  await nextTask();
  await nextTask();
};
