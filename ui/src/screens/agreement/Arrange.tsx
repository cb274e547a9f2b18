import { useRef } from "preact/hooks";
import type { AgreementView, OrderRow, Standing as Stands } from "../../api";
import { saving, useDraft } from "../../autosave";
import { apiError, call } from "../../ipc";
import { announce } from "../../live";
import { Button, OrderedList, Standing, TextField, toast } from "../../parts";
import { words } from "../../words";
import { HistoryButton } from "./History";
import { RowForm, useEditing } from "./Rows";
import { undoThis } from "./undo";

const say = words.agreement.arrange;

/** All headings of part 2, the fourteen areas and their own: their order, their names, and which of them are used (R53). */
export function Arrange({ relationship, view }: { relationship: string; view: AgreementView }) {
  const rows = useEditing();
  const used = view.order.filter((row) => row.standing !== "not_for_us");
  const unused = view.order.filter((row) => row.standing === "not_for_us");
  const stand = (row: OrderRow, standing: Stands): void => {
    const change = (): Promise<unknown> => (row.own ? call("heading.change", { relationship, heading: row.key, standing }) : call("section.stand", { relationship, section: row.key, standing }));
    saving(change).then(
      async () => {
        if (standing === "not_for_us") toast(say.hidden(row.title), await undoThis(relationship));
        else announce(say.back(row.title));
      },
      (error: unknown) => toast(apiError(error).message),
    );
  };
  return (
    <section class="stack" aria-labelledby="arrange">
      <header class="stack tight">
        <h2 id="arrange">{say.title}</h2>
        <p>{say.guidance}</p>
      </header>
      <fieldset class="question field" ref={rows.box}>
        <legend class="unseen">{say.title}</legend>
        <OrderedList
          label={say.title}
          items={used}
          keyOf={(row) => row.key}
          nameOf={(row) => row.title}
          onMove={(row, to) => {
            const target = used[to];
            if (target !== undefined) attempt(() => call("section.move", { relationship, section: row.key, position: view.order.indexOf(target) + 1 }));
          }}
        >
          {(row) => (
            <div class="stack tight entry">
              <p>
                <strong><bdi>{row.title}</bdi></strong>{row.number === null ? null : <span class="quiet small"> {say.area(row.number)}</span>}
                {row.standard === null ? null : <><br /><span class="quiet small">{say.standard(row.standard)}</span></>}
                {row.own ? <><br /><span class="quiet small">{say.yours}</span></> : null}
              </p>
              {rows.editing === row.key ? (
                <Name relationship={relationship} row={row} onDone={() => rows.close(row.key)} />
              ) : (
                <div class="row" data-opens={row.key}>
                  <Standing standing={row.standing} />
                  {row.own ? null : <Button compact kind="quiet" label={say.renameOf(row.title)} onClick={() => rows.open(row.key)}>{say.rename}</Button>}
                  <Button compact kind="quiet" label={say.hideOf(row.title)} onClick={() => stand(row, "not_for_us")}>{say.hide}</Button>
                </div>
              )}
            </div>
          )}
        </OrderedList>
      </fieldset>
      <section class="stack tight" aria-labelledby="unused">
        <h3 id="unused">{say.unused}</h3>
        {unused.length === 0 ? <p class="quiet">{say.allUsed}</p> : (
          <ul class="milestones bare">
            {unused.map((row) => (
              <li key={row.key}>
                <div class="entry">
                  <p><strong><bdi>{row.title}</bdi></strong> <span class="quiet small">{row.number === null ? say.notUsed : `${say.area(row.number)}, ${say.notUsed}`}</span></p>
                  <Button compact label={say.useOf(row.title)} onClick={() => stand(row, "open")}>{say.use}</Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
    </section>
  );
}

function attempt(action: () => Promise<unknown>): void {
  saving(action).catch((error: unknown) => toast(apiError(error).message));
}

function Name({ relationship, row, onDone }: { relationship: string; row: OrderRow; onDone: () => void }) {
  const before = useRef(row.title);
  const draft = useDraft(
    `name:${relationship}:${row.key}`,
    row.title,
    (title) => call("section.rename", { relationship, section: row.key, title }),
    row,
  );
  return (
    <RowForm onDone={() => void draft.leave().then((all) => { if (all) onDone(); })}>
      <TextField
        label={say.name(before.current)}
        hint={say.nameHint(row.standard ?? before.current)}
        value={draft.value.value}
        error={draft.problem.value?.message ?? null}
        onInput={(title) => draft.edit(title)}
        onLeave={() => void draft.leave()}
      />
      <div class="row"><HistoryButton relationship={relationship} subject={{ of: "name", section: row.key }} label={say.nameOf(row.standard ?? row.title)} /></div>
    </RowForm>
  );
}
