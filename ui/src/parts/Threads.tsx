/**
 * Two threads that twist along a way: solid for the mentor, dashed for the mentee; strong up to `done` parts, pale from there.
 * Decoration: words stand beside it.
 */
export function Threads(props: { parts: number; done: number }) {
  const { parts, done } = props;
  const wide = parts * 100 + 8;
  // An inner drawing cuts off what lies beyond its width: that is where the strong threads end.
  const strong = Math.max(0, Math.min(done, parts)) * 100 + 4;
  return (
    <svg class="threads" viewBox={`-4 0 ${wide} 40`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <g class="pale">
        <path class="mentee" d={thread(parts, -1)} />
        <path class="mentor" d={thread(parts, 1)} />
      </g>
      {done > 0 ? (
        <svg x="-4" y="0" width={strong} height="40" viewBox={`-4 0 ${strong} 40`} preserveAspectRatio="none">
          <path class="mentee" d={thread(parts, -1)} />
          <path class="mentor" d={thread(parts, 1)} />
        </svg>
      ) : null}
    </svg>
  );
}

/** A wave through the middle at every whole part. `sign` turns it upside down. */
function thread(parts: number, sign: 1 | -1): string {
  let path = "M0 20";
  for (let part = 0; part < parts; part += 1) {
    const up = 20 - 22 * sign * (part % 2 === 0 ? 1 : -1);
    path += ` C${part * 100 + 30} ${up} ${part * 100 + 70} ${up} ${(part + 1) * 100} 20`;
  }
  return path;
}
