/**
 * Builds the window as it ships and the gallery of parts, and serves both with the production CSP as a meta tag
 * (a development server carries none). Vitest calls this once before the browser tests and its answer after them.
 */
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
    /** The folder that is served: app/ is what ships. */
    built: string;
  }
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The policy of tauri.conf.json, so that what is tested is what ships. */
function policy(): string {
  const file = here("../../../tauri.conf.json");
  const fallback =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src ipc: http://ipc.localhost; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  const csp: unknown = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { app?: { security?: { csp?: unknown } } }).app?.security?.csp : undefined;
  const text = typeof csp === "string" ? csp : typeof csp === "object" && csp !== null ? Object.entries(csp).map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(" ") : String(value)}`).join("; ") : fallback;
  // A meta tag cannot carry this one, and the browser says so in the console.
  return text.replace(/frame-ancestors[^;]*;?\s*/, "");
}

const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".woff2": "font/woff2" };

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "fairlead-ui-"));
  const configFile = here("../../../ui/vite.config.ts");
  await build({ configFile, logLevel: "error", build: { outDir: join(folder, "app") } });
  await build({ configFile, root: here("gallery"), logLevel: "error", build: { outDir: join(folder, "gallery") } });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy().replaceAll('"', "&quot;")}" />`;

  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname)).replace(/\/$/, "/index.html");
    // Browsers ask for it unasked; a window does not.
    if (path === "/favicon.ico") return void response.writeHead(204).end();
    readFile(join(folder, path)).then(
      (bytes) => {
        const body = path.endsWith(".html") ? bytes.toString("utf8").replace("<head>", `<head>${meta}`) : bytes;
        response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" }).end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  project.provide("built", folder);
  project.provide("site", `http://127.0.0.1:${address.port}`);
  return async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  };
}
