import { FormError } from "../../words/form-error.ts";

/** @throws FormError `report/index-out-of-range` */
export const badIndex = (index: string | number): never => {
  throw new FormError("report/index-out-of-range", {
    index: String(index).slice(0, 20),
  });
};

/**
 * Damage shows in numbers that lead nowhere, whether or not we need them.
 *
 * @throws FormError `report/index-out-of-range`
 */
export const checkIndex = (written: string, count: number): void => {
  const index = Number(written);
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    badIndex(written);
  }
};
