import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Packages that the tests outside this folder import: they have no node_modules of their own. */
const shared = ["preact", "@preact/signals", "vitest", "playwright-core", "axe-core"];

export default defineConfig({
  root: here("."),
  // The window loads its files from the binary: relative addresses, nothing inlined (the CSP forbids data: and inline code).
  base: "./",
  oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["es2022", "safari17", "chrome120"],
    cssTarget: ["safari17", "chrome120"],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
  resolve: {
    alias: [
      { find: /^@ui\//, replacement: `${here("src")}/` },
      { find: "preact/jsx-runtime", replacement: here("node_modules/preact/jsx-runtime") },
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
          include: [here("../tests/ui/browser/**/*.test.ts")],
          globalSetup: [here("../tests/ui/browser/serve.ts")],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
