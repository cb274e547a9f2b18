import { useEffect } from "preact/hooks";
import type { Block, Content, PaperDocument, Side, VersionView } from "../../api";
import { resize } from "../../frame/deeds";
import { call } from "../../ipc";
import { Button } from "../../parts";
import { signingWords } from "../../words/signing";
import { Paper } from "../agreement/Paper";
import { Ceremony, type Way } from "./Ceremony";
import { Fingerprint } from "./Fingerprint";

const say = signingWords.read;

interface Deed {
  label: string;
  run: () => void;
}

interface ReadProps {
  relationship: string;
  version: VersionView;
  document: PaperDocument | null;
  /** Who reads. */
  side: Side;
  /** Before signing: that the text was in front of this person belongs to the version's record. */
  opening?: boolean;
  way: Way;
  on: Deed;
  /** What else one can do here. */
  others: readonly Deed[];
}

/** The exact text, before somebody signs it. Nobody has to scroll through it: the way on stands above and below. */
export function Read({ relationship, version, document, side, opening, way, on, others }: ReadProps) {
  useEffect(() => {
    // A failure of it keeps nobody from reading.
    if (opening === true) void call("signing.open", { relationship, side }).catch(() => undefined);
  }, [opening, side, version.id]);
  const foot = (main: boolean) => (
    <div class="row">
      <Button kind="primary" main={main} onClick={on.run}>{on.label}</Button>
      {others.map((each) => <Button key={each.label} kind="quiet" onClick={each.run}>{each.label}</Button>)}
    </div>
  );
  return (
    <Ceremony relationship={relationship} way={way} wide title={say.title(version.number)} lead={document === null ? undefined : say.lead(version.number, letters(document))}>
      <Fingerprint of={version.fingerprint} />
      <div class="row apart">
        {foot(true)}
        <div class="row" role="group" aria-label={say.size}>
          <Button compact onClick={() => void resize(-1)}>{say.smaller}</Button>
          <Button compact onClick={() => void resize(1)}>{say.larger}</Button>
        </div>
      </div>
      {document === null ? null : (
        <>
          <section aria-label={say.text}><Paper document={document} places={{ find: () => undefined, beside: () => null }} /></section>
          {foot(false)}
        </>
      )}
    </Ceremony>
  );
}

/** How many letters stand in a document. */
export function letters(document: PaperDocument): number {
  const content = (each: Content): number => {
    if (each.kind === "paragraph" || each.kind === "checkbox") return each.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (each.kind === "list") return each.items.reduce((sum, item) => sum + item.content.reduce((all, one) => all + content(one), 0), 0);
    return 0;
  };
  const block = (each: Block): number => {
    switch (each.kind) {
      case "title":
      case "heading":
        return each.text.length;
      case "paragraph":
      case "list":
      case "checkbox":
      case "lines":
        return content(each);
      case "facts":
        return each.facts.reduce((sum, fact) => sum + fact.label.length + fact.value.reduce((all, run) => all + run.text.length, 0), 0);
      case "table":
        return each.rows.reduce((sum, row) => sum + row.cells.reduce((all, cell) => all + cell.content.reduce((one, piece) => one + content(piece), 0), 0), 0);
      case "keepTogether":
        return each.blocks.reduce((sum, one) => sum + block(one), 0);
      case "signatures":
      case "qrCode":
      case "rule":
      case "bar":
      case "picture":
      case "pageBreak":
        return 0;
    }
  };
  return document.blocks.reduce((sum, each) => sum + block(each), 0);
}
