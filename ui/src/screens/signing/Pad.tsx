import SignaturePad, { type PointGroup } from "signature_pad";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DrawnSignature } from "../../api";
import { announce } from "../../live";
import { Button } from "../../parts";
import { signingWords } from "../../words/signing";

const say = signingWords.draw;

/** The drawing is kept as points in a box of this size, whatever size it has on the screen. */
const WIDTH = 600;
const HEIGHT = 200;

/** Points of a box that is `width` wide, as those of a drawing: whole numbers, none outside, none twice in a row. */
export function strokesOf(groups: readonly PointGroup[], width: number): [number, number][][] {
  const scale = WIDTH / Math.max(1, width);
  const within = (value: number, most: number): number => Math.min(most, Math.max(0, Math.round(value * scale)));
  return groups
    .map(({ points }) => points.map(({ x, y }): [number, number] => [within(x, WIDTH), within(y, HEIGHT)]).filter(([x, y], index, all) => index === 0 || all[index - 1]?.[0] !== x || all[index - 1]?.[1] !== y))
    .filter((points) => points.length > 0);
}

/** A box to draw a signature in. It is never the only way: who types signs just as well. */
export function Pad(props: { name: string; error: string | null; onDraw: (drawing: DrawnSignature | null) => void; onType: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad | null>(null);
  /** How wide the box was when its points were drawn. */
  const width = useRef(WIDTH);
  const [count, setCount] = useState(0);
  const tell = (): void => {
    const groups = pad.current?.toData() ?? [];
    const strokes = strokesOf(groups, width.current);
    setCount(strokes.length);
    props.onDraw(strokes.length === 0 ? null : { width: WIDTH, height: HEIGHT, strokes });
  };
  const latest = useRef(tell);
  latest.current = tell;

  useEffect(() => {
    const box = canvas.current;
    if (box === null) return;
    const made = new SignaturePad(box, { minWidth: 1, maxWidth: 2.5, minDistance: 3 });
    pad.current = made;
    const ended = (): void => latest.current();
    made.addEventListener("endStroke", ended);
    // The box is as wide as the window lets it be. What is drawn grows and shrinks with it.
    const fit = (): void => {
      const wide = box.clientWidth;
      if (wide === 0) return;
      const factor = wide / width.current;
      const groups = made.toData().map((group) => ({ ...group, penColor: ink(box), points: group.points.map((point) => ({ ...point, x: point.x * factor, y: point.y * factor })) }));
      const ratio = Math.max(1, window.devicePixelRatio);
      box.width = Math.round(wide * ratio);
      box.height = Math.round(box.clientHeight * ratio);
      box.getContext("2d")?.scale(ratio, ratio);
      made.penColor = ink(box);
      made.fromData(groups, { clear: true });
      width.current = wide;
    };
    const watch = new ResizeObserver(fit);
    watch.observe(box);
    return () => {
      watch.disconnect();
      made.removeEventListener("endStroke", ended);
      made.off();
      pad.current = null;
    };
  }, []);

  const undo = (): void => {
    const made = pad.current;
    if (made === null) return;
    const left = made.toData().slice(0, -1);
    made.fromData(left, { clear: true });
    tell();
    announce(say.undone(left.length));
  };
  const clear = (): void => {
    pad.current?.clear();
    tell();
    announce(say.cleared);
  };
  return (
    <div class="field pad" role="group" id="drawing" tabIndex={-1} aria-labelledby="drawing-label" aria-describedby={props.error === null ? "drawing-state" : "drawing-state drawing-error"}>
      <span class="name" id="drawing-label">{say.label}</span>
      <canvas ref={canvas} role="img" aria-label={say.alternative(props.name)} />
      <span class="hint" id="drawing-state">{say.strokes(count)}</span>
      {props.error !== null ? <div class="error" id="drawing-error">{props.error}</div> : null}
      <div class="row">
        <Button compact off={count === 0} onClick={undo}>{say.undo}</Button>
        <Button compact off={count === 0} onClick={clear}>{say.clear}</Button>
        <Button compact kind="quiet" onClick={props.onType}>{say.keyboard}</Button>
      </div>
    </div>
  );
}

/** The colour of the text around it. */
const ink = (box: HTMLElement): string => getComputedStyle(box).color;
