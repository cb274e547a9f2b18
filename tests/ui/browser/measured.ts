import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Hands measured milliseconds on: into the folder that FAIRLEAD_MEASURED names, or in order to whoever looks. */
export function report(name: string, values: readonly number[]): void {
  const folder = process.env["FAIRLEAD_MEASURED"];
  if (folder !== undefined) writeFileSync(join(folder, `${name}.json`), JSON.stringify(values));
  else console.log(name, JSON.stringify(values.toSorted((a, b) => a - b).map((value) => Math.round(value * 10) / 10)));
}
