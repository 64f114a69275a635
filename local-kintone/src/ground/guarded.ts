/** Work of a timer: no caller catches its errors, so what it throws must not end the process. */
export const guarded = (what: string, work: () => void): void => {
  try {
    work();
  } catch (error) {
    console.error(`local-kintone: ${what} failed`, error);
  }
};
