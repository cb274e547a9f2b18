/** What of a long list is drawn: the part in sight, one more row that must be there, and empty space for the rest. */

/** A row by its place, or the height of rows that are not drawn. */
export type Piece = { index: number } | { before: number; height: number };

/**
 * The pieces of a list of `count` rows from top to bottom. `from` is how far the list's top lies above the window, `view` the window's height,
 * `spare` how many rows more are drawn on both sides, `always` a row that is drawn wherever it is (it holds the focus).
 */
export function spread(count: number, tall: (index: number) => number, from: number, view: number, spare: number, always: number): Piece[] {
  let first = 0;
  let last = -1;
  let y = 0;
  for (let index = 0; index < count; index += 1) {
    const height = tall(index);
    if (y + height <= from) first = Math.min(index + 1, count - 1);
    if (y < from + view) last = index;
    y += height;
  }
  first = Math.max(0, first - spare);
  last = Math.min(count - 1, Math.max(last, first) + spare);
  const pieces: Piece[] = [];
  let gap = 0;
  for (let index = 0; index < count; index += 1) {
    if ((index >= first && index <= last) || index === always) {
      if (gap > 0) pieces.push({ before: index, height: gap });
      gap = 0;
      pieces.push({ index });
    } else gap += tall(index);
  }
  if (gap > 0) pieces.push({ before: count, height: gap });
  return pieces;
}
