import { useEffect, useRef, useState } from "preact/hooks";
import { holds, plain } from "../search";
import { words } from "../words";
import { Field, type FieldProps, useFieldIds } from "./Field";

/** One row of a long list. */
export interface Option {
  value: string;
  label: string;
  /** Shown at the row's end. */
  note?: string;
}

/** The options that hold every typed word, those that begin with it first; at most 40. */
export function narrow(options: readonly Option[], typed: string): Option[] {
  const fits = options.filter((option) => holds(`${option.label} ${option.note ?? ""}`, typed));
  const first = plain(typed).trim().split(/\s+/)[0] ?? "";
  return [...fits.filter((option) => plain(option.label).startsWith(first)), ...fits.filter((option) => !plain(option.label).startsWith(first))].slice(0, 40);
}

/** One of many (time zones): type to narrow, arrows and Enter to choose. APG editable combobox with list. */
export function Combobox(props: FieldProps & { options: readonly Option[]; value: string | null; onChange: (value: string) => void }) {
  const chosen = props.options.find((option) => option.value === props.value)?.label ?? props.value ?? "";
  const [text, setText] = useState(chosen);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const ids = useFieldIds(props);
  const list = useRef<HTMLUListElement>(null);
  const seen = useRef(chosen);
  useEffect(() => {
    if (seen.current === chosen) return;
    seen.current = chosen;
    setText(chosen);
  }, [chosen]);
  const shown = open ? narrow(props.options, text === chosen ? "" : text) : [];
  useEffect(() => list.current?.children[at]?.scrollIntoView?.({ block: "nearest" }), [at]);

  const show = (): void => {
    setOpen(true);
    setAt(-1);
  };
  const take = (option: Option): void => {
    setText(option.label);
    setOpen(false);
    if (option.value !== props.value) props.onChange(option.value);
  };
  const leave = (left: string): void => {
    setOpen(false);
    const exact = props.options.find((option) => option.label.toLowerCase() === left.trim().toLowerCase());
    if (exact !== undefined) take(exact);
    else setText(chosen);
  };

  return (
    <Field {...props} told={chosen} ids={ids}>
      <div class="combo">
        <input
          class="input"
          id={ids.id}
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${ids.id}-list`}
          aria-activedescendant={open && at >= 0 ? `${ids.id}-${at}` : undefined}
          aria-describedby={ids.describedBy}
          aria-invalid={props.error ? "true" : undefined}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            show();
          }}
          onClick={show}
          onBlur={(event) => leave(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" || event.key === "ArrowUp") {
              event.preventDefault();
              if (!open) show();
              else if (shown.length > 0) setAt((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1) + shown.length) % shown.length);
            } else if (event.key === "Enter" && open) {
              event.preventDefault();
              const option = shown[Math.max(at, 0)];
              if (option !== undefined) take(option);
            } else if (event.key === "Escape" && open) {
              event.preventDefault();
              event.stopPropagation();
              setOpen(false);
              setText(chosen);
            }
          }}
        />
        <ul role="listbox" id={`${ids.id}-list`} aria-label={props.label} ref={list} hidden={!open}>
          {shown.map((option, index) => (
            <li
              key={option.value}
              id={`${ids.id}-${index}`}
              role="option"
              aria-selected={index === at}
              // The press must not take the focus from the input, or leaving it would close the list first.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              <span>{option.label}</span>
              {option.note !== undefined ? <span class="quiet small">{option.note}</span> : null}
            </li>
          ))}
          {open && shown.length === 0 ? <li class="none" role="option" aria-selected="false" aria-disabled="true">{words.combo.none}</li> : null}
        </ul>
      </div>
    </Field>
  );
}
