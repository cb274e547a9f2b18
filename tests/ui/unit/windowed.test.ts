import { expect, test } from "vitest";
import { type Piece, spread } from "@ui/parts/windowed";

const even = (): number => 10;
const drawn = (pieces: Piece[]): number[] => pieces.flatMap((piece) => ("index" in piece ? [piece.index] : []));
const high = (pieces: Piece[], tall: (index: number) => number): number => pieces.reduce((sum, piece) => sum + ("index" in piece ? tall(piece.index) : piece.height), 0);

test("only_what_is_in_sight_is_drawn_and_the_row_with_the_focus", () => {
  const pieces = spread(2000, even, 5000, 100, 2, 7);
  expect(drawn(pieces)).toEqual([7, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511]);
});

test.each([[0, 0], [5, -300], [2000, -300], [2000, 0], [2000, 12_345], [2000, 19_990], [2000, 50_000]])("%s_rows_keep_their_height_from_%s", (count, from) => {
  const tall = (index: number): number => 20 + (index % 7);
  const pieces = spread(count, tall, from, 300, 3, Math.min(4, count - 1));
  expect(high(pieces, tall)).toBe(Array.from({ length: count }, (_, index) => tall(index)).reduce((sum, each) => sum + each, 0));
  expect(drawn(pieces).length).toBeLessThan(40);
  expect(drawn(pieces)).toEqual([...drawn(pieces)].sort((a, b) => a - b));
});

test("a_list_below_the_window_draws_its_first_rows", () => {
  expect(drawn(spread(100, even, -900, 300, 1, 0))).toEqual([0, 1]);
});

test("no_row_is_drawn_twice", () => {
  const seen = drawn(spread(50, even, 0, 100, 2, 3));
  expect(new Set(seen).size).toBe(seen.length);
});
