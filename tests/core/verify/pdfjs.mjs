// What pdf.js, the reader inside Firefox and of many web sites, makes of a signed paper. The file is the argument.
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { getDocument } from "../../../ui/node_modules/pdfjs-dist/legacy/build/pdf.mjs";

const fonts = fileURLToPath(new URL("../../../ui/node_modules/pdfjs-dist/standard_fonts/", import.meta.url));
const warnings = [];
console.warn = console.log = (...said) => warnings.push(said.join(" "));
const data = new Uint8Array(await readFile(process.argv.at(-1)));
const paper = await getDocument({ data, standardFontDataUrl: `${fonts}/`, stopAtErrors: true }).promise;
const [information, marked, outline, attachments, fields] = await Promise.all([
  paper.getMetadata(),
  paper.getMarkInfo(),
  paper.getOutline(),
  paper.getAttachments(),
  paper.getFieldObjects(),
]);
let text = "";
const roles = new Set();
const collect = (node) => {
  if (node?.role) roles.add(node.role);
  for (const child of node?.children ?? []) collect(child);
};
for (let number = 1; number <= paper.numPages; number += 1) {
  const page = await paper.getPage(number);
  await page.getOperatorList();
  text += (await page.getTextContent()).items.map((item) => item.str + (item.hasEOL ? "\n" : "")).join("");
  collect(await page.getStructTree());
}
process.stdout.write(
  JSON.stringify({
    pages: paper.numPages,
    language: information.info.Language,
    title: information.metadata?.get("dc:title") ?? information.info.Title,
    signatures: information.info.IsSignaturesPresent,
    marked: marked?.Marked ?? false,
    outline: outline?.length ?? 0,
    attachments: Object.fromEntries(
      Object.values(attachments ?? {}).map(({ filename, content }) => [filename, createHash("sha256").update(content).digest("hex")]),
    ),
    fields: Object.values(fields ?? {}).flat().map((field) => field.type),
    roles: [...roles].sort(),
    text,
    warnings,
  }),
);
await paper.destroy();
