import { useState } from "preact/hooks";
import type { AgreementView, PaperSize } from "../../api";
import { flush, saving } from "../../autosave";
import { type ApiError, apiError, call, type SavedFile, shell } from "../../ipc";
import { announce } from "../../live";
import { Button, Notice, RadioSet, Screen, toast, Trouble } from "../../parts";
import { useQuery } from "../../query";
import { href } from "../../router";
import { words } from "../../words";
import { RelationshipTabs } from "../relationship/RelationshipTabs";
import { Paper } from "./Paper";

const say = words.agreement.document;
const SIZES: readonly PaperSize[] = ["a4", "letter"];

/** The whole agreement as a paper: to read, and to save as a PDF. */
export function Document({ relationship }: { relationship: string }) {
  const paper = useQuery("agreement.document", { relationship });
  const view = useQuery("agreement.get", { relationship }).value.value;
  const document = paper.value.value?.document;
  const sections = places(view);
  return (
    <Screen title={say.title} about={view?.title} lead={say.lead} wide>
      <RelationshipTabs relationship={relationship} />
      {paper.error.value !== null ? <Trouble error={paper.error.value} onRetry={() => void paper.ask()} /> : null}
      {document !== undefined ? (
        <>
          <Saving relationship={relationship} />
          <Paper
            document={document}
            beside={(number, text) => {
              const found = sections.get(number === null ? text : `${number} ${text}`);
              return found === undefined ? null : <a class="change small" href={href("agreementSection", { id: relationship, section: found.section })} aria-label={say.changeOf(found.title)}>{say.change}</a>;
            }}
          />
        </>
      ) : null}
    </Screen>
  );
}

/** The sections by what the paper calls them: number and title. */
function places(view: AgreementView | undefined): ReadonlyMap<string, { section: string; title: string }> {
  return new Map(view?.sections.map((section) => [section.number === null ? section.title : `${section.number} ${section.title}`, section]));
}

/** Paper size, the file, and what can be done with it then. */
function Saving({ relationship }: { relationship: string }) {
  const settings = useQuery("settings.get", {}).value.value;
  /** What was chosen here counts at once, before its way through the settings is over. */
  const [chosen, setChosen] = useState<PaperSize | null>(null);
  const size = chosen ?? settings?.paper;
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<SavedFile | null>(null);
  const [trouble, setTrouble] = useState<ApiError | null>(null);
  const save = async (): Promise<void> => {
    if (busy || size === undefined) return;
    setBusy(true);
    setTrouble(null);
    try {
      // The paper is made from what is on the disk: the last letters first.
      await flush();
      const file = await shell.savePaper("agreement", relationship, size);
      if (file !== null) {
        setSaved(file);
        announce(say.saved(file.name, file.folder));
      }
    } catch (error) {
      setTrouble(apiError(error));
    } finally {
      setBusy(false);
    }
  };
  const use = (deed: (token: string) => Promise<unknown>): void => {
    if (saved !== null) deed(saved.token).then(() => setTrouble(null), (error: unknown) => setTrouble(apiError(error)));
  };
  return (
    <section class="stack" aria-label={say.save}>
      <div class="saver">
        {settings !== undefined ? (
          <RadioSet
            legend={say.size}
            look="across"
            options={SIZES.map((value) => ({ value, label: words.settings.display.papers[value] }))}
            value={size ?? null}
            onChange={(paper) => {
              setChosen(paper);
              saving(() => call("settings.save", { ...settings, paper })).catch((error: unknown) => toast(apiError(error).message));
            }}
          />
        ) : null}
        <div class="row"><Button kind="primary" main off={busy} onClick={() => void save()}>{busy ? say.saving : say.save}</Button></div>
      </div>
      {trouble !== null ? <Trouble error={trouble} /> : null}
      {saved !== null ? (
        <Notice tone="good">
          <p>{say.saved(saved.name, saved.folder)}</p>
          <div class="row">
            <Button onClick={() => use(shell.openSaved)}>{say.open}</Button>
            <Button onClick={() => use(shell.showSaved)}>{say.show}</Button>
          </div>
        </Notice>
      ) : null}
    </section>
  );
}
