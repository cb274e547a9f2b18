import { afterEach, beforeEach, expect, test } from "vitest";
import { markChanged, setTransport, type Transport } from "@ui/ipc";
import { useQuery } from "@ui/query";
import { rest, typed } from "@ui/typing";
import { show, until } from "./render";

/** The questions on their way, each to be answered when the test says so. */
let asked: ((version: string) => void)[] = [];
let before: Transport;

beforeEach(() => {
  asked = [];
  before = setTransport(() => new Promise((done) => asked.push((version) => done({ output: { version }, changed: [] }))));
});
afterEach(() => {
  rest();
  setTransport(before);
});

function Version() {
  const state = useQuery("start.state", {}).value.value;
  return <p>{state?.version ?? ""}</p>;
}

test("an_answer_from_before_a_save_is_not_taken_while_somebody_types", async () => {
  const place = show(<Version />);
  await until(() => expect(asked).toHaveLength(1));
  asked[0]?.("first");
  await until(() => expect(place.textContent).toBe("first"));
  markChanged(["agreement"]);
  await until(() => expect(asked).toHaveLength(2));
  typed();
  // A save comes back in the middle of a word; the question before it has not been answered yet.
  markChanged(["agreement"]);
  asked[1]?.("stale");
  await new Promise((done) => setTimeout(done));
  expect(place.textContent).toBe("first");
  expect(asked).toHaveLength(2);
  // In the pause it is asked again.
  rest();
  await until(() => expect(asked).toHaveLength(3));
  asked[2]?.("newest");
  await until(() => expect(place.textContent).toBe("newest"));
});
