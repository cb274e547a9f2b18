/** Two threads that twist along a way: solid for the mentor, dashed for the mentee. Decoration; words stand beside it. */
export function Threads(props: { parts: number; done: number }) {
  const { parts, done } = props;
  return (
    <svg class="threads" viewBox={`-4 0 ${parts * 100 + 8} 40`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <path class="rest" d={thread(0, parts, 1)} />
      <path class="rest dashed" d={thread(0, parts, -1)} />
      <path class="mentee" d={thread(0, done, -1)} />
      <path class="mentor" d={thread(0, done, 1)} />
    </svg>
  );
}

/** A wave through the middle at every whole part. `sign` turns it upside down. */
function thread(from: number, to: number, sign: 1 | -1): string {
  let path = `M${from * 100} 20`;
  for (let part = from; part < to; part += 1) {
    const up = 20 - 22 * sign * (part % 2 === 0 ? 1 : -1);
    path += ` C${part * 100 + 30} ${up} ${part * 100 + 70} ${up} ${(part + 1) * 100} 20`;
  }
  return path;
}
