import { polite, urgent } from "./live";
import { Screen, Toasts } from "./parts";

/** Everything in the window. */
export function App() {
  return (
    <>
      <main id="main" tabIndex={-1}><Screen title="Today">…</Screen></main>
      <Toasts />
      <div class="unseen" role="status">{polite.value}</div>
      <div class="unseen" role="alert">{urgent.value}</div>
    </>
  );
}
