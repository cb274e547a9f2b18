import type { UndoState } from "../api";
import { SaveState } from "../parts";
import { IconBack, IconForward, IconRedo, IconSearch, IconUndo } from "../parts/icons";
import { useQuery } from "../query";
import { route } from "../router";
import { words } from "../words";
import { keyNames, useMac } from "./KeyList";
import { showPalette } from "./Palette";
import { goBack, goForward, type Place, placeOf, redo, undo } from "./deeds";

/** The bar at the top: the way back, the last deed by name, and whether all is saved. */
export function Bar() {
  const place = placeOf(route.value);
  const mac = useMac();
  return (
    <section class="bar" aria-label={words.frame.bar}>
      <div class="row">
        <button type="button" class="btn quiet icon compact" aria-label={words.frame.goBack} onClick={goBack}><IconBack /></button>
        <button type="button" class="btn quiet icon compact" aria-label={words.frame.goForward} onClick={goForward}><IconForward /></button>
      </div>
      <button type="button" class="btn compact search" onClick={showPalette}>
        <IconSearch /> <span>{words.palette.open}</span> <kbd aria-hidden="true">{keyNames({ key: "k", main: true }, mac)}</kbd>
      </button>
      {place === null ? null : "template" in place ? <TemplateDeeds key={place.template} place={place} /> : <RelationshipDeeds key={place.relationship} place={place} />}
      <div class="apart"><SaveState /></div>
    </section>
  );
}

function RelationshipDeeds({ place }: { place: { relationship: string } }) {
  return <Deeds place={place} state={useQuery("undo.state", place).value.value} />;
}

function TemplateDeeds({ place }: { place: { template: string } }) {
  return <Deeds place={place} state={useQuery("template.undo_state", place).value.value} />;
}

function Deeds({ place, state }: { place: Place; state: UndoState | undefined }) {
  const back = state?.back ?? null;
  const forward = state?.forward ?? null;
  return (
    <div class="row last-deeds">
      {back !== null ? (
        <button type="button" class="btn quiet compact" onClick={() => void undo(place)}><IconUndo /> {words.undo.back(back)}</button>
      ) : null}
      {forward !== null ? (
        <button type="button" class="btn quiet compact" onClick={() => void redo(place)}><IconRedo /> {words.undo.forward(forward)}</button>
      ) : null}
    </div>
  );
}
