import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button, type FieldProps, OrderedList, useFieldIds } from "../../parts";
import { words } from "../../words";
import { Line } from "./Line";

const say = words.agreement;

interface Row {
  readonly key: number;
  readonly text: string;
}
let nextKey = 1;
const made = (text: string): Row => ({ key: nextKey++, text });

interface LinesProps extends FieldProps {
  lines: readonly string[];
  onEdit: (lines: string[]) => void;
  onLeave: () => void;
}

/** Several short lines in an order. Enter begins the next line; there is always one to write on. */
export function Lines(props: LinesProps) {
  const { label, lines } = props;
  const [rows, setRows] = useState<readonly Row[]>(() => (lines.length === 0 ? [""] : lines).map(made));
  const fresh = useRef<number | null>(null);
  const box = useRef<HTMLFieldSetElement>(null);
  const name = useId();
  const ids = useFieldIds({ ...props, id: props.id ?? name });
  // Lines from outside (an undo, an older wording) replace the rows; what the rows say themselves does not.
  const said = JSON.stringify(lines);
  useEffect(() => {
    if (JSON.stringify(rows.map((row) => row.text)) !== said && !(lines.length === 0 && rows.every((row) => row.text === ""))) setRows((lines.length === 0 ? [""] : lines).map(made));
  }, [said]);
  // Before the next key arrives: a letter typed straight after Enter belongs to the new line.
  useLayoutEffect(() => {
    if (fresh.current === null) return;
    box.current?.querySelector<HTMLElement>(`[data-line="${fresh.current}"]`)?.focus();
    fresh.current = null;
  }, [rows]);

  const change = (next: readonly Row[]): void => {
    setRows(next);
    props.onEdit(next.map((row) => row.text));
  };
  /** A text of several lines, pasted, becomes as many rows. */
  const write = (row: Row, text: string): void => {
    const [first = "", ...more] = text.split(/[\r\n]+/);
    change(rows.flatMap((each) => (each.key === row.key ? [{ ...each, text: first }, ...more.map(made)] : [each])));
  };
  const add = (after: number): void => {
    const row = made("");
    fresh.current = row.key;
    change([...rows.slice(0, after + 1), row, ...rows.slice(after + 1)]);
  };
  const remove = (index: number): void => {
    const rest = rows.filter((_, at) => at !== index);
    const kept = rest.length === 0 ? [made("")] : rest;
    fresh.current = kept[Math.min(index, kept.length - 1)]?.key ?? null;
    change(kept);
    props.onLeave();
  };
  const nameOf = (row: Row): string => (row.text.trim() === "" ? say.emptyLine(rows.indexOf(row) + 1) : row.text);

  return (
    <fieldset class="field lines" ref={box} aria-describedby={ids.describedBy} aria-invalid={props.error ? "true" : undefined}>
      <legend class={props.quietLabel ? "unseen" : undefined}>
        {label} {props.needed ? <span class="optional">{words.needed}</span> : null}
      </legend>
      {props.hint !== undefined ? <div class="hint" id={ids.hintId}>{props.hint}</div> : null}
      <OrderedList
        label={label}
        items={rows}
        keyOf={(row) => String(row.key)}
        nameOf={nameOf}
        onMove={(row, to) => {
          const rest = rows.filter((each) => each !== row);
          change([...rest.slice(0, to), row, ...rest.slice(to)]);
        }}
      >
        {(row, index) => (
          <div class="line-row">
            <Line mark={row.key} label={say.line(label, index + 1)} value={row.text} onInput={(text) => write(row, text)} onLeave={props.onLeave} onEnter={() => add(index)} />
            <Button compact kind="quiet" label={say.removeLine(nameOf(row))} onClick={() => remove(index)}>{say.remove}</Button>
          </div>
        )}
      </OrderedList>
      <div class="row"><Button compact label={say.addLineTo(label)} onClick={() => add(rows.length - 1)}>{say.addLine}</Button></div>
      {props.error ? <div class="error" id={ids.errorId}>{props.error}</div> : null}
    </fieldset>
  );
}
