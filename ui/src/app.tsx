import { useEffect, useLayoutEffect } from "preact/hooks";
import { close, Closing } from "./frame/Closing";
import { Frame } from "./frame/Frame";
import { Palette } from "./frame/Palette";
import { comeBack } from "./frame/place";
import { Rescue } from "./frame/Rescue";
import { Sheet } from "./frame/Sheet";
import { listen, markChanged, settled, shell, shut } from "./ipc";
import { polite, urgent } from "./live";
import { Toasts, Trouble } from "./parts";
import { useQuery } from "./query";
import { address, go, route } from "./router";
import { area } from "./screens/area";
import { bringAreas, Ringing, Screens } from "./screens/screens";
import { showAs } from "./screens/settings/display";
import { Welcome, welcoming } from "./screens/start/Welcome";

/** What is shown instead of the pages where the data cannot be opened: seldom the first screen. */
const closing = area(() => import("./screens/start/Closed"));

/** Everything in the window. */
export function App() {
  useShell();
  return (
    <>
      <Door />
      <Closing />
      <Toasts />
      <div class="unseen" role="status">{polite.value}</div>
      <div class="unseen" role="alert">{urgent.value}</div>
    </>
  );
}

/** The data is open, closed for a reason, or new. */
function Door() {
  const start = useQuery("start.state", {});
  const state = start.value.value;
  const shown = state !== undefined || start.error.value !== null;
  const closed = shut.value;
  useEffect(() => {
    if (closed > 0) void start.ask();
  }, [closed]);
  // Before the first frame is drawn: colours and sizes do not change under the eyes.
  useLayoutEffect(() => {
    if (state !== undefined) showAs(state.settings);
  }, [state]);
  useLayoutEffect(() => {
    if (shown) void settled().then(shell.firstScreen).catch(() => undefined).then(bringAreas);
  }, [shown]);
  if (state === undefined) {
    return start.error.value === null ? null : <main class="alone"><div class="sheet"><Trouble error={start.error.value} onRetry={() => void start.ask()} /></div></main>;
  }
  if (state.state !== "open") return <Rescue key="closed">{closing.show(({ Closed }) => <Closed state={state} />)}</Rescue>;
  // Before the first page is drawn, or it would be Today for a moment.
  comeBack(state.place);
  if (state.firstRun || welcoming.value) return <Welcome zone={state.zone} />;
  // Signing has the window to itself, for one person after the other: see frame/curtain.ts.
  if (route.value.screen === "sign") return <Rescue key={route.value.path}><Screens route={route.value} /></Rescue>;
  return (
    <>
      <Frame><Rescue key={route.value.path}><Screens route={route.value} /></Rescue></Frame>
      <Palette />
      <Sheet />
      <Ringing />
    </>
  );
}

/** What the shell calls out: a notification was pressed, the timer changed something, the window is to close. */
function useShell(): void {
  useEffect(() => {
    const listening = [
      listen<string>("open-route", (place) => go(address(place))),
      listen<readonly string[]>("changed", (kinds) => markChanged(kinds)),
      listen<null>("close-requested", () => void close()),
    ];
    return () => {
      for (const each of listening) void each.then((stop) => stop());
    };
  }, []);
}
