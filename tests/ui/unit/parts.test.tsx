import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useState } from "preact/hooks";
import { Checkbox, CheckboxSet, Combobox, DateField, Dialog, Disclosure, ErrorSummary, NumberField, OrderedList, RadioSet, reachToast, TextField, TimeField, toast, Toasts } from "@ui/parts";
import { narrow } from "@ui/parts/Combobox";
import { readNumber } from "@ui/parts/NumberField";
import { ApiError, setTransport } from "@ui/ipc";
import { polite } from "@ui/live";
import { press, readDates, show, type, until } from "./render";

describe("fields", () => {
  test("a_field_ties_label_hint_and_error_to_its_control", () => {
    const place = show(<TextField label="Your name" hint="As your partner knows you" error="Write a name." value="" onInput={() => {}} />);
    const box = place.querySelector("input");
    expect(place.querySelector("label")?.htmlFor).toBe(box?.id);
    expect(box?.getAttribute("aria-invalid")).toBe("true");
    const told = (box?.getAttribute("aria-describedby") ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
    expect(told).toEqual(["As your partner knows you", "Write a name."]);
  });

  test("a_number_is_whole_and_within_its_limits", () => {
    expect(readNumber(" 12 ")).toEqual({ value: 12 });
    expect(readNumber("")).toEqual({ value: null });
    for (const text of ["1.5", "-3", "1e3", "twelve", "9999999999999999"]) expect(readNumber(text)).toHaveProperty("problem");
    expect(readNumber("0", 1, 31)).toHaveProperty("problem");
    expect(readNumber("31", 1, 31)).toEqual({ value: 31 });
    expect(readNumber("32", 1, 31)).toHaveProperty("problem");
  });

  test("a_number_that_cannot_be_read_stays_in_the_box_and_is_explained_on_leaving", async () => {
    const got: (number | null)[] = [];
    const place = show(<NumberField label="Days" value={3} min={1} max={31} onChange={(value) => got.push(value)} />);
    const box = place.querySelector("input");
    type(box, "3x");
    box?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".error")).not.toBeNull());
    expect(box?.value).toBe("3x");
    expect(got).toEqual([]);
  });
});

describe("choices", () => {
  test("radio_buttons_are_one_group_with_a_legend", () => {
    const got: string[] = [];
    const place = show(<RadioSet legend="Your side" options={[{ value: "mentor", label: "Mentor" }, { value: "mentee", label: "Mentee" }]} value="mentor" onChange={(value) => got.push(value)} />);
    const [mentor, mentee] = [...place.querySelectorAll("input")];
    expect(mentor?.name).toBe(mentee?.name);
    expect(mentor?.checked).toBe(true);
    mentee?.click();
    expect(got).toEqual(["mentee"]);
    expect(place.querySelector("legend")?.textContent).toContain("Your side");
  });

  test("ticks_come_in_the_order_of_the_options", () => {
    let got: string[] = [];
    const options = [{ value: "a", label: "A" }, { value: "b", label: "B" }, { value: "c", label: "C" }];
    const place = show(<CheckboxSet legend="Which" options={options} values={["c"]} onChange={(values) => { got = values; }} />);
    place.querySelectorAll("input")[0]?.click();
    expect(got).toEqual(["a", "c"]);
  });
});

describe("checkbox", () => {
  test("its_first_line_is_its_name_and_the_second_describes_it", () => {
    const got: boolean[] = [];
    const place = show(<Checkbox label="Show names" about="They may be read on a locked screen." checked={false} onChange={(on) => got.push(on)} />);
    const box = place.querySelector("input");
    expect(document.getElementById(box?.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Show names");
    expect(document.getElementById(box?.getAttribute("aria-describedby") ?? "")?.textContent).toContain("locked screen");
    box?.click();
    expect(got).toEqual([true]);
  });
});

describe("time field", () => {
  function Holder(props: { start: string | null; told: (string | null)[] }) {
    const [value, setValue] = useState(props.start);
    return (
      <>
        <TimeField label="From" value={value} onChange={(next) => { props.told.push(next); setValue(next); }} />
        <button type="button" onClick={() => setValue("08:15")}>Elsewhere</button>
      </>
    );
  }
  const box = (place: HTMLElement): HTMLInputElement | null => place.querySelector("input");

  test("a_typed_time_is_read_echoed_and_left_as_typed", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start={null} told={told} />);
    type(box(place), "2pm");
    await until(() => expect(place.querySelector(".echo")?.textContent).toBe("14:00, that is 2 pm"));
    expect(told.at(-1)).toBe("14:00");
    expect(box(place)?.value).toBe("2pm");
    const echo = place.querySelector(".echo")?.id ?? "none";
    expect(box(place)?.getAttribute("aria-describedby")).toContain(echo);
  });

  test("what_is_no_time_stays_in_the_box_and_is_explained_on_leaving", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start="21:00" told={told} />);
    type(box(place), "25:00");
    expect(place.querySelector(".error")).toBeNull();
    box(place)?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".error")?.textContent ?? "").toContain("25:00"));
    expect(box(place)?.value).toBe("25:00");
    expect(told).toEqual([]);
  });

  test("an_empty_box_is_no_time_and_a_time_from_elsewhere_replaces_what_is_typed", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start="21:00" told={told} />);
    type(box(place), "");
    await until(() => expect(told).toEqual([null]));
    type(box(place), "9.3");
    place.querySelector("button")?.click();
    await until(() => expect(box(place)?.value).toBe("08:15"));
  });
});

