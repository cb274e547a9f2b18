/** Where the two stand towards a goal (R27). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { GoalView } from "@ui/api";
import { setTransport } from "@ui/ipc";
import { Rated, Ratings } from "@ui/screens/agreement/Ratings";
import { words } from "@ui/words";
import { show, until } from "./render";

const names = { mentor: "Tomás Ó Briain", mentee: "Leila Benali" };
const goal = (ratings: GoalView["ratings"]): GoalView => ({ id: "g1", title: "Speak up", measure: "", horizon: "short", rank: null, occasion: null, on: null, set: null, ratings, state: "open", since: null });

test("r27_the_steps_are_called_as_on_paper", () => {
  const paper = readFileSync("../src-tauri/core/content/papers.toml", "utf8");
  const [, list = ""] = /^ratings = (\[.*\])$/m.exec(paper) ?? [];
  const called = JSON.parse(list) as string[];
  expect(called).toHaveLength(5);
  const { "0": none, ...steps } = words.agreement.goals.steps;
  expect(Object.values(steps)).toEqual(called.map((name, place) => `${String(place + 1)}, ${name}`));
  expect(none).toBe("Not yet");
});

test("r27_a_goal_that_is_only_read_says_where_each_stands_the_mentee_first", () => {
  const place = show(<Rated goal={goal({ mentor: null, mentee: 4 })} names={names} />);
  expect([...place.querySelectorAll("li")].map((line) => line.textContent)).toEqual(["Leila Benali stands at 4, nearly there", "Tomás Ó Briain has not said yet where this stands"]);
});

test("r27_a_step_is_kept_for_its_person_alone_and_not_yet_takes_it_back", async () => {
  const asked: unknown[] = [];
  setTransport(async (_command, args) => {
    const { name, request } = args as { name: string; request: unknown };
    asked.push([name, request]);
    return { output: { goals: [], id: null }, changed: [] };
  });
  const place = show(<Ratings relationship="r1" goal={goal({ mentor: 2, mentee: 3 })} names={names} />);
  const of = (side: string, label: string): HTMLInputElement | null =>
    [...place.querySelectorAll(`.side.${side} label`)].find((each) => each.textContent === label)?.querySelector("input") ?? null;
  expect(of("mentee", "3, on the way")?.checked).toBe(true);
  expect(of("mentor", "2, first steps")?.checked).toBe(true);
  of("mentor", "5, there")?.click();
  of("mentee", "Not yet")?.click();
  await until(() => expect(asked).toHaveLength(2));
  expect(asked).toEqual([
    ["rating.set", { relationship: "r1", goal: "g1", side: "mentor", value: 5 }],
    ["rating.set", { relationship: "r1", goal: "g1", side: "mentee", value: null }],
  ]);
});
