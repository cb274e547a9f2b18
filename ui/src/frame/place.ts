/** The page that is shown is kept, and the next start comes back to it. */
import { call } from "../ipc";
import { address, begin, match, route } from "../router";

/** What the store knows of it. */
let kept: string | null = null;
let began = false;

/** Goes to the page that was shown last, once, unless the window was opened on another one. */
export function comeBack(place: string | null): void {
  if (began) return;
  began = true;
  kept = place;
  if (place !== null && location.hash === "" && match(address(place)).screen !== "missing") begin(address(place));
}

/** Keeps the page that is shown. It is not worth a word where that fails. */
export async function keepPlace(): Promise<void> {
  const { path, screen } = route.peek();
  if (!began || path === kept || screen === "missing") return;
  try {
    await call("place.keep", { route: path });
    kept = path;
  } catch {
    // The next time the window is left there is another try.
  }
}