describe("combobox", () => {
  const zones = [{ value: "Europe/London", label: "London", note: "Europe" }, { value: "America/Sao_Paulo", label: "São Paulo", note: "America" }, { value: "Europe/Paris", label: "Paris", note: "Europe" }];

  test("words_are_found_in_any_order_and_without_accents", () => {
    expect(narrow(zones, "sao").map((each) => each.value)).toEqual(["America/Sao_Paulo"]);
    expect(narrow(zones, "europe par").map((each) => each.value)).toEqual(["Europe/Paris"]);
    expect(narrow(zones, "pa").map((each) => each.label)).toEqual(["Paris", "São Paulo"]);
    expect(narrow(zones, "zzz")).toEqual([]);
  });

  test("arrows_and_enter_choose_and_escape_puts_back", async () => {
    const got: string[] = [];
    const place = show(<Combobox label="Time zone" options={zones} value="Europe/London" onChange={(value) => got.push(value)} />);
    const box = place.querySelector("input");
    type(box, "paris");
    await until(() => expect(place.querySelectorAll('[role="option"]')).toHaveLength(1));
    expect(box?.getAttribute("aria-expanded")).toBe("true");
    press(box, "ArrowDown");
    await until(() => expect(box?.getAttribute("aria-activedescendant")).toBe(place.querySelector('[role="option"]')?.id));
    press(box, "Enter");
    expect(got).toEqual(["Europe/Paris"]);
    await until(() => expect(box?.getAttribute("aria-expanded")).toBe("false"));
    type(box, "nonsense");
    await until(() => expect(box?.getAttribute("aria-expanded")).toBe("true"));
    press(box, "Escape");
    await until(() => expect(box?.value).toBe("London"));
  });
});

describe("date field", () => {
  beforeEach(() => readDates());
  afterEach(() => vi.useRealTimers());

  function Holder(props: { start: string | null; told: (string | null)[] }) {
    const [value, setValue] = useState(props.start);
    return <DateField label="End date" value={value} chips={[{ words: "+1 month", months: 1 }]} onChange={(next) => { props.told.push(next); setValue(next); }} />;
  }

  test("a_typed_date_is_read_and_echoed", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start={null} told={told} />);
    const box = place.querySelector("input");
    type(box, "26/11/2026");
    box?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".echo")?.textContent).toBe("echo of 2026-11-26"));
    expect(told).toEqual(["2026-11-26"]);
  });

  test("showing_a_date_changes_nothing", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start="2026-11-26" told={told} />);
    await until(() => expect(place.querySelector(".echo")?.textContent).toBe("echo of 2026-11-26"));
    place.querySelector("input")?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".echo")?.textContent).toBe("echo of 2026-11-26"));
    expect(told).toEqual([]);
  });

  test("what_is_no_date_stays_in_the_box_and_is_explained", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start="2026-11-26" told={told} />);
    const box = place.querySelector("input");
    expect(box?.value).toBe("26 November 2026");
    type(box, "29/02/2027");
    box?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".error")?.textContent ?? "").toContain("29/02/2027"));
    expect(box?.value).toBe("29/02/2027");
    expect(told).toEqual([]);
  });

  test("an_empty_box_is_no_date", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start="2026-11-26" told={told} />);
    const box = place.querySelector("input");
    type(box, "");
    box?.dispatchEvent(new Event("blur"));
    await until(() => expect(told).toEqual([null]));
  });

  test("a_date_of_something_that_has_happened_is_asked_as_such", async () => {
    const asked: unknown[] = [];
    setTransport(async (_command, args) => {
      asked.push(args["request"]);
      return { output: { date: "2026-11-02", words: "Monday 2 November 2026", relative: "19 days ago" }, changed: [] };
    });
    const place = show(<DateField past label="Connected on" value={null} onChange={() => {}} />);
    type(place.querySelector("input"), "2 Nov");
    place.querySelector("input")?.dispatchEvent(new Event("blur"));
    await until(() => expect(place.querySelector(".echo")?.textContent).toBe("Monday 2 November 2026, 19 days ago"));
    expect(asked).toEqual([{ text: "2 Nov", past: true }]);
  });

  test("a_chip_counts_from_today", async () => {
    const told: (string | null)[] = [];
    const place = show(<Holder start={null} told={told} />);
    place.querySelector<HTMLButtonElement>(".chip")?.click();
    await until(() => expect(told).toEqual(["2026-12-21"]));
    await until(() => expect(place.querySelector("input")?.value).toBe("21 December 2026"));
  });
});

