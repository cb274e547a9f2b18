import { signal } from "@preact/signals";
import { Button, Dialog } from "../parts";
import { words } from "../words";
import { KeyList } from "./KeyList";

const open = signal(false);

/** Shows every key there is, over whatever is on screen (Ctrl or Cmd with /). */
export function showKeys(): void {
  open.value = true;
}

/** The sheet of keys. */
export function Sheet() {
  const close = (): void => {
    open.value = false;
  };
  return (
    <Dialog open={open.value} title={words.keys.title} onClose={close} reading>
      <KeyList />
      <div class="foot"><Button onClick={close}>{words.close}</Button></div>
    </Dialog>
  );
}
