import { minify } from "@swc/core";
import type { Compiler } from "webpack";

const NAME = "MinifyBundles";

/** Two passes: the second one finds what the first one made constant. */
const OPTIONS = {
  ecma: 2022,
  compress: { ecma: 2022, passes: 2 },
  mangle: true,
  format: { comments: false },
} as const;

/** A minimizer of webpack: shortens each joined bundle with swc. */
export const minifyBundles = (isModule: boolean) => ({
  apply: ({ hooks, webpack }: Compiler): void => {
    const { Compilation, sources } = webpack;
    hooks.compilation.tap(NAME, (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: NAME, stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE },
        async (assets) => {
          for (const [name, asset] of Object.entries(assets)) {
            const { code } = await minify(asset.source().toString(), {
              ...OPTIONS,
              module: isModule,
            });
            compilation.updateAsset(name, new sources.RawSource(code));
          }
        },
      );
    });
  },
});
