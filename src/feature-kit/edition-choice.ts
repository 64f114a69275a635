/**
 * The edition on screen, kept while the tab is open, so that board
 * and export speak of the same one.
 */
const KEY = "suisen.edition";

export const readChosenEdition = (): string | null =>
  sessionStorage.getItem(KEY);

export const chooseEdition = (name: string): void => {
  sessionStorage.setItem(KEY, name);
};