describe("ordered list", () => {
  function Goals() {
    const [goals, setGoals] = useState(["Lead a small project", "Speak up", "Wider network"]);
    return (
      <OrderedList
        label="Goals"
        items={goals}
        keyOf={(goal) => goal}
        nameOf={(goal) => goal}
        onMove={(goal, to) => {
          const rest = goals.filter((each) => each !== goal);
          setGoals([...rest.slice(0, to), goal, ...rest.slice(to)]);
        }}
      >
        {(goal) => <input aria-label={goal} />}
      </OrderedList>
    );
  }
  const order = (place: HTMLElement): (string | null)[] => [...place.querySelectorAll("li")].map((row) => row.getAttribute("data-key"));

  test("buttons_and_alt_arrows_move_a_row_and_say_so", async () => {
    const place = show(<Goals />);
    place.querySelectorAll<HTMLButtonElement>('[data-move="down"]')[0]?.click();
    await until(() => expect(order(place)).toEqual(["Speak up", "Lead a small project", "Wider network"]));
    expect(polite.value).toContain("Lead a small project moved to position 2 of 3");
    press(place.querySelectorAll("input")[2] ?? null, "ArrowUp", { altKey: true });
    await until(() => expect(order(place)).toEqual(["Speak up", "Wider network", "Lead a small project"]));
    press(place.querySelectorAll("input")[0] ?? null, "ArrowUp", { altKey: true });
    expect(polite.value).toContain("already first");
    expect(order(place)[0]).toBe("Speak up");
  });
});

describe("dialog, disclosure and summary", () => {
  test("a_disclosure_says_whether_it_is_open", async () => {
    const place = show(<Disclosure label="More about this">Because.</Disclosure>);
    const button = place.querySelector("button");
    expect(button?.getAttribute("aria-expanded")).toBe("false");
    button?.click();
    await until(() => expect(button?.getAttribute("aria-expanded")).toBe("true"));
    expect(place.textContent).toContain("Because.");
  });

  test("a_dialog_gives_the_focus_back", async () => {
    function Asker() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" id="asker" onClick={() => setOpen(true)}>Ask</button>
          <Dialog open={open} title="Sure?" onClose={() => setOpen(false)}><button type="button" id="done" onClick={() => setOpen(false)}>Done</button></Dialog>
        </>
      );
    }
    const place = show(<Asker />);
    const asker = place.querySelector<HTMLButtonElement>("#asker");
    asker?.focus();
    asker?.click();
    await until(() => expect(place.querySelector("dialog")?.open).toBe(true));
    place.querySelector<HTMLButtonElement>("#done")?.click();
    await until(() => expect(place.querySelector("dialog")).toBeNull());
    await until(() => expect(document.activeElement).toBe(asker));
  });

  test("an_error_summary_takes_the_focus_and_leads_to_the_field", async () => {
    const place = show(
      <>
        <ErrorSummary mistakes={[{ field: "name", message: "Write your name." }]} />
        <TextField id="name" label="Name" value="" onInput={() => {}} />
      </>,
    );
    await until(() => expect(document.activeElement?.className).toBe("summary"));
    place.querySelector("a")?.click();
    expect(document.activeElement?.id).toBe("name");
  });
});

describe("toasts", () => {
  const texts = (place: HTMLElement): (string | null)[] => [...place.querySelectorAll(".toast > span")].map((each) => each.textContent);

  test("deeds_of_one_kind_share_a_toast_and_come_back_youngest_first", async () => {
    const place = show(<Toasts />);
    const back: string[] = [];
    const batch = { key: "removed", words: (count: number) => `${count} removed` };
    for (const name of ["one", "two", "three"]) toast(`Removed ${name}`, async () => { await Promise.resolve(); back.push(name); }, batch);
    toast("Copied.");
    await until(() => expect(texts(place)).toEqual(["3 removed", "Copied."]));
    place.querySelector<HTMLButtonElement>(".toast button")?.click();
    await until(() => expect(back).toEqual(["three", "two", "one"]));
    await until(() => expect(texts(place)).toEqual(["Copied."]));
    place.querySelector<HTMLButtonElement>(".toast button")?.click();
    await until(() => expect(texts(place)).toEqual([]));
  });

  test("a_way_back_that_fails_is_told", async () => {
    const place = show(<Toasts />);
    toast("Removed.", () => Promise.reject(new ApiError("gone", "It is not here any more.")));
    await until(() => expect(texts(place)).toEqual(["Removed."]));
    place.querySelector<HTMLButtonElement>(".toast button")?.click();
    await until(() => expect(texts(place)).toEqual(["It is not here any more."]));
    reachToast();
    expect(document.activeElement?.textContent).toBe("Close");
    press(document.activeElement, "Escape");
    await until(() => expect(texts(place)).toEqual([]));
  });
});
