import { expect, test } from "vitest";
import { type Column, Table, TabPanels } from "@ui/parts";
import { polite } from "@ui/live";
import { press, show, until } from "./render";

interface Pair {
  id: string;
  name: string;
  settled: number;
}
const pairs: Pair[] = ["Zoë and Tom", "Ada and Jun", "Éva and Kofi"].map((name, index) => ({ id: `r${index}`, name, settled: [12, 9, 100][index] ?? 0 }));
const columns: Column<Pair>[] = [
  { key: "name", head: "Pair", cell: (pair) => pair.name, href: (pair) => `#/relationship/${pair.id}`, sort: (pair) => pair.name },
  { key: "settled", head: "Settled", cell: (pair) => pair.settled, sort: (pair) => pair.settled, figures: true },
  { key: "note", head: "Note", cell: () => "none" },
];
const table = (onOpen?: (pair: Pair) => void): HTMLElement =>
  show(<Table label="Relationships" columns={columns} rows={pairs} keyOf={(pair) => pair.id} {...(onOpen === undefined ? {} : { onOpen })} />);
const names = (place: HTMLElement): (string | null)[] => [...place.querySelectorAll("tbody a")].map((each) => each.textContent);

test("headers_sort_by_the_alphabet_and_by_size_and_say_so", async () => {
  const place = table();
  expect(names(place)).toEqual(["Zoë and Tom", "Ada and Jun", "Éva and Kofi"]);
  const [byName, bySettled] = [...place.querySelectorAll<HTMLButtonElement>(".sorter")];
  byName?.click();
  await until(() => expect(names(place)).toEqual(["Ada and Jun", "Éva and Kofi", "Zoë and Tom"]));
  expect(byName?.closest("th")?.getAttribute("aria-sort")).toBe("ascending");
  expect(polite.value).toContain("Sorted by Pair");
  byName?.click();
  await until(() => expect(names(place)[0]).toBe("Zoë and Tom"));
  expect(byName?.closest("th")?.getAttribute("aria-sort")).toBe("descending");
  bySettled?.click();
  await until(() => expect(names(place)).toEqual(["Ada and Jun", "Zoë and Tom", "Éva and Kofi"]));
  expect(byName?.closest("th")?.hasAttribute("aria-sort")).toBe(false);
  expect(place.querySelectorAll(".sorter")).toHaveLength(2);
});

test("one_cell_is_a_tab_stop_and_arrows_move_it", async () => {
  const opened: string[] = [];
  const place = table((pair) => opened.push(pair.id));
  const stops = (): Element[] => [...place.querySelectorAll('tbody [tabindex="0"]')];
  expect(stops()).toHaveLength(1);
  const at = (): string | null => document.activeElement?.textContent ?? null;
  (stops()[0] as HTMLElement).focus();
  expect(at()).toBe("Zoë and Tom");
  for (const [key, more, text] of [["ArrowDown", {}, "Ada and Jun"], ["ArrowRight", {}, "9"], ["End", {}, "none"], ["Home", {}, "Ada and Jun"], ["End", { ctrlKey: true }, "none"], ["ArrowDown", {}, "none"], ["Home", { ctrlKey: true }, "Zoë and Tom"], ["ArrowUp", {}, "Zoë and Tom"], ["ArrowRight", {}, "12"]] as const) {
    press(document.activeElement, key, more);
    await until(() => expect(at()).toBe(text));
    await until(() => expect(stops()).toEqual([document.activeElement]));
  }
  press(document.activeElement, "Enter");
  expect(opened).toEqual(["r0"]);
});

test("a_table_says_how_long_it_is_though_few_rows_are_drawn", () => {
  const many = Array.from({ length: 2000 }, (_, index) => ({ id: `r${index}`, name: `Pair ${index}`, settled: index }));
  const place = show(<Table label="Relationships" columns={columns} rows={many} keyOf={(pair) => pair.id} />);
  expect(place.querySelector("table")?.getAttribute("aria-rowcount")).toBe("2001");
  const rows = [...place.querySelectorAll('tbody [role="row"]')];
  expect(rows.length).toBeGreaterThan(5);
  expect(rows.length).toBeLessThan(60);
  expect(rows[0]?.getAttribute("aria-rowindex")).toBe("2");
});

test("panels_are_chosen_by_arrows_home_and_end", async () => {
  const place = show(<TabPanels label="Stages" panels={["Before", "During", "After"].map((label) => ({ key: label, label, panel: () => `${label} the meeting` }))} />);
  const tabs = [...place.querySelectorAll<HTMLElement>('[role="tab"]')];
  const shown = (): string | null | undefined => place.querySelector('[role="tabpanel"]')?.textContent;
  expect(shown()).toBe("Before the meeting");
  tabs[0]?.focus();
  for (const [key, label] of [["ArrowRight", "During"], ["End", "After"], ["ArrowRight", "Before"], ["ArrowLeft", "After"], ["Home", "Before"]] as const) {
    press(document.activeElement, key);
    await until(() => expect(shown()).toBe(`${label} the meeting`));
    expect(document.activeElement?.textContent).toBe(label);
    expect(tabs.filter((tab) => tab.tabIndex === 0)).toEqual([document.activeElement]);
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    expect(place.querySelector('[role="tabpanel"]')?.getAttribute("aria-labelledby")).toBe(document.activeElement?.id);
  }
});
