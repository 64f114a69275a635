import { AppError } from "../../errors/app-error.ts";

/** @throws AppError `report/index-out-of-range` */
export const badIndex = (index: string | number): never => {
  throw new AppError("report/index-out-of-range", {
    index: String(index).slice(0, 20),
  });
};

/**
 * Damage shows in numbers that lead nowhere, whether or not we need them.
 *
 * @throws AppError `report/index-out-of-range`
 */
export const checkIndex = (written: string, count: number): void => {
  const index = Number(written);
  if (!(Number.isInteger(index) && index >= 0 && index < count)) {
    badIndex(written);
  }
};
