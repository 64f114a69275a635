/**
 * Property tests draw the same inputs in every run, so that a red run is about
 * the change and not about luck. `FAST_CHECK_SEED=random npm test` looks further;
 * a failure prints the seed that repeats it.
 */
import fc from "fast-check";

const wanted = process.env.FAST_CHECK_SEED ?? "20220817";

if (wanted !== "random") {
  const seed = Number(wanted);
  if (!Number.isInteger(seed)) {
    throw new Error(`FAST_CHECK_SEED is no whole number: ${wanted}`);
  }
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
}
