/** Boxes that are as high as their text, without a scroll bar of their own. */
import { effect } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import { calm } from "../typing";

/** Some web views size the box by themselves; to the others the height is told. */
const byItself = (): boolean => typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Lets a box grow and shrink with its text. In 50 kB each look at the height costs milliseconds: while somebody types there is one look for a letter. */
export function useGrowth(box: { readonly current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    if (byItself()) {
      element.style.setProperty("field-sizing", "content");
      return;
    }
    // What became shorter while somebody typed is seen to in the pause; a narrower or wider window changes the lines.
    const stop = effect(() => {
      if (calm.value) fit(element);
    });
    let width = element.clientWidth;
    const watch = new ResizeObserver(() => {
      if (element.clientWidth === width) return;
      width = element.clientWidth;
      fit(element);
    });
    watch.observe(element);
    return () => {
      stop();
      watch.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || byItself()) return;
    if (calm.peek()) fit(element);
    else if (element.scrollHeight > element.clientHeight) stretch(element);
  }, [text]);
}

/** The height of the text, also where it became less. */
function fit(element: HTMLTextAreaElement): void {
  const before = window.scrollY;
  element.style.height = "0";
  stretch(element);
  // A page that was shorter for a moment may have moved.
  if (window.scrollY !== before) window.scrollTo(window.scrollX, before);
}

function stretch(element: HTMLTextAreaElement): void {
  const edges = element.offsetHeight - element.clientHeight;
  element.style.height = `${element.scrollHeight + edges}px`;
}
