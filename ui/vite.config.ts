import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import type { Plugin } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Packages that the tests outside this folder import: they have no node_modules of their own. */
const shared = ["preact", "@preact/signals", "vitest", "playwright-core", "axe-core"];

/**
 * Object.prototype is frozen in the window (tauri.conf.json). A plain assignment cannot hide what a frozen prototype holds, a
 * definition can. @preact/signals-core assigns two such methods; without this the window stays empty.
 */
const definedMethods: Plugin = {
  name: "defined-methods",
  enforce: "pre",
  transform(code, id) {
    if (!/signals-core\.(module|mjs|js)/.test(id)) return null;
    const assigned = /(\w+)\.prototype\.(valueOf|toString)\s*=\s*function\s*\(\)\s*\{([^{}]*)\}/g;
    const changed = code.replace(assigned, 'Object.defineProperty($1.prototype,"$2",{value:function(){$3},writable:true,configurable:true})');
    if (changed === code) this.error(`${id} assigns its methods in another way now: see definedMethods in vite.config.ts`);
    return { code: changed, map: null };
  },
};

/** Vite wraps each import() in a helper that preloads styles by links. All styles are there from the start, so the import is enough. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

export default defineConfig({
  root: here("."),
  plugins: [definedMethods, plainImports],
  // The window loads its files from the binary: relative addresses, nothing inlined (the CSP forbids data: and inline code).
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["es2022", "safari17", "chrome120"],
    cssTarget: ["safari17", "chrome120"],
    assetsInlineLimit: 0,
    // The page names every file of its first screen, so that they come together; the window needs no stand-in for the browser's own preloading.
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  resolve: {
    alias: [
      { find: /^@ui\//, replacement: `${here("src")}/` },
      { find: "preact/jsx-runtime", replacement: here("node_modules/preact/jsx-runtime") },
      // Its main file is CommonJS and would bring a second Preact, whose screens no signal redraws.
      { find: /^@preact\/signals$/, replacement: here("node_modules/@preact/signals/dist/signals.mjs") },
      ...shared.map((name) => ({ find: new RegExp(`^${name}(/.*)?$`), replacement: `${here("node_modules")}/${name}$1` })),
    ],
  },
  server: { port: 1420, strictPort: true, fs: { allow: [here("..")] } },
  test: {
    projects: [
      {
        extends: true,
        test: { name: "unit", environment: "happy-dom", server: { deps: { inline: [/preact/] } }, include: [here("../tests/ui/unit/**/*.test.{ts,tsx}")] },
      },
      {
        extends: true,
        test: {
          name: "browser",
          environment: "node",
          // Vitest would leave one processor free, which on a machine of two halves the speed.
          maxWorkers: "100%",
          include: [here("../tests/ui/browser/**/*.test.ts")],
          globalSetup: [here("../tests/ui/browser/serve.ts")],
          // The bound of a test that hangs, not of one on a busy machine: the walk over all sections takes 13 s on a quiet one.
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: "bench",
          environment: "node",
          // One after the other: what is measured has the machine to itself.
          maxWorkers: 1,
          include: [here("../tests/ui/bench/*.ts")],
          globalSetup: [here("../tests/ui/browser/serve.ts")],
          testTimeout: 180_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: "gallery",
          environment: "node",
          include: [here("../tests/ui/browser/gallery/shots.ts")],
          globalSetup: [here("../tests/ui/browser/serve.ts")],
          testTimeout: 180_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
