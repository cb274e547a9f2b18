import { SaveState } from "../parts";
import { IconBack, IconForward, IconRedo, IconSearch, IconUndo } from "../parts/icons";
import { useQuery } from "../query";
import { route } from "../router";
import { words } from "../words";
import { keyNames, useMac } from "./KeyList";
import { showPalette } from "./Palette";
import { goBack, goForward, redo, undo } from "./deeds";

/** The bar at the top: the way back, the last deed by name, and whether all is saved. */
export function Bar() {
  const relationship = route.value.params["id"];
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
      {relationship !== undefined ? <Deeds key={relationship} relationship={relationship} /> : null}
      <div class="apart"><SaveState /></div>
    </section>
  );
}

function Deeds({ relationship }: { relationship: string }) {
  const state = useQuery("undo.state", { relationship }).value.value;
  const back = state?.back ?? null;
  const forward = state?.forward ?? null;
  return (
    <div class="row">
      {back !== null ? (
        <button type="button" class="btn quiet compact" onClick={() => void undo(relationship)}><IconUndo /> {words.undo.back(back)}</button>
      ) : null}
      {forward !== null ? (
        <button type="button" class="btn quiet compact" onClick={() => void redo(relationship)}><IconRedo /> {words.undo.forward(forward)}</button>
      ) : null}
    </div>
  );
}
