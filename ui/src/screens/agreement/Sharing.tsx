import type { FieldView, SectionView } from "../../api";
import { saving } from "../../autosave";
import { apiError, call } from "../../ipc";
import { Checkbox, toast } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { undoThis } from "./undo";

const say = words.agreement.sharing;

type Cell = FieldView & { cell: NonNullable<FieldView["cell"]> };

/** The table of a section: who may hear what, one tick for each topic and person (R96). */
export function Sharing({ relationship, section }: { relationship: string; section: SectionView }) {
  const cells = section.fields.filter((field): field is Cell => field.cell !== null && field.asked);
  if (cells.length === 0) return null;
  const rows = [...new Set(cells.map((field) => field.cell.row))];
  const columns = [...new Set(cells.map((field) => field.cell.column))];
  const set = (field: Cell, value: boolean): void => {
    const before = section.standing;
    saving(() => call("answer.set", { relationship, field: field.field, value })).then(
      async (saved) => {
        if (before === "agreed" && saved.standing === "open") toast(words.agreement.reopened(section.title), await undoThis(relationship));
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <div class="question">
      <table class="sharing">
        <caption>{say.title}</caption>
        <thead>
          <tr><th scope="col">{say.topic}</th>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => {
                const field = cells.find((each) => each.cell.row === row && each.cell.column === column);
                if (field === undefined) return <td key={column} />;
                return (
                  <td key={column} data-field={field.field}>
                    <span class="narrow small" aria-hidden="true">{column}</span>
                    <Checkbox
                      label={<><span class="unseen">{`${row}, ${column}: `}</span>{say.mayHear}</>}
                      checked={field.answers[0]?.value === true}
                      onChange={(on) => set(field, on)}
                    />
                    {section.begun ? <HistoryButton relationship={relationship} subject={{ of: "answer", field: field.field, side: null }} label={field.label} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="hint">{say.hint}</p>
    </div>
  );
}
