import { words } from "../../words";

/** How many sections of the agreement are settled: a bar, and the same in words. */
export function Progress(props: { done: number; of: number }) {
  return (
    <div class="progress">
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="rest" width="100" height="6" />
        <rect class="done" width={props.of === 0 ? 0 : (100 * props.done) / props.of} height="6" />
      </svg>
      <span class="quiet small figures">{words.relationship.settled(props.done, props.of)} {words.relationship.settledOf}</span>
    </div>
  );
}
